using Stance.Acts;
using Stance.Codebook;
using Stance.Data.Texts;
using Stance.Events;
using Stance.Texts;
using Stance.Web.Events;

namespace Stance.Web.Texts;

/// <summary>A curator's sitting over one text: what is pinned, what the passage proposes, and what of it has been taken.</summary>
public sealed class Sitting
{
    private readonly KindScoring scoring;
    private readonly CountryNames names;
    private readonly Register register;

    public Sitting(StoredText stored, CountryNames names, Register register, IReadOnlyList<CodedPassage> coded)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(register);
        (Stored, Coded, this.names, this.register) = (stored, coded, names, register);
        Article = new ArticleText(stored.Text ?? "", stored.Report.Title);
        scoring = new KindScoring(register.Codebook, names);
    }

    public StoredText Stored { get; }

    public ArticleText Article { get; }

    public IReadOnlyList<CodedPassage> Coded { get; private set; }

    public TextPin? Pin { get; private set; }

    public Parties? Parties { get; private set; }

    public DateReading? Dates { get; private set; }

    public IReadOnlyList<KindProposal> Kinds { get; private set; } = [];

    /// <summary>The hash of the words being read; a report without any on file takes that of the reader's own copy.</summary>
    public string TextSha256 => Stored.TextSha256 ?? ReadableText.Hash(Article.Text);

    public event Action? Changed;

    /// <summary>What a new act of this text begins with.</summary>
    public ActFormState Start() => new()
    {
        Source = Stored.Source,
        ReportTitle = Stored.Report.Title,
        ReportUrl = Stored.Report.Url,
        PublishedOn = DateText.Words(Stored.Report.PublishedOn),
        Author = Stored.Report.Author,
        OriginGroup = Stored.Report.OriginGroup,
        Language = Stored.Report.Language,
        IsPartial = Stored.Report.IsPartial,
    };

    /// <summary>Pins the chosen words to the act being entered, and reads what they propose.</summary>
    public bool PinTo(ActEntry entry, TextSpan chosen)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (Article.Pin(chosen) is not { } pin)
            return false;
        var place = pin.Span.InCharacters(Article.Text);
        var pinned = new PinDraft(place.From, place.To, TextSha256);
        Pin = pin;
        entry.Change(state =>
        {
            var keepsWords = Stored.Keeps != TextKeeping.Hash;
            // What another passage says is no translation of this one.
            state.Translation = state.Pin == pinned ? state.Translation : null;
            state.Passage = keepsWords ? pin.Passage : null;
            state.PinnedPassage = keepsWords ? pin.Passage : null;
            state.HighlightSelection(keepsWords ? pin.Highlight.From : 0, keepsWords && pin.Highlight.Length < pin.Passage.Length ? pin.Highlight.To : 0);
            state.Pointer = pin.Pointer;
            state.Pin = pinned;
        });
        Read(pin, []);
        return true;
    }

    /// <summary>What acts on file like it add to the kinds proposed.</summary>
    public void Weigh(IReadOnlyList<Precedent> precedents)
    {
        if (Pin is null)
            return;
        Kinds = scoring.Rank(Pin.Words, Pin.Passage, precedents);
        Changed?.Invoke();
    }

    /// <summary>Takes up a pin that came back with unsaved words; forgets one that is gone.</summary>
    public void Follow(ActFormState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Pin is not { } kept || kept.TextSha256 != TextSha256)
        {
            if (Pin is not null)
                Forget();
            return;
        }
        var span = TextSpan.OfCharacters(Article.Text, kept.From, kept.To);
        if (Pin?.Span == span)
            return;
        var highlight = state.HighlightSpan();
        Read(Article.Pin(highlight is { } words ? new TextSpan(span.From + words.From, span.From + words.To) : span), []);
    }

    public void Recode(IReadOnlyList<CodedPassage> coded)
    {
        Coded = coded;
        Changed?.Invoke();
    }

    public IReadOnlyList<FieldProposal> FieldsOf(EventType? type) =>
        type is null || Pin is null ? [] : FieldProposals.For(type, Pin, Parties?.Speaker);

    /// <summary>What speaks against the date that is typed: the passage gives none.</summary>
    public string? Remark(string field, ActFormState state) =>
        field == "from" && state is { Precision: not ("interval" or "start" or "before"), Pin: not null } ? Dates?.Unresolved : null;

    private void Forget()
    {
        (Pin, Parties, Dates, Kinds) = (null, null, null, []);
        Changed?.Invoke();
    }

    private void Read(TextPin? pin, IReadOnlyList<Precedent> precedents)
    {
        if (pin is null)
            return;
        Pin = pin;
        Parties = PartyProposals.For(Article, pin, names);
        Dates = DateProposals.For(Article, pin, Stored.Report.PublishedOn, [.. register.Triggers.Select(t => new DayKnown(t.From, t.Title))]);
        Kinds = scoring.Rank(pin.Words, pin.Passage, precedents);
        Changed?.Invoke();
    }
}

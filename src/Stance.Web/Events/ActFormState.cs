using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stance.Codebook;
using Stance.Events;

namespace Stance.Web.Events;

/// <summary>What stands in the fields of the form, as typed. <see cref="ToDraft"/> is what would be sent by API.</summary>
public sealed class ActFormState
{
    public string? Country { get; set; }

    /// <summary>Which other states did it together with the one that acts.</summary>
    public List<string> Also { get; init; } = [];

    public string? Whole { get; set; }

    public string? Recipient { get; set; }

    public string? Type { get; set; }

    public string? Variant { get; set; }

    public string Precision { get; set; } = "day";

    public string? From { get; set; }

    public string? To { get; set; }

    public string? ScoredOn { get; set; }

    public string? Title { get; set; }

    /// <summary>The kind's own fields as typed, by key; nothing or "not known" says so.</summary>
    public Dictionary<string, string?> Attributes { get; init; } = [];

    public string? Intensity { get; set; }

    public string? IntensityReason { get; set; }

    public string? Confidence { get; set; }

    public string? ConfidenceReason { get; set; }

    /// <summary>Scores set by hand, by axis, as typed.</summary>
    public Dictionary<string, string?> Scores { get; init; } = [];

    public Dictionary<string, string?> ScoreReasons { get; init; } = [];

    public string? Note { get; set; }

    /// <summary>A source on file; null = the new one named below.</summary>
    public Source? Source { get; set; }

    public string? SourceName { get; set; }

    public string? Reliability { get; set; }

    public string? SourceUrl { get; set; }

    public string? ReportTitle { get; set; }

    public string? ReportUrl { get; set; }

    public string? PublishedOn { get; set; }

    public string? Author { get; set; }

    public string? OriginGroup { get; set; }

    public string? Language { get; set; }

    public bool IsPartial { get; set; }

    public string? Passage { get; set; }

    /// <summary>What the passage says in English.</summary>
    public string? Translation { get; set; }

    /// <summary>The words of the passage to highlight; null = all of it.</summary>
    public string? Highlight { get; set; }

    /// <summary>Where in the passage to look for them first.</summary>
    public int HighlightHint { get; set; }

    public string? Pointer { get; set; }

    /// <summary>Where the passage stands in the stored text.</summary>
    public PinDraft? Pin { get; set; }

    /// <summary>The words the pin was set on; with others the pin falls. Null = the passage may not be kept and is told in other words.</summary>
    public string? PinnedPassage { get; set; }

    public int? Credibility { get; set; }

    public string? Statement { get; set; }

    /// <summary>What other reports say.</summary>
    public List<ClaimFormState> Claims { get; init; } = [];

    public List<string> Collections { get; init; } = [];

    /// <summary>The commitment it is a stage of already.</summary>
    public Guid? Chain { get; set; }

    /// <summary>The earlier act it is a later stage of from now on.</summary>
    public Guid? Follows { get; set; }

    public string? Stage { get; set; }

    /// <summary>Whether it is one that can count: what completes or withdraws an earlier act does not.</summary>
    public bool IsScored { get; set; } = true;

    public bool IsStage => (Follows ?? Chain) is not null;

    /// <summary>An act that is no stage counts, unless it is kept on file as one that does not.</summary>
    public bool Counts => IsStage ? IsScored : Kept.IsScored;

    /// <summary>Why it is entered so: what a correction changes, why there is no act, why it is ruled so. No part of the act.</summary>
    public string? Why { get; set; }

    /// <summary>What an edit keeps without showing it.</summary>
    [JsonInclude]
    public StanceEventDraft Kept { get; private init; } = new();

    /// <summary>The fields as typed, in one line; read back by <see cref="TryRead"/>.</summary>
    public string Print() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Null for what an older form printed and this one cannot read.</summary>
    public static ActFormState? TryRead(string printed)
    {
        try
        {
            return JsonSerializer.Deserialize<ActFormState>(printed, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public StanceEventDraft ToDraft(CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var type = Type is null ? null : codebook.Find(Type);
        var (highlightFrom, highlightTo) = HighlightPlace();
        return Kept with
        {
            Country = Country,
            Also = Also.Count == 0 ? null : [.. Also],
            Whole = Also.Count == 0 || string.IsNullOrWhiteSpace(Whole) ? null : Whole,
            Recipient = Recipient,
            Type = Type,
            Variant = Variant,
            From = Precision == "before" ? null : DateText.ToIso(From),
            To = Precision is "interval" or "before" ? DateText.ToIso(To) : null,
            Precision = Precision,
            ScoredOn = Precision == "day" ? null : DateText.ToIso(ScoredOn),
            Title = Title,
            Attributes = type is null ? null : AttributeText.ToJson(type, Attributes),
            Intensity = Number(Intensity),
            IntensityReason = IntensityReason,
            Confidence = Number(Confidence),
            ConfidenceReason = ConfidenceReason,
            Overrides = [.. Scores.Where(s => !string.IsNullOrWhiteSpace(s.Value)).OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => new OverrideDraft(s.Key, Number(s.Value), ScoreReasons.GetValueOrDefault(s.Key)))],
            Note = Note,
            Source = Source is { } known
                ? new SourceDraft(known.Id, known.Name, known.Reliability.ToString(), known.Url)
                : string.IsNullOrWhiteSpace(SourceName) ? null : new SourceDraft(null, SourceName, Reliability, SourceUrl),
            Report = new ReportDraft(ReportTitle, ReportUrl, DateText.ToIso(PublishedOn), Language, OriginGroup, Author, IsPartial),
            Excerpt = new ExcerptDraft(Passage, highlightFrom, highlightTo, Pointer, PinnedPassage is null || PinnedPassage == Passage ? Pin : null, Translation),
            Credibility = Credibility,
            Statement = string.IsNullOrWhiteSpace(Statement) ? null : Statement,
            FurtherClaims = [.. Claims.Select(c => c.ToDraft())],
            Collections = [.. Collections],
            Chain = Follows is null ? Chain : null,
            Follows = Follows,
            Stage = string.IsNullOrWhiteSpace(Stage) ? null : Stage,
            IsScored = Counts,
        };
    }

    public static ActFormState Of(StanceEventDraft draft, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(codebook);
        var type = draft.Type is null ? null : codebook.Find(draft.Type);
        var variant = draft.Variant is null ? null : type?.FindVariant(draft.Variant);
        var state = new ActFormState
        {
            Kept = draft,
            Country = draft.Country,
            Also = [.. draft.Also ?? []],
            Whole = draft.Whole,
            Recipient = draft.Recipient,
            Type = draft.Type,
            Variant = draft.Variant,
            Precision = draft.Precision ?? "day",
            From = Day(draft.From),
            To = draft.Precision is "interval" or "before" ? Day(draft.To) : null,
            ScoredOn = draft.Precision is null or "day" ? null : Day(draft.ScoredOn),
            Title = draft.Title,
            Attributes = AttributeText.ToText(draft.Attributes),
            Intensity = draft.Intensity is { } b && (b != variant?.Base || draft.IntensityReason is not null) ? Text(b) : null,
            IntensityReason = draft.IntensityReason,
            // Without a reason it is what the sources give, and follows them.
            Confidence = draft.ConfidenceReason is null ? null : Text(draft.Confidence),
            ConfidenceReason = draft.ConfidenceReason,
            Scores = (draft.Overrides ?? []).ToDictionary(o => o.Axis!, o => (string?)Text(o.Score)),
            ScoreReasons = (draft.Overrides ?? []).ToDictionary(o => o.Axis!, o => o.Reason),
            Note = draft.Note,
            Source = draft.Source is { Id: not null, Name: { } name, Reliability: [var grade] } ? new Source(draft.Source.Id, name, grade, draft.Source.Url) : null,
            ReportTitle = draft.Report?.Title,
            ReportUrl = draft.Report?.Url,
            PublishedOn = Day(draft.Report?.PublishedOn),
            Author = draft.Report?.Author,
            OriginGroup = draft.Report?.OriginGroup,
            Language = draft.Report?.Language,
            IsPartial = draft.Report?.IsPartial ?? false,
            Passage = draft.Excerpt?.Passage,
            Translation = draft.Excerpt?.Translation,
            Pointer = draft.Excerpt?.Pointer,
            Pin = draft.Excerpt?.Pin,
            PinnedPassage = draft.Excerpt?.Pin is null ? null : draft.Excerpt.Passage,
            Credibility = draft.Credibility,
            Statement = draft.Statement == draft.Title ? null : draft.Statement,
            Claims = [.. (draft.FurtherClaims ?? []).Select(ClaimFormState.Of)],
            Collections = [.. draft.Collections ?? []],
            Chain = draft.Chain,
            Follows = draft.Follows,
            Stage = draft.Stage,
            IsScored = draft.IsScored,
        };
        state.HighlightRunes(draft.Excerpt?.HighlightFrom, draft.Excerpt?.HighlightTo);
        return state;
    }

    /// <summary>A further claim becomes the preferred one, and the preferred one a further claim; the index follows the preferred one.</summary>
    public void Prefer(int place)
    {
        var chosen = Claims[place];
        var own = ClaimFormState.Of(new ClaimDraft
        {
            Source = Source is { } known ? new SourceDraft(known.Id, known.Name, known.Reliability.ToString(), known.Url) : null,
            Report = new ReportDraft(ReportTitle, ReportUrl, DateText.ToIso(PublishedOn), Language, OriginGroup, Author, IsPartial),
            Excerpt = string.IsNullOrWhiteSpace(Passage) ? null : new ExcerptDraft(Passage, null, null, Pointer, Translation: Translation),
            Credibility = Credibility,
            Statement = string.IsNullOrWhiteSpace(Statement) ? Title : Statement,
            ContradictsPreferred = chosen.Contradicts,
        });
        if (Source is null)
            (own.SourceName, own.Reliability) = (SourceName, Reliability);
        Claims[place] = own;
        var report = chosen.Kept.Report;
        (Source, SourceName, Reliability) = (chosen.Source, chosen.SourceName, chosen.Reliability);
        (ReportTitle, ReportUrl, PublishedOn, OriginGroup) = (chosen.ReportTitle, chosen.ReportUrl, chosen.PublishedOn, chosen.OriginGroup);
        (Author, Language, IsPartial) = (report?.Author, chosen.Language, report?.IsPartial ?? false);
        (Passage, Translation, Pointer, Highlight, HighlightHint) = (chosen.Passage, chosen.Translation, chosen.Pointer, null, 0);
        (Credibility, Statement) = (chosen.Credibility, chosen.Statement);
    }

    /// <summary>A fresh form on the same report: what one reads is coded act by act.</summary>
    public ActFormState NextOfReport() => new()
    {
        Country = Country,
        Source = Source,
        SourceName = SourceName,
        Reliability = Reliability,
        SourceUrl = SourceUrl,
        ReportTitle = ReportTitle,
        ReportUrl = ReportUrl,
        PublishedOn = PublishedOn,
        Author = Author,
        OriginGroup = OriginGroup,
        Language = Language,
        IsPartial = IsPartial,
        Collections = [.. Collections],
    };

    /// <summary>A fresh form on the same text, where the passage says anew who acts.</summary>
    public ActFormState NextOfText()
    {
        var next = NextOfReport();
        next.Country = null;
        return next;
    }

    /// <summary>Marks the words between two places of the passage, counted as a browser counts.</summary>
    public void HighlightSelection(int from, int to)
    {
        var passage = Passage ?? "";
        (from, to) = (Math.Clamp(from, 0, passage.Length), Math.Clamp(to, 0, passage.Length));
        Highlight = from < to ? passage[from..to] : null;
        HighlightHint = from;
    }

    /// <summary>Where the highlighted words stand, counted as a browser counts; null = all of the passage, or not found in it.</summary>
    public (int From, int To)? HighlightSpan()
    {
        if (string.IsNullOrEmpty(Highlight) || string.IsNullOrEmpty(Passage))
            return null;
        var at = HighlightHint <= Passage.Length ? Passage.IndexOf(Highlight, HighlightHint, StringComparison.Ordinal) : -1;
        at = at >= 0 ? at : Passage.IndexOf(Highlight, StringComparison.Ordinal);
        return at < 0 ? null : (at, at + Highlight.Length);
    }

    private (int? From, int? To) HighlightPlace() => string.IsNullOrEmpty(Highlight)
        ? (null, null)
        : HighlightSpan() is { } span ? (Runes(Passage![..span.From]), Runes(Passage[..span.To])) : (-1, -1);

    private void HighlightRunes(int? from, int? to)
    {
        if (Passage is null || from is not { } first || to is not { } last || (first == 0 && last >= Runes(Passage)))
            return;
        HighlightSelection(Utf16(first), Utf16(last));

        int Utf16(int runes) => Passage.EnumerateRunes().Take(runes).Sum(r => r.Utf16SequenceLength);
    }

    private static int Runes(string text) => text.EnumerateRunes().Count();

    /// <summary>A number as typed; what is none becomes one that every range refuses.</summary>
    private static double? Number(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        return double.TryParse(typed.Trim().Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static string? Text(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string? Day(string? iso) => DateText.TryParseIso(iso, out var day) ? DateText.Words(day) : iso;
}

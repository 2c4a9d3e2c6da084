using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;
using Stance.Web.Events;

namespace Stance.Web.Tests.Events;

public sealed class TranslatedFormTests
{
    private static readonly Register Book = new(
        new Dictionary<CountryCode, Country>(), new Dictionary<string, Bloc>(), new Dictionary<string, Axis>(), new TieBook([], [], []),
        new CodebookVersion("1.0", new DateOnly(2022, 1, 1), 4, 2, []), new Dictionary<string, ActCollection>(), []);

    private static readonly StanceEventDraft Stored = new()
    {
        Report = new(Title: "A report", Language: "ru"),
        Excerpt = new("Казахстан отправил лекарства", 10, 18, "¶1", Translation: "Kazakhstan sent medicine"),
        FurtherClaims = [new() { Statement = "Told again", Report = new(Title: "Another report", Language: "kk"), Excerpt = new("Дәрі жөнелтілді", 0, 4, Translation: "Medicine was sent") }],
    };

    [Fact]
    public void Form__of_an_act_on_file__gives_back_both_texts_as_they_were()
    {
        var draft = ActFormState.TryRead(ActFormState.Of(Stored, Book.Codebook).Print())!.ToDraft(Book.Codebook);

        Assert.Equal(Stored.Excerpt, draft.Excerpt);
        Assert.Equal((Stored.FurtherClaims![0].Excerpt, "kk"), (draft.FurtherClaims![0].Excerpt, draft.FurtherClaims[0].Report!.Language));
    }

    [Fact]
    public void Differences__of_translations__stand_each_in_its_own_line_and_can_be_taken()
    {
        var (opened, theirs) = (State(Stored), State(Stored));
        theirs.Translation = "Kazakhstan dispatched medicine";
        theirs.Claims[0].Translation = "Medicine went off";

        var differences = DraftDiff.Between(opened, opened, theirs, Book);

        Assert.Equal(["Translation", "Other reports"], differences.Select(d => d.Label));
        Assert.Equal(("Kazakhstan sent medicine", "Kazakhstan dispatched medicine"), (differences[0].Mine, differences[0].Theirs));
        Assert.Contains("Medicine was sent", differences[1].Mine, StringComparison.Ordinal);
        var joined = DraftDiff.Join(opened, theirs.ToDraft(Book.Codebook), Book, [differences[0]]);
        Assert.Equal(("Kazakhstan sent medicine", "Medicine went off"), (joined.Translation, joined.Claims[0].Translation));
    }

    [Fact]
    public void Prefer__another_report__takes_its_language_and_translation_and_leaves_the_old_ones_with_the_old_report()
    {
        var state = State(Stored);

        state.Prefer(0);

        Assert.Equal(("kk", "Дәрі жөнелтілді", "Medicine was sent"), (state.Language, state.Passage, state.Translation));
        Assert.Equal(("ru", "Казахстан отправил лекарства", "Kazakhstan sent medicine"), (state.Claims[0].Language, state.Claims[0].Passage, state.Claims[0].Translation));
        Assert.Null(state.NextOfReport().Translation);
    }

    private static ActFormState State(StanceEventDraft draft) => ActFormState.Of(draft, Book.Codebook);
}

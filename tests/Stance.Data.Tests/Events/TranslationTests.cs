using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Events;

public sealed class TranslationTests(PostgresFixture postgres)
{
    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passage_with_a_translation__written_corrected_and_read_back__each_version_keeps_its_own()
    {
        await using var loaded = await LoadedActs.OpenAsync(postgres);
        var (writer, reader) = (WriterOf(loaded), new EventReader(loaded.Database));
        var first = Draft() with { FurtherClaims = [Further("Ташкент нан жөнелтті", "Tashkent sent bread")] };
        var id = Assert.IsType<ActWritten>(await writer.CreateAsync(new CreateAct(first), Curator, "k1", Cancel)).Id;
        var second = first with { Excerpt = first.Excerpt! with { Translation = "Kazakhstan shipped pills" }, FurtherClaims = [Further("Ташкент нан жөнелтті", null)] };
        Assert.IsType<ActWritten>(await writer.EditAsync(new EditAct(id, 1, second, "Translated anew"), Curator, "k2", Cancel));

        var history = await reader.HistoryAsync(id, Scope.Everything, Cancel);
        Assert.Equal(["Kazakhstan shipped pills", "Kazakhstan sent remedies"], history.Select(v => v.Draft.Excerpt!.Translation));
        Assert.Equal([null, "Tashkent sent bread"], history.Select(v => v.Draft.FurtherClaims![0].Excerpt!.Translation));
        Assert.All(history, v => Assert.Equal(("Қазақстан дәрі жөнелтті", 10, 14), (v.Draft.Excerpt!.Passage, v.Draft.Excerpt.HighlightFrom, v.Draft.Excerpt.HighlightTo)));
        var claim = (await loaded.Acts.FindAsync(new ActId(id, null), Scope.Everything, AsOf.Now, Cancel))!.Claims[0];
        Assert.Equal(("kk", "Қазақстан дәрі жөнелтті", "Kazakhstan shipped pills"), (claim.Language, claim.Passage, claim.Translation));
    }

    [Fact]
    public async Task Search__by_words_of_a_passage_or_of_its_translation__finds_the_act_and_gives_both()
    {
        await using var loaded = await LoadedActs.OpenAsync(postgres);
        var draft = Draft() with { FurtherClaims = [Further("Ташкент нан жөнелтті", "Tashkent sent bread")] };
        var id = Assert.IsType<ActWritten>(await WriterOf(loaded).CreateAsync(new CreateAct(draft), Curator, "k1", Cancel)).Id;

        // As typed, in capitals, from the start of a word, as a phrase, in the other language, across both, with a slip of the fingers.
        foreach (var words in new[] { "дәрі", "ҚАЗАҚСТАН ЖӨНЕЛТ", "\"қазақстан дәрі\"", "remedies", "жөнелтті remedies", "remadies", "Ташкент", "нан bread" })
        {
            var acts = (await loaded.Acts.ListWithSourcesAsync(new ViewState { Text = words }, Scope.Everything, 10, null, Cancel)).Acts;
            Assert.True(acts.Count == 1, $"{words} finds {acts.Count}");
            var found = acts[0];
            Assert.Equal(new ActId(id, null), found.Act.Id);
            Assert.Equal(
                [("Қазақстан дәрі жөнелтті", "Kazakhstan sent remedies"), ("Ташкент нан жөнелтті", "Tashkent sent bread")],
                found.Claims.Select(c => (c.Passage!, c.Translation!)));
        }
    }

    private static EventWriter WriterOf(LoadedActs loaded) =>
        new(new CommandPipeline(loaded.Database, new AuditWriter(TimeProvider.System), TimeProvider.System), new RegisterReader(loaded.Database));

    private static StanceEventDraft Draft() => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        Date = "2022-03-14",
        Title = "An act of the test",
        Source = new(Name: "A paper of the test", Reliability: "B"),
        Report = new("A report", null, "2022-07-24", "kk"),
        Excerpt = new("Қазақстан дәрі жөнелтті", 10, 14, Translation: "Kazakhstan sent remedies"),
        Credibility = 2,
    };

    private static ClaimDraft Further(string passage, string? translation) => new()
    {
        Source = new(Name: "Another paper of the test", Reliability: "C"),
        Report = new("Another report", null, "2022-07-25", "kk"),
        Excerpt = new(passage, Translation: translation),
        Credibility = 3,
        Statement = "The same, told again",
    };
}

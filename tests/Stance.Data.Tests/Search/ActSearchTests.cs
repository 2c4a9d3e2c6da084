using Dapper;
using Stance.Acts;
using Stance.Countries;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Search;

public sealed class ActSearchTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("medecine", "Flies 28 t of medicine to Ukraine")]
    [InlineData("Tokaev forum", "Tokayev visits the St Petersburg forum")]
    [InlineData("FORUM tokayef", "Tokayev visits the St Petersburg forum")]
    [InlineData("médicine ukräine", "Flies 28 t of medicine to Ukraine")]
    [InlineData("ukraine medic", "Flies 28 t of medicine to Ukraine")]
    [InlineData("boeing medicine", "Flies 28 t of medicine to Ukraine")]
    [InlineData("\"days later\" medicine", "Flies 28 t of medicine to Ukraine")]
    [InlineData("\"28 t of medicine\"", "Flies 28 t of medicine to Ukraine")]
    [InlineData("tonnes > 20", "Flies 28 t of medicine to Ukraine")]
    [InlineData("tonnes 5..30 kind:aid", "Flies 28 t of medicine to Ukraine")]
    [InlineData("medecine tonnes >= 28", "Flies 28 t of medicine to Ukraine")]
    [InlineData("troops >= 2000", "Invites Russian troops to help put down unrest")]
    [InlineData("kind:visit rank = \"Head of state\"", "Tokayev visits the St Petersburg forum")]
    [InlineData("visitor:tokayev", "Tokayev visits the St Petersburg forum")]
    [InlineData("visitor = \"KASSYM-JOMART TOKAYEV\"", "Tokayev visits the St Petersburg forum")]
    public async Task ListAsync__a_text__finds_the_act_by_title_note_passage_or_field(string text, string title)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var titles = await TitlesAsync(acts, new ViewState { Countries = [Kaz], Text = text });

        Assert.Contains(title, titles);
        Assert.InRange(titles.Count, 1, 6);
    }

    [Theory]
    [InlineData("tonnes > 28")]
    [InlineData("medicine tonnes < 28")]
    [InlineData("medicine belarus")]
    [InlineData("\"medicine of 28\"")]
    [InlineData("\"medecine\"")]
    [InlineData("visitor = Tokayev")]
    [InlineData("troops > 2000")]
    [InlineData("tonns > 5")]
    [InlineData("xylophonic")]
    public async Task ListAsync__a_text_that_nothing_meets__finds_nothing(string text)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        Assert.Empty(await TitlesAsync(acts, new ViewState { Countries = [Kaz], Text = text }));
    }

    [Fact]
    public async Task ListAsync__a_word_typed_wrongly__says_what_it_was_taken_for__one_typed_rightly_is_left_alone()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var wrong = await acts.Acts.ListAsync(new ViewState { Text = "medecine" }, Scope.Everything, 10, null, Cancel);
        var right = await acts.Acts.ListAsync(new ViewState { Text = "medicine" }, Scope.Everything, 10, null, Cancel);

        Assert.Equal(("medecine", "medicine"), (wrong.Corrections[0].Typed, wrong.Corrections[0].Written[0]));
        Assert.Equal(right.Acts.Select(a => a.Id), wrong.Acts.Select(a => a.Id));
        Assert.Empty(right.Corrections);
    }

    [Fact]
    public async Task ListAsync__words_of_a_roll_call__finds_its_votes_and_by_choice()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var all = await acts.Acts.ListAsync(new ViewState { Text = "\"ES-11/1\"" }, Scope.Everything, 500, null, Cancel);
        var abstained = await acts.Acts.ListAsync(new ViewState { Text = "ES-11/1 abstains" }, Scope.Everything, 500, null, Cancel);

        Assert.Equal((193, 35), (all.Acts.Count, abstained.Acts.Count));
        Assert.Equal(all.Acts.Count, (await acts.Acts.MatchingAsync(new ViewState { Text = "\"ES-11/1\"" }, Scope.Everything, Cancel))!.Count);
    }

    [Fact]
    public async Task MatchingAsync__with_and_without_text__lists_what_the_pages_list()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var view = new ViewState { Text = "tokaev" };

        Assert.Null(await acts.Acts.MatchingAsync(new ViewState(), Scope.Everything, Cancel));
        Assert.Equal([], await acts.Acts.MatchingAsync(view with { Text = "tonns > 1" }, Scope.Everything, Cancel));
        var listed = await acts.Acts.ListAsync(view, Scope.Everything, 500, null, Cancel);
        Assert.NotEmpty(listed.Acts);
        Assert.Equal(listed.Acts.Select(a => a.Id), await acts.Acts.MatchingAsync(view, Scope.Everything, Cancel));
    }

    [Fact]
    public async Task ListAsync__a_word_of_a_later_version__is_neither_found_nor_offered_as_known_before()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        await using (var connection = await acts.Database.OpenConnectionAsync(Cancel))
        {
            await connection.ExecuteAsync("""
                update stance_event_version set known = tstzrange(lower(known), '2024-05-01') where title = 'Flies 28 t of medicine to Ukraine';
                insert into stance_event_version (
                  country_code, event_id, version, known, title, codebook_version, type_code, variant, happened_from, happened_to, precision, scored_on,
                  intensity, confidence, evidence_weight, mode)
                select
                  country_code, event_id, 2, tstzrange('2024-05-01', null), 'Sends vaccines', codebook_version, type_code, variant, happened_from,
                  happened_to, precision, scored_on, intensity, confidence, evidence_weight, mode
                from stance_event_version
                where title = 'Flies 28 t of medicine to Ukraine';
                insert into written_word values ('vaccines')
                """);
        }

        var before = AsOf.EndOf(new DateOnly(2024, 4, 1));
        foreach (var typed in new[] { "vaccines", "vacines" })
        {
            Assert.Equal(["Sends vaccines"], await TitlesAsync(acts, new ViewState { Text = typed }));
            var then = await acts.Acts.ListAsync(new ViewState { Text = typed, AsOf = before }, Scope.Everything, 10, null, Cancel);
            Assert.Empty(then.Acts);
            Assert.Empty(then.Corrections);
        }
        Assert.Single(await TitlesAsync(acts, new ViewState { Text = "flies 28", AsOf = before }));
        Assert.Empty(await TitlesAsync(acts, new ViewState { Text = "flies 28" }));
    }

    [Fact]
    public async Task ListAsync__within_a_scope__neither_finds_nor_offers_words_outside_it()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        Scope[] scopes =
        [
            new() { Countries = new HashSet<CountryCode> { new("BLR") } },
            new() { Collections = new HashSet<string> { "unga-es11" } },
            new() { Period = new Period(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)) },
            new() { Until = AsOf.EndOf(new DateOnly(2022, 2, 1)) },
        ];

        foreach (var (scope, text) in scopes.SelectMany(s => new[] { (s, "medicine"), (s, "medecine"), (s, "tonnes > 20") }))
        {
            var page = await acts.Acts.ListAsync(new ViewState { Text = text }, scope, 10, null, Cancel);
            Assert.Empty(page.Acts);
            Assert.Empty(page.Corrections);
        }
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(LoadedActs acts, ViewState view) =>
        [.. (await acts.Acts.ListAsync(view, Scope.Everything, 100, null, Cancel)).Acts.Select(a => a.Title)];
}

using System.Text.Json;
using Stance.Acts;
using Stance.Countries;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Acts;

public sealed class ActReaderTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync__all_votes_page_by_page__each_once_with_its_choice()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var seen = new List<ActItem>();
        string? cursor = null;
        do
        {
            var page = await acts.Acts.ListAsync(new ViewState { Collections = ["unga-es11"] }, Scope.Everything, 500, cursor, Cancel);
            seen.AddRange(page.Acts);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(9 * 193, seen.Count);
        Assert.Equal(9 * 193, seen.Select(a => a.Id).Distinct().Count());
        Assert.Equal(seen.Select(a => a.ScoredOn).OrderDescending(), seen.Select(a => a.ScoredOn));
        var first = seen.Where(a => Attribute(a, "symbol") == "A/RES/ES-11/1").ToLookup(a => Attribute(a, "choice"));
        Assert.Equal((141, 5, 35, 12), (first["Yes"].Count(), first["No"].Count(), first["Abstain"].Count(), first["Absent"].Count()));
        var kazakhstan = seen.Single(a => a.Country == Kaz && Attribute(a, "symbol") == "A/RES/ES-11/1");
        Assert.Equal((1, 0.95), (kazakhstan.Scores["RUW"], kazakhstan.Weight));
    }

    [Theory]
    [InlineData(ActOrder.DateAscending)]
    [InlineData(ActOrder.DateDescending)]
    [InlineData(ActOrder.ScoreAscending)]
    [InlineData(ActOrder.ScoreDescending)]
    public async Task ListAsync__small_pages_in_each_order__equal_one_large_page(ActOrder order)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var view = new ViewState { Countries = [Kaz], Order = order };
        var whole = await acts.Acts.ListAsync(view, Scope.Everything, 500, null, Cancel);
        var pieces = new List<ActId>();
        string? cursor = null;
        do
        {
            var page = await acts.Acts.ListAsync(view, Scope.Everything, 7, cursor, Cancel);
            pieces.AddRange(page.Acts.Select(a => a.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(whole.Acts.Select(a => a.Id), pieces);
        Assert.True(pieces.Count > 20);
    }

    [Fact]
    public async Task ListAsync__a_cursor_of_another_order__is_refused()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var page = await acts.Acts.ListAsync(new ViewState(), Scope.Everything, 1, null, Cancel);

        await Assert.ThrowsAsync<FormatException>(() =>
            acts.Acts.ListAsync(new ViewState { Order = ActOrder.DateAscending }, Scope.Everything, 1, page.Next, Cancel));
    }

    [Theory]
    [InlineData("luhansk", 1)]
    [InlineData("BEAR", 1)]
    [InlineData("%", 0)]
    [InlineData("luhanks", 1)]
    [InlineData("' or true --", 0)]
    public async Task ListAsync__words__are_found_in_titles_and_passages_and_never_executed(string words, int found)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var page = await acts.Acts.ListAsync(
            new ViewState { Countries = [Kaz], Collections = ["wsj-2022-07-24"], Text = words }, Scope.Everything, 500, null, Cancel);

        Assert.Equal(found, page.Acts.Count);
    }

    [Fact]
    public async Task FindAsync__the_refusal_to_recognise__comes_with_its_passage_and_how_it_scores()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var page = await acts.Acts.ListAsync(
            new ViewState { Countries = [Kaz], Text = "Luhansk" }, Scope.Everything, 10, null, Cancel);

        var act = await acts.Acts.FindAsync(page.Acts[0].Id, Scope.Everything, AsOf.Now, Cancel);

        Assert.NotNull(act);
        var scoring = act.Scorings.Single(s => s.Axis == "RUW");
        Assert.Equal((-7, -1, 7, 0.95), (scoring.BaseScore, scoring.PoleWeight, scoring.Score, scoring.Weight));
        var claim = act.Claims[0];
        Assert.Equal("preferred", claim.Rank);
        Assert.Contains("recognize", claim.Passage![claim.HighlightFrom!.Value..claim.HighlightTo!.Value], StringComparison.Ordinal);
        Assert.Equal("Wall Street Journal", claim.Source);
    }

    [Fact]
    public async Task FindAsync__outside_the_scope__is_not_there()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var page = await acts.Acts.ListAsync(new ViewState { Countries = [Kaz], Text = "Luhansk" }, Scope.Everything, 1, null, Cancel);
        var id = page.Acts[0].Id;

        Assert.Null(await acts.Acts.FindAsync(id, new Scope { Countries = new HashSet<CountryCode> { new("BLR") } }, AsOf.Now, Cancel));
        Assert.Null(await acts.Acts.FindAsync(id, new Scope { Collections = new HashSet<string> { "unga-es11" } }, AsOf.Now, Cancel));
        Assert.Null(await acts.Acts.FindAsync(id, new Scope { Until = AsOf.EndOf(new DateOnly(2022, 7, 1)) }, AsOf.Now, Cancel));
        Assert.NotNull(await acts.Acts.FindAsync(id, Scope.Everything, AsOf.Now, Cancel));
    }

    private static string? Attribute(ActItem act, string key)
    {
        using var attributes = JsonDocument.Parse(act.Attributes);
        return attributes.RootElement.TryGetProperty(key, out var value) ? value.ToString() : null;
    }
}

using Bunit;
using Stance.Testing;
using Stance.Variations;
using Stance.ViewStates;
using Stance.Web.Alignment;
using Stance.Web.Countries;
using Stance.Web.Tests.App;
using Stance.Web.Variations;

namespace Stance.Web.Tests.Shifts;

public sealed class RobustnessBadgeTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(1000, "Robust 100%")]
    [InlineData(999, "Robust 99%")]
    [InlineData(970, "Robust 97%")]
    [InlineData(1, "Robust 1%")]
    [InlineData(0, "Robust 0%")]
    public void Badge__the_share_that_keeps_the_sign__never_rounds_to_certainty(int same, string badge) =>
        Assert.Equal(badge, RobustnessWords.Badge(Report(1.2, same)));

    [Fact]
    public void Badge__a_change_that_prints_as_nothing__has_no_direction_to_test() =>
        Assert.Equal("No move to test", RobustnessWords.Badge(Report(0.004, 1000)));

    [Fact]
    public void Sources__that_no_act_rests_on_alone__are_not_named()
    {
        var report = Report(1.2, 970) with { Sources = [new("A", 3, 0.2), new("B", 0, 1.2), new("C", 1, 1.5)] };

        Assert.Equal("Without any one source the change is +0.20 (without A) to +1.50 (without C).", RobustnessWords.Sentences(report).Last());
        Assert.StartsWith("Without A alone, which 3", RobustnessWords.Sentences(report with { Sources = [.. report.Sources.Take(2)] }).Last(), StringComparison.Ordinal);
        Assert.StartsWith("Every act stands in more than one source", RobustnessWords.Sentences(report with { Sources = [report.Sources[1]] }).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_page__the_badge__is_described_by_its_definition_and_range()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/KAZ?collections=wsj-2022-07-24&from=2022-01-31&to=2022-07-24", (nameof(CountryPage.Code), "KAZ"));

        page.WaitForAssertion(() => Assert.Equal("Robust 100%", page.Find(".robust button").TextContent));
        var tip = page.Find("#" + page.Find(".robust button").GetAttribute("aria-describedby"));
        Assert.Contains("The change from 31 January 2022 to 24 July 2022, +5.56, keeps its direction in 1,000 of 1,000 variations", tip.TextContent, StringComparison.Ordinal);
        Assert.Contains("multiplies the base score of every kind of act by 0.75 to 1.25", tip.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wall Street Journal", tip.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Change +5.56, in nine of ten variations +", page.Find(".robust .hint").TextContent, StringComparison.Ordinal);
        await page.Find(".robust button").ClickAsync();
        Assert.NotEmpty(page.FindAll(".robust.open"));
        await page.Find(".robust").KeyDownAsync("Escape");
        Assert.NotEmpty(page.FindAll(".robust.closed"));
    }

    [Theory]
    [InlineData("countries=KAZ", 1)]
    [InlineData("countries=BLR,KAZ", 0)]
    public async Task Opening_page__one_country__has_the_badge_beside_its_line(string countries, int badges)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<AlignmentPage>($"/?{countries}&from=2022-01-31&to=2022-07-24");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".line-row .line-chart")));
        page.WaitForAssertion(() => Assert.Equal(badges, page.FindAll(".line-row .robust button").Count));
    }

    private static RobustnessReport Report(double change, int same) =>
        new(new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)), new MoveRobustness(change, 1, same, 500, 1000, 0.5, 2), []);
}

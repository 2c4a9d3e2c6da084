using Bunit;
using Stance.Testing;
using Stance.Web.Charts;
using Stance.Web.Countries;
using Stance.Web.Tests.App;
using Stance.Web.Tests.Charts;

namespace Stance.Web.Tests.Shifts;

public sealed class BreakDrawingTests(PostgresFixture postgres) : BunitContext
{
    private static readonly DateOnly Day = new(2022, 5, 9);

    private static LineDrawing WithBreak(bool isBold) => Lines.Kazakhstan() with
    {
        Breaks = [new BreakMark(Day, Day.AddDays(-30), Day.AddDays(6), isBold, "Break toward Kyiv", "85%")],
    };

    [Theory]
    [InlineData(true, "break bold")]
    [InlineData(false, "break")]
    public void Break__on_the_line__stands_at_its_day_over_the_days_it_can_lie_on(bool isBold, string css)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));

        var chart = Render<LineChart>(p => p.Add(c => c.Drawing, WithBreak(isBold)));

        var mark = Assert.Single(chart.FindAll("line.break"));
        Assert.Equal(css, mark.GetAttribute("class"));
        Assert.Equal("62.75%", mark.GetAttribute("x1"));
        var span = Assert.Single(chart.FindAll("rect.break-span"));
        Assert.Equal(("48.04%", "17.65%"), (span.GetAttribute("x"), span.GetAttribute("width")));
        Assert.Contains(chart.FindAll(".over .wide text"), t => t.TextContent == "Break toward Kyiv, 85% stable");
    }

    [Fact]
    public void Break__in_the_table__is_named_in_the_row_of_its_day()
    {
        var table = LineTable.Of(WithBreak(true));

        var row = Assert.Single(table.Rows, r => r[^1].Length > 0);
        Assert.Equal("9 May 2022", row[0]);
        Assert.Equal("Break toward Kyiv, between 9 Apr 2022 and 15 May 2022, 85% stable", row[^1]);
    }

    [Fact]
    public async Task Country_page__without_a_break__says_so_and_states_the_guard()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/KAZ?from=2022-01-01&to=2022-07-24", (nameof(CountryPage.Code), "KAZ"));

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("h2"), h => h.TextContent.Trim() == "No break is found in this period"));
        Assert.Contains("at least four weeks with acts and evidence weight 3", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_page__too_few_weeks__does_not_read_as_no_break()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/KGZ?from=2022-01-01&to=2022-07-24", (nameof(CountryPage.Code), "KGZ"));

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("h2"), h => h.TextContent.Trim() == "Too little is on file to look for breaks"));
    }
}

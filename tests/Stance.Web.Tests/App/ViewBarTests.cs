using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Stance.Testing;
using Stance.Web.App;

namespace Stance.Web.Tests.App;

public sealed class ViewBarTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_bar__reads_as_a_sentence_with_its_count()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?" + AnalystRoom.Opening);

        Assert.Equal("20\u00a0acts match", bar.Find(".count[role=status]").TextContent.Trim());
        Assert.Equal(
            "Alignment of Kazakhstan between Moscow and Kyiv and its backers, 1 Jan – 24 Jul 2022, as known today, from Wall Street Journal, 24 July 2022",
            bar.Find(".bar-print").TextContent);
        Assert.Contains("/api/v1/alignment.csv?" + AnalystRoom.Opening, bar.FindAll("a[download]").Select(a => a.GetAttribute("href")));
        Assert.Contains("/api/v1/alignment.png?shape=portrait&" + AnalystRoom.Opening, bar.FindAll("a[download]").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("kaz")]
    [InlineData("KZ")]
    [InlineData("kazahkstan")]
    [InlineData("398")]
    public async Task Country__typed_by_any_name_and_entered__stands_in_the_address_and_in_history(string typed)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=BLR");
        await OpenAsync(bar, "Countries and blocs");

        await bar.Find(".pick-box input[type=search]").InputAsync(typed);
        await bar.Find(".pick-box input[type=search]").KeyDownAsync(Key.Enter);

        Assert.EndsWith("/?countries=BLR,KAZ", room.Nav.Uri, StringComparison.Ordinal);
        Assert.False(room.LastNavigation.Options.ReplaceHistoryEntry);

        room.Nav.NavigateTo("/?countries=BLR");
        bar.WaitForAssertion(() => Assert.Equal("Countries and blocs: Belarus", Token(bar, "Countries and blocs").GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Eight_lines__no_ninth_can_be_ticked()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=BLR,CHN,HUN,IND,KAZ,POL,TUR,USA");
        await OpenAsync(bar, "Countries and blocs");

        await bar.Find(".pick-box input[type=search]").InputAsync("uzbekistan");

        Assert.True(bar.Find(".options input[type=checkbox]").HasAttribute("disabled"));
        Assert.Contains("Eight lines", bar.Find(".pick-box .hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_typed_as_a_country__stays_text()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=KAZ&q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));
        await OpenAsync(bar, "Countries and blocs");
        await bar.Find(".pick-box input[type=search]").InputAsync("<img src=x onerror=alert(1)>");

        Assert.Empty(bar.FindAll("img"));
        Assert.Contains("No country or bloc goes by that name", bar.Markup, StringComparison.Ordinal);
        Assert.Contains("listing “<img src=x onerror=alert(1)>”", bar.Find(".phrase").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Period__typed_days__set_the_address()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=KAZ");

        await SetPeriodAsync(bar, "Feb 2022", "24 Jul 2022");

        Assert.EndsWith("/?countries=KAZ&from=2022-02-01&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31 Feb 2022", "24 Jul 2022", "Write a day")]
    [InlineData("24 Jul 2022", "1 Jan 2022", "before the first")]
    [InlineData("1 Jan 2022", "<script>", "Write a day")]
    public async Task Period__that_cannot_be__says_so_at_the_field_and_stays(string from, string to, string expected)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=KAZ");

        await SetPeriodAsync(bar, from, to);

        Assert.EndsWith("/?countries=KAZ", room.Nav.Uri, StringComparison.Ordinal);
        Assert.Contains(expected, string.Concat(bar.FindAll(".problem").Select(p => p.TextContent)), StringComparison.Ordinal);
        Assert.Single(bar.FindAll("input[aria-invalid=true]"));
    }

    [Fact]
    public async Task As_of__a_future_day_is_refused__an_earlier_one_stands_in_the_address()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=KAZ");
        await OpenAsync(bar, "As known");
        await bar.Find(".pick-box input").ChangeAsync("1 Jan 2199");
        await bar.Find(".pick-box form").SubmitAsync();
        Assert.Contains("future", bar.Find(".problem").TextContent, StringComparison.Ordinal);

        await bar.Find(".pick-box input").ChangeAsync("24 Jul 2022");
        await bar.Find(".pick-box form").SubmitAsync();

        Assert.EndsWith("/?asOf=2022-07-24&countries=KAZ", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay__the_slider_moved__the_address_follows_and_the_picker_stays()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?" + AnalystRoom.Opening);
        await OpenAsync(bar, "As known");
        Assert.Equal("today", Slider().GetAttribute("aria-valuetext"));

        await Slider().ChangeAsync("203");

        Assert.EndsWith("/?asOf=2022-07-23&" + AnalystRoom.Opening, room.Nav.Uri, StringComparison.Ordinal);
        bar.WaitForAssertion(() => Assert.Equal("on 23 Jul 2022", Slider().GetAttribute("aria-valuetext")));
        Assert.NotEmpty(bar.FindAll(".pick-box"));

        IElement Slider() => bar.Find(".pick-box input[type=range]");
    }

    [Fact]
    public async Task A_filter__becomes_a_phrase__and_its_button_takes_it_away()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=KAZ&form=deeds&halfLife=90");
        Assert.Equal(["only deeds", "acts fade by half in 90\u00a0days"], bar.FindAll(".phrase").Select(p => p.TextContent.Trim()));

        await bar.Find(".phrase button[aria-label='Remove: only deeds']").ClickAsync();

        Assert.EndsWith("/?countries=KAZ&halfLife=90", room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape__closes_the_picker()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?countries=KAZ");
        await OpenAsync(bar, "Period");

        await bar.Find(".pick:has(.pick-box)").KeyDownAsync(Key.Escape);

        Assert.Empty(bar.FindAll(".pick-box"));
    }

    [Fact]
    public async Task Sheet__changes_wait_for_its_button_which_counts_them()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?" + AnalystRoom.Opening);
        await bar.Find(".bar-narrow .dashed").ClickAsync();
        Assert.Equal("Show 20\u00a0acts", Text(bar.Find(".sheet-foot .button:last-child")));

        await bar.FindAll(".sheet .switch button").Single(b => b.TextContent == "Deeds").ClickAsync();
        Assert.Equal("Show 8\u00a0acts", Text(bar.Find(".sheet-foot .button:last-child")));
        Assert.EndsWith("/?" + AnalystRoom.Opening, room.Nav.Uri, StringComparison.Ordinal);

        await bar.Find(".sheet-foot .button:last-child").ClickAsync();
        Assert.EndsWith("countries=KAZ&form=deeds&from=2022-01-01&to=2022-07-24", room.Nav.Uri, StringComparison.Ordinal);
        Assert.Empty(bar.FindAll(".sheet"));
    }

    [Fact]
    public async Task Sheet__reset_and_close__leave_the_address_alone()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var bar = room.Visit<ViewBar>("/?" + AnalystRoom.Opening);
        await bar.Find(".bar-narrow .dashed").ClickAsync();

        await bar.Find(".sheet-foot .button:first-child").ClickAsync();
        await bar.Find(".sheet-head .button").ClickAsync();

        Assert.EndsWith("/?" + AnalystRoom.Opening, room.Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_the_address__stand_in_one_notice_under_the_bar()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var bar = room.Visit<ViewBar>("/?countries=XYZ&from=2022-13-01&asOf=2999-01-01");

        var notice = Assert.Single(bar.FindAll(".bar-notice"));
        Assert.Contains("\"2022-13-01\" is not a date", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("no country \"XYZ\"", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("lies in the future", notice.TextContent, StringComparison.Ordinal);
    }

    private static async Task SetPeriodAsync(IRenderedComponent<IComponent> bar, string from, string to)
    {
        await OpenAsync(bar, "Period");
        await bar.FindAll(".days input")[0].ChangeAsync(from);
        await bar.FindAll(".days input")[1].ChangeAsync(to);
        await bar.Find(".days").SubmitAsync();
    }

    private static Task OpenAsync(IRenderedComponent<IComponent> bar, string label) => Token(bar, label).ClickAsync();

    private static IElement Token(IRenderedComponent<IComponent> bar, string label) =>
        bar.FindAll(".bar-wide .token").Single(t => (t.GetAttribute("aria-label") ?? t.TextContent.Trim()).StartsWith(label, StringComparison.Ordinal));

    private static string Text(IElement element) => element.TextContent.Trim();
}

using System.Text.Json;
using Bunit;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Tests.Charts;

public sealed class LineChartTests : BunitContext
{
    private const string Attack = "<img src=x onerror=alert(1)>";

    public LineChartTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void LineTable__of_the_fixture__has_the_printed_numbers_day_by_day()
    {
        var table = LineTable.Of(Lines.Kazakhstan());

        Assert.Equal(205, table.Rows.Count);
        Assert.Equal(["24 Jul 2022", "Kazakhstan", "+0.69", "−0.11 to +1.50", "−1.27 to +2.65", "9.29", "+15.8"], table.Rows[0]);
        Assert.Equal(["1 Jan 2022", "Kazakhstan", "−4.00", "−5.91 to −2.09", "−8.65 to +0.65", "0.00", "0.0"], table.Rows[^1]);
        Assert.Contains(table.Rows, r => r[0] == "31 Mar 2022" && r[2] == "−0.64" && r[4] == "−3.40 to +2.12");
    }

    [Fact]
    public void ChartTable__shown__has_a_cell_for_every_value()
    {
        var table = LineTable.Of(Lines.Kazakhstan());
        var rows = Render<ChartTable>(p => p.Add(t => t.Table, table)).FindAll("tbody tr");

        Assert.Equal(table.Rows.Select(r => string.Join('|', r)), rows.Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
    }

    [Fact]
    public void Points_of_the_line__read_back_from_the_drawing__are_the_data()
    {
        var drawing = Lines.Kazakhstan();
        var chart = Render<LineChart>(p => p.Add(c => c.Drawing, drawing));
        var drawn = chart.FindAll("path.line").SelectMany(l => PathReader.Line(l.GetAttribute("d")!)).Distinct().ToList();

        Assert.Equal(205, drawn.Count);
        foreach (var ((x, y), point) in drawn.Zip(drawing.Series[0].Points))
        {
            Assert.Equal((point.Date.DayNumber - drawing.From.DayNumber) / 204.0 * 1000, x, 0.051);
            Assert.Equal(point.Index, 10 - (y / 1000 * 20), 0.002);
        }
    }

    [Fact]
    public void Names__that_look_like_markup__stay_text_in_drawing_table_and_panel()
    {
        var drawing = Lines.Kazakhstan(Attack) with
        {
            Series = [Lines.Flat("AAA", Attack, 0, 1), Lines.Flat("BBB", Attack, 1, 2)],
            Poles = new PoleNames(Attack, Attack),
            Notes = [new("AAA", Lines.From.AddDays(9), Attack, Attack)],
            Triggers = [new(Lines.From.AddDays(15), null, Attack)],
            Acts = [new("x", "AAA", Lines.From.AddDays(3), null, null, Attack, Attack, 3, true)],
            Coverage = new([], Attack),
        };
        var panel = Render<ChartPanel>(p => p
            .Add(c => c.Title, Attack).Add(c => c.Subtitle, Attack).Add(c => c.Summary, [Attack]).Add(c => c.Table, LineTable.Of(drawing))
            .AddChildContent<LiveLine>(a => a.Add(l => l.Drawing, drawing).Add(l => l.OnActSelected, _ => { })));

        Assert.Empty(panel.FindAll("img"));
        Assert.Contains(Attack, panel.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[onerror]"));
    }

    [Fact]
    public void Picture__for_the_library__leaves_it_nothing_to_write()
    {
        var json = JsonSerializer.Serialize(ApexPicture.Of(Lines.Kazakhstan(Attack)), JsonSerializerOptions.Web);
        var options = JsonDocument.Parse(json).RootElement.GetProperty("options");

        Assert.All(["legend", "dataLabels", "tooltip"], part => Assert.Contains("false", options.GetProperty(part).ToString(), StringComparison.Ordinal));
        Assert.False(options.GetProperty("chart").GetProperty("toolbar").GetProperty("show").GetBoolean());
        Assert.False(options.GetProperty("chart").GetProperty("animations").GetProperty("enabled").GetBoolean());
        Assert.False(options.GetProperty("xaxis").GetProperty("labels").GetProperty("show").GetBoolean());
        Assert.False(options.TryGetProperty("title", out _));
        Assert.Equal((-10, 10), (options.GetProperty("yaxis").GetProperty("min").GetDouble(), options.GetProperty("yaxis").GetProperty("max").GetDouble()));
        Assert.Equal(1640995200000, options.GetProperty("xaxis").GetProperty("min").GetInt64());
    }

    [Fact]
    public async Task Acts__of_one_day__open_as_a_list_and_tell_which_was_chosen()
    {
        string? chosen = null;
        var chart = Render<LineChart>(p => p.Add(c => c.Drawing, Lines.Kazakhstan()).Add(c => c.OnActSelected, id => chosen = id));

        await chart.FindAll(".act-buttons button").Single(b => b.GetAttribute("aria-label")!.Contains("5\u00a0acts", StringComparison.Ordinal)).ClickAsync();
        await chart.FindAll(".act-list li button")[1].ClickAsync();

        Assert.NotNull(chosen);
        Assert.StartsWith("a", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public void Acts__on_a_page_without_a_circuit__are_marks_only()
    {
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", isInteractive: false));
        var chart = Render<LineChart>(p => p.Add(c => c.Drawing, Lines.Kazakhstan()).Add(c => c.OnActSelected, _ => { }));

        Assert.Empty(chart.FindAll(".act-buttons"));
        Assert.Equal(20, chart.FindAll("path.act").Count);
    }

    [Fact]
    public void Bands__of_four_countries__are_left_out_and_of_three_are_drawn()
    {
        LineDrawing Of(int count) => Lines.Kazakhstan() with { Acts = null, FlowCountry = null, Series = [.. Enumerable.Range(0, count).Select(i => Lines.Flat($"C{i:00}", $"Country {i}", i, i))] };

        Assert.Equal(6, Render<LineChart>(p => p.Add(c => c.Drawing, Of(3))).FindAll("polygon.b90, polygon.b50").Count);
        Assert.Empty(Render<LineChart>(p => p.Add(c => c.Drawing, Of(4))).FindAll("polygon.b90, polygon.b50"));
    }

    [Fact]
    public void Drawing__without_a_single_point__still_has_its_axes()
    {
        var chart = Render<LiveLine>(p => p.Add(c => c.Drawing, Lines.Kazakhstan() with { Series = [], NotLooked = new("No acts on file", "Nothing was looked for.") }));

        Assert.Equal(7, chart.FindAll(".under rect").Count);
        Assert.Equal("No acts on file", chart.Find(".not-looked b").TextContent);
        Assert.Empty(chart.FindAll(".probe"));
    }

    [Theory]
    [InlineData(-5, "−5", "neg")]
    [InlineData(0, "0", null)]
    [InlineData(6.5, "+6.5", "pos")]
    public void Lollipop__of_a_score__has_the_number_with_its_sign(double score, string words, string? css)
    {
        var number = Render<Lollipop>(p => p.Add(l => l.Score, score)).Find("b");
        Assert.Equal((words, css), (number.TextContent, number.GetAttribute("class")));
        Assert.Equal(words, NumberWords.Score(score));
    }
}

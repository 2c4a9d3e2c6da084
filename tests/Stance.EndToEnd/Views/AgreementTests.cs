using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Alignment;
using Stance.EndToEnd.App;
using Stance.EndToEnd.People;
using Stance.Testing;
using Stance.ViewStates;
using Stance.Web.Acts;
using Stance.Web.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.EndToEnd.Views;

/// <summary>One view, one set of numbers: whatever shows them shows the same.</summary>
public sealed class AgreementTests(AppFixture app)
{
    private static readonly int Views = Rounds.Of(150, 1000);

    /// <summary>A workbook takes ten times as long as the rest together.</summary>
    private const int EachWorkbook = 10;

    private const int Allowance = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Random_views__chart_table_api_and_files_agree()
    {
        var reader = app.Services.GetRequiredService<AnalystReader>();
        var tables = app.Services.GetRequiredService<ActTableReader>();
        var random = new Random(19941205);
        foreach (var numbers in Enumerable.Range(0, Views).Chunk(Allowance))
        {
            // One token may not ask as often as this test does.
            using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");
            foreach (var i in numbers)
                await AssertAgreementAsync(client, reader, tables, AnyView.Of(random), withWorkbook: i % EachWorkbook == 0);
        }
    }

    private static async Task AssertAgreementAsync(HttpClient client, AnalystReader reader, ActTableReader tables, ViewState view, bool withWorkbook)
    {
        var query = ViewStateUrl.Print(view);
        var drawing = Drawing(await reader.ReadAsync(view, Scope.Everything, withActs: false, Cancel));
        var api = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/alignment?{query}", Cancel)).GetProperty("countries").EnumerateArray()
            .SelectMany(OfApi).OrderBy(n => n.Country, StringComparer.Ordinal).ThenBy(n => n.Date).ToList();

        var drawn = drawing.Series.Select(s => s.Country).ToHashSet();
        Agree(api.Where(n => drawn.Contains(n.Country)), drawing.Series.OrderBy(s => s.Country, StringComparer.Ordinal).SelectMany(s => s.Points.Select(p => OfChart(s.Country, p))), "chart", query);
        Agree(Said(api, drawing), OfTable(drawing), "table", query);
        Agree(api, await FileAsync(client, query), "file", query);
        if (!withWorkbook)
            return;
        Agree(api, await SheetAsync(client, query), "workbook", query);
        await AssertActsAgreeAsync(client, tables, view);
    }

    /// <summary>The table of acts holds those the API lists that speak on the axis, with the same numbers in the same order.</summary>
    private static async Task AssertActsAgreeAsync(HttpClient client, ActTableReader tables, ViewState view)
    {
        var query = ViewStateUrl.Print(view);
        var listed = await client.GetFromJsonAsync<ActsAnswer>($"/api/v1/acts?{query}&limit=500", Cancel);
        Assert.Null(listed!.Next);
        var table = (await tables.ReadAsync(view, Scope.Everything, Cancel)).In(view.Order, ActTableReader.Most);
        Assert.Equal(
            listed.Acts.Where(a => a.Scores.ContainsKey(view.Axis)).Select(a => (a.Id, a.Date, a.Scores[view.Axis], a.Weight, a.Mode)),
            table.Acts.Select(a => (a.Id.ToString(), a.Day, a.Score, a.Weight, a.IsDeed ? "M" : "D")));
    }

    private static void Agree<T>(IEnumerable<T> api, IEnumerable<T> other, string name, string query)
    {
        var ours = api.ToList();
        var theirs = other.ToList();
        Assert.True(api is HashSet<T> set ? set.SetEquals(other) : ours.SequenceEqual(theirs), $"The {name} says otherwise than the API: {query}");
        Assert.NotEmpty(ours);
    }

    private static LineDrawing Drawing(AnalystReport report) =>
        AlignmentDrawing.Of(report, "test", new SeriesPlaces().Assign(AlignmentDrawing.Shown(report.Alignment).Select(c => c.Country.Code)));

    private static Numbers OfChart(string country, LinePoint p) =>
        new(country, p.Date, p.Index, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow);

    private static Numbers[] OfApi(JsonElement country) =>
    [
        .. country.GetProperty("points").EnumerateArray().Select(p => new Numbers(
            country.GetProperty("country").GetString()!, DateOnly.Parse(p.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
            p.GetProperty("index").GetDouble(), p.GetProperty("low90").GetDouble(), p.GetProperty("high90").GetDouble(),
            p.GetProperty("low50").GetDouble(), p.GetProperty("high50").GetDouble(), p.GetProperty("weight").GetDouble(), p.GetProperty("flow").GetDouble())),
    ];

    private static async Task<IReadOnlyList<Numbers>> FileAsync(HttpClient client, string query)
    {
        var lines = (await client.GetStringAsync($"/api/v1/alignment.csv?{query}", Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => Of(name => cells[columns[name]])).OrderBy(n => n.Country, StringComparer.Ordinal).ThenBy(n => n.Date)];
    }

    private static async Task<IReadOnlyList<Numbers>> SheetAsync(HttpClient client, string query)
    {
        using var file = new MemoryStream(await client.GetByteArrayAsync($"/api/v1/alignment.xlsx?{query}", Cancel));
        var rows = file.Query(useHeaderRow: true, sheetName: "Index").Cast<IDictionary<string, object>>();
        return [.. rows.Select(row => Of(name => row[name])).OrderBy(n => n.Country, StringComparer.Ordinal).ThenBy(n => n.Date)];
    }

    private static Numbers Of(Func<string, object> cell)
    {
        return new((string)cell("country"), Day(cell("date")), Number("index"), Number("low90"), Number("high90"), Number("low50"), Number("high50"), Number("weight"), Number("flow"));

        double Number(string name) => Convert.ToDouble(cell(name), CultureInfo.InvariantCulture);

        static DateOnly Day(object value) => value is DateTime at ? DateOnly.FromDateTime(at) : DateOnly.Parse((string)value, CultureInfo.InvariantCulture);
    }

    /// <summary>The table under the chart: the same numbers as words.</summary>
    private static HashSet<string> OfTable(LineDrawing drawing) => [.. LineTable.Of(drawing).Rows.Select(cells => string.Join('|', cells.Take(7)))];

    private static HashSet<string> Said(IEnumerable<Numbers> numbers, LineDrawing drawing)
    {
        var names = drawing.Series.ToDictionary(s => s.Country, s => s.Name);
        return [.. numbers.Where(n => names.ContainsKey(n.Country)).Select(n => string.Join('|',
            DateWords.Day(n.Date), names[n.Country], NumberWords.Index(n.Index), NumberWords.Range(n.Low50, n.High50),
            NumberWords.Range(n.Low90, n.High90), NumberWords.Weight(n.Weight), NumberWords.Flow(n.Flow)))];
    }

    private sealed record Numbers(string Country, DateOnly Date, double Index, double Low90, double High90, double Low50, double High50, double Weight, double Flow);
}

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using MiniExcelLibs;
using Stance.EndToEnd.App;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Api;

/// <summary>What the page shows as a picture, in every layout.</summary>
public sealed class PictureTests(AppFixture app) : IAsyncLifetime
{
    private const string Several = "countries=KAZ,BLR,UZB,KGZ,TJK&from=2022-01-01&to=2023-03-31&asOf=2023-06-01T12%3A00%3A00.000000Z";
    private const string One = "countries=KAZ&from=2022-01-01&to=2022-07-24&asOf=2023-06-01T12%3A00%3A00.000000Z";
    private const string Why = "why=KAZ:2022-01-31..2022-07-24";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("map", Several, "mapDay=2023-03-31")]
    [InlineData("map", Several + "&mapDay=2022-12-31&mapChange=90", "mapChange=90")]
    [InlineData("why", One + "&" + Why, Why)]
    [InlineData("slope", Several, "tab=slope")]
    [InlineData("multiples", Several + "&scale=free", "scale=free")]
    [InlineData("months", Several, "tab=heat")]
    public async Task Picture__of_a_layout__has_its_format_its_words_and_the_address_it_stands_at(string name, string view, string layout)
    {
        foreach (var (shape, width, height) in new[] { ("landscape", 1200, 675), ("portrait", 1080, 1350) })
        {
            var svg = await DrawnAsync($"{name}.svg?shape={shape}&{view}");
            var png = await client.GetByteArrayAsync($"/api/v1/{name}.png?shape={shape}&{view}", Cancel);

            Assert.Equal((width, height), ((int)svg.Attribute("width")!, (int)svg.Attribute("height")!));
            Assert.Equal((2 * width, 2 * height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
            var words = Words(svg);
            Assert.Contains("Kazakhstan", words, StringComparison.Ordinal);
            Assert.Contains("As known on: 1 June 2023, 12:00 UTC", words, StringComparison.Ordinal);
            Assert.Contains("Codebook: 1.0", words, StringComparison.Ordinal);
            var address = string.Concat(svg.Descendants(Svg + "text").Select(t => t.Value));
            Assert.Contains($"{app.Address}?asOf=2023-06-01T12%3A00%3A00.000000Z", address, StringComparison.Ordinal);
            Assert.Contains(layout, address, StringComparison.Ordinal);
            Assert.DoesNotContain("var(", svg.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "script" or "foreignObject" or "image" or "a");
            Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName == "href");
        }
    }

    [Fact]
    public async Task Slope__draws_the_first_and_the_last_level_of_the_api()
    {
        var texts = Texts(await DrawnAsync($"slope.svg?{Several}"));

        foreach (var country in (await ReadAsync($"alignment?{Several}")).GetProperty("countries").EnumerateArray())
        {
            var points = country.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("index").GetDouble()).ToList();
            Assert.Contains(Printed(points[0]), texts);
            Assert.Contains(texts, t => t.EndsWith(Printed(points[^1]), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Waterfall__draws_the_parts_of_the_api_and_both_ends()
    {
        var svg = await DrawnAsync($"why.svg?{One}&{Why}");
        var why = await ReadAsync("alignment/why?country=KAZ&t0=2022-01-31&t1=2022-07-24&asOf=2023-06-01T12%3A00%3A00.000000Z");

        var texts = Texts(svg);
        Assert.Contains(Printed(why.GetProperty("start").GetProperty("index").GetDouble()), texts);
        Assert.Contains(Printed(why.GetProperty("end").GetProperty("index").GetDouble()), texts);
        Assert.Contains(Stance.Wording.NumberWords.Contribution(why.GetProperty("parts").EnumerateArray().Max(p => p.GetProperty("change").GetDouble())), texts);
    }

    [Fact]
    public async Task Workbook_and_package__of_a_view_that_explains__hold_the_parts_of_the_change()
    {
        using var book = new MemoryStream(await client.GetByteArrayAsync($"/api/v1/alignment.xlsx?{One}&{Why}", Cancel));
        using var zip = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"/api/v1/alignment.zip?{One}&{Why}", Cancel)));
        using var file = new StreamReader(await zip.GetEntry("why.csv")!.OpenAsync(Cancel));
        var csv = await client.GetStringAsync("/api/v1/alignment/why.csv?country=KAZ&t0=2022-01-31&t1=2022-07-24&asOf=2023-06-01T12%3A00%3A00.000000Z", Cancel);

        Assert.Equal(csv, await file.ReadToEndAsync(Cancel));
        Assert.Equal(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1, book.Query(useHeaderRow: true, sheetName: "Why it moved").Count());
    }

    [Fact]
    public async Task Months__draws_every_level_of_its_file()
    {
        var said = (await DrawnAsync($"months.svg?{Several}")).Descendants(Svg + "rect").Elements(Svg + "title").Select(t => t.Value).ToList();
        var rows = await RowsAsync($"months.csv?{Several}");

        Assert.Equal(5 * 15, rows.Count);
        Assert.Equal(rows.Count, said.Count);
        Assert.All(rows, row => Assert.Contains(said, s => s.StartsWith($"{row[1]}, ", StringComparison.Ordinal) && s.Contains($": {Printed(Number(row[4]))}, ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("&mapDay=2022-12-31&mapChange=90", 12)]
    public async Task Map__tells_the_values_of_its_file_which_are_those_of_the_line(string day, int column)
    {
        var said = (await DrawnAsync($"map.svg?{Several}{day}")).Descendants(Svg + "title").Select(t => t.Value).ToHashSet();
        var rows = await RowsAsync($"map.csv?{Several}{day}");
        var points = (await ReadAsync($"alignment?{Several}")).GetProperty("countries").EnumerateArray()
            .First(c => c.GetProperty("country").GetString() == "KAZ").GetProperty("points").EnumerateArray();

        Assert.All(rows, row => Assert.Contains(said, s => s.StartsWith($"{row[1]}: {Printed(Number(row[column]))}, ", StringComparison.Ordinal)));
        var kazakhstan = rows.Single(r => r[0] == "KAZ");
        Assert.Equal(points.First(p => p.GetProperty("date").GetString() == kazakhstan[3]).GetProperty("index").GetDouble(), Number(kazakhstan[4]), 1e-9);
    }

    [Theory]
    [InlineData("slope.png?countries=KAZ&shape=round", "shape")]
    [InlineData("map.png?shape=round", "shape")]
    [InlineData("months.svg?countries=KAZ&mapDay=2022-01-01", "mapDay")]
    [InlineData("multiples.svg?countries=KAZ&scale=wide", "scale")]
    [InlineData("multiples.svg", "countries")]
    [InlineData("map.csv?mapChange=31", "mapChange")]
    [InlineData("map.svg?countries=KAZ&tab=slope", "tab")]
    [InlineData("why.svg?countries=KAZ", "why")]
    [InlineData("alignment.zip?countries=KAZ&why=BLR:2022-01-31..2022-07-24", "why")]
    [InlineData("why.png?countries=KAZ&why=BLR:2022-01-31..2022-07-24", "why")]
    [InlineData("why.png?countries=KAZ&why=yesterday", "why")]
    public async Task Picture__asked_for_wrongly__is_refused_by_name(string path, string name)
    {
        var answer = await client.GetAsync($"/api/v1/{path}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").TryGetProperty(name, out _));
    }

    [Theory]
    [InlineData("map.svg")]
    [InlineData("map.csv")]
    [InlineData("slope.png")]
    public async Task Picture__asked_for_by_nobody__is_not_given(string path)
    {
        using var nobody = new HttpClient { BaseAddress = app.Address };

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/api/v1/{path}?{Several}", Cancel)).StatusCode);
    }

    private async Task<XElement> DrawnAsync(string path) => XDocument.Parse(await client.GetStringAsync($"/api/v1/{path}", Cancel)).Root!;

    private Task<JsonElement> ReadAsync(string path) => client.GetFromJsonAsync<JsonElement>($"/api/v1/{path}", Cancel);

    private async Task<List<string[]>> RowsAsync(string path) =>
        [.. (await client.GetStringAsync($"/api/v1/{path}", Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(l => l.Split(','))];

    private static List<string> Texts(XElement svg) => [.. svg.Descendants(Svg + "text").Select(t => t.Value)];

    private static string Words(XElement svg) => string.Join(' ', Texts(svg));

    private static string Printed(double value) => Stance.Wording.NumberWords.Index(value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

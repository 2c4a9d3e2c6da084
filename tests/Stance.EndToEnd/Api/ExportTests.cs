using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using MiniExcelLibs;
using Stance.EndToEnd.App;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Api;

public sealed class ExportTests(AppFixture app) : IAsyncLifetime
{
    private const string Kazakhstan = "countries=KAZ&collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24";
    private const string Frozen = Kazakhstan + "&asOf=2023-01-01T12%3A00%3A00.000000Z";

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
    [InlineData("landscape", 1200, 675)]
    [InlineData("portrait", 1080, 1350)]
    public async Task Picture__of_a_view__says_what_it_is_and_where_it_comes_from(string shape, int width, int height)
    {
        var svg = XDocument.Parse(await client.GetStringAsync($"/api/v1/alignment.svg?shape={shape}&{Frozen}", Cancel)).Root!;

        Assert.Equal(Svg + "svg", svg.Name);
        Assert.Equal((width, height), ((int)svg.Attribute("width")!, (int)svg.Attribute("height")!));
        var words = string.Join("\n", svg.Descendants(Svg + "text").Select(t => t.Value));
        Assert.Contains("Kazakhstan moved from Moscow’s side to the middle", words, StringComparison.Ordinal);
        Assert.Contains("+0.69", words, StringComparison.Ordinal);
        Assert.Contains("Country: Kazakhstan. Period: 1 January – 24 July 2022. Collection: Wall Street Journal, 24 July 2022", words.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("As known on: 1 January 2023, 12:00 UTC", words.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Codebook: 1.0", words, StringComparison.Ordinal);
        Assert.Contains($"{app.Address}?asOf=2023-01-01T12%3A00%3A00.000000Z", words.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("var(", svg.ToString(), StringComparison.Ordinal);
        Assert.Empty(svg.Descendants(Svg + "script"));
    }

    [Fact]
    public async Task Png__of_a_view__is_twice_the_format_and_the_same_for_ever()
    {
        var first = await client.GetByteArrayAsync($"/api/v1/alignment.png?{Frozen}", Cancel);
        var second = await client.GetByteArrayAsync($"/api/v1/alignment.png?{Frozen}", Cancel);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], first[..4]);
        Assert.Equal((2400, 1350), (BigEndian(first, 16), BigEndian(first, 20)));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Workbook__of_a_view__holds_the_numbers_of_the_api()
    {
        using var file = new MemoryStream(await client.GetByteArrayAsync($"/api/v1/alignment.xlsx?{Frozen}", Cancel));
        var points = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/alignment?{Frozen}", Cancel)).GetProperty("countries")[0].GetProperty("points").EnumerateArray().ToList();

        var index = file.Query(useHeaderRow: true, sheetName: "Index").Cast<IDictionary<string, object>>().ToList();
        var about = file.Query(useHeaderRow: true, sheetName: "About").Cast<IDictionary<string, object>>().ToList();

        Assert.Equal(points.Count, index.Count);
        Assert.All(points.Zip(index), pair => Assert.Equal(pair.First.GetProperty("index").GetDouble(), Convert.ToDouble(pair.Second["index"], System.Globalization.CultureInfo.InvariantCulture), 1e-12));
        Assert.Equal(20, file.Query(useHeaderRow: true, sheetName: "Acts").Count());
        Assert.Contains(about, row => (string)row["What"] == "As known on" && (string)row["Value"] == "1 January 2023, 12:00 UTC");
        Assert.Contains(about, row => (string)row["What"] == "Cite as");
    }

    [Fact]
    public async Task Package__of_a_frozen_view__is_the_same_bytes_and_holds_the_csv_of_the_api()
    {
        var first = await client.GetByteArrayAsync($"/api/v1/alignment.zip?{Frozen}", Cancel);
        var second = await client.GetByteArrayAsync($"/api/v1/alignment.zip?{Frozen}", Cancel);
        using var zip = new ZipArchive(new MemoryStream(first));

        Assert.Equal(first, second);
        Assert.Equal(["README.txt", "acts.csv", "alignment.csv", "citation.bib", "citation.csl.json", "ends.csv", "months.csv"], zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.Equal(await client.GetStringAsync($"/api/v1/alignment.csv?{Frozen}", Cancel), await ReadAsync(zip, "alignment.csv"));
        Assert.Contains("20 of the 20 acts", await ReadAsync(zip, "README.txt"), StringComparison.Ordinal);
        Assert.Contains("\nKAZ,Kazakhstan,RUW,2022-02-28,", await ReadAsync(zip, "months.csv"), StringComparison.Ordinal);
        Assert.Contains("\nKAZ,Kazakhstan,RUW,2022-01-01,2022-07-24,-4,", await ReadAsync(zip, "ends.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_a_pair__holds_the_acts_toward_each_other_and_none_else()
    {
        var csv = await client.GetStringAsync("/api/v1/countries/KAZ/toward/RUS.csv?from=2022-01-01&to=2022-07-24", Cancel);
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.EndsWith(",toward,toward_score", rows[0], StringComparison.Ordinal);
        Assert.InRange(rows.Length, 10, 40);
        Assert.All(rows[1..], row => Assert.Matches(@",(KAZ|RUS),.*,(RUS|KAZ),(-?\d+(\.\d+)?)?$", row));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/countries/KAZ/toward/RUS.csv?countries=UZB", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/countries/KAZ/toward/KAZ.csv", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Permalink__of_a_moving_view__gives_the_same_numbers()
    {
        var moving = await client.GetFromJsonAsync<JsonElement>($"/api/v1/citation?countries=KAZ,BLR", Cancel);
        var permalink = new Uri(moving.GetProperty("permalink").GetString()!);

        var frozen = await client.GetStringAsync($"/api/v1/alignment{permalink.Query}", Cancel);
        var again = await client.GetStringAsync($"/api/v1/alignment{permalink.Query}", Cancel);

        Assert.Equal(app.Address.Authority, permalink.Authority);
        Assert.Contains("from=", permalink.Query, StringComparison.Ordinal);
        Assert.Contains("asOf=", permalink.Query, StringComparison.Ordinal);
        Assert.Equal(frozen, again);
    }

    [Theory]
    [InlineData("alignment.png?countries=KAZ&shape=round", "shape")]
    [InlineData("alignment.svg?countries=KAZ&size=9", "size")]
    [InlineData("alignment.xlsx", "countries")]
    [InlineData("alignment.zip?countries=KAZ&asOf=2999-01-01", "asOf")]
    [InlineData("citation.bib?countries=ZZZ", "countries")]
    public async Task A_file__asked_for_wrongly__is_refused_by_name(string path, string name)
    {
        var answer = await client.GetAsync($"/api/v1/{path}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").TryGetProperty(name, out _));
    }

    private static int BigEndian(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Stance.EndToEnd.App;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Api;

public sealed class ReadApiTests(AppFixture app)
{
    private const string Article = "collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alignment__Kazakhstan_in_the_article__every_printed_digit()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/alignment?axis=RUW&countries=KAZ,BLR&halfLife=180&{Article}", Cancel);

        Assert.Equal("RUW", answer.GetProperty("axis").GetString());
        Assert.Equal(2, answer.GetProperty("countries").GetArrayLength());
        var kazakhstan = answer.GetProperty("countries").EnumerateArray().Single(c => c.GetProperty("country").GetString() == "KAZ");
        Assert.Equal(-4, kazakhstan.GetProperty("prior").GetDouble());
        var points = kazakhstan.GetProperty("points").EnumerateArray().ToDictionary(p => p.GetProperty("date").GetString()!);
        Assert.Equal(205, points.Count);
        AssertDay("2022-01-01", -4.0000, 2.8284, -8.652, 0.652, 0);
        AssertDay("2022-01-31", -4.8704, 2.3831, -8.790, -0.951, 0.8174);
        AssertDay("2022-02-28", -3.0874, 2.0995, -6.541, 0.366, 1.6299);
        AssertDay("2022-03-31", -0.6408, 1.6776, -3.400, 2.119, 3.6854);
        AssertDay("2022-05-31", 0.7268, 1.2948, -1.403, 2.857, 7.5439);
        AssertDay("2022-06-30", 0.7362, 1.1599, -1.172, 2.644, 9.8930);
        AssertDay("2022-07-24", 0.6923, 1.1905, -1.266, 2.650, 9.2897);

        void AssertDay(string day, double index, double standardError, double low, double high, double weight)
        {
            var point = points[day];
            Assert.Equal(index, Math.Round(point.GetProperty("index").GetDouble(), 4), 1e-9);
            Assert.Equal(standardError, Math.Round(point.GetProperty("standardError").GetDouble(), 4), 1e-9);
            Assert.Equal(low, Math.Round(point.GetProperty("low90").GetDouble(), 3), 1e-9);
            Assert.Equal(high, Math.Round(point.GetProperty("high90").GetDouble(), 3), 1e-9);
            Assert.Equal(weight, Math.Round(point.GetProperty("weight").GetDouble(), 4), 1e-9);
        }
    }

    [Theory]
    [InlineData("alignment?countries=KAZ&from=2022-13-01", "from")]
    [InlineData("alignment?countries=KAZ&from=2022-07-24&to=2022-01-01", "from")]
    [InlineData("alignment?countries=XXX", "countries")]
    [InlineData("alignment?countries=Kazakhstan", "countries")]
    [InlineData("alignment?countries=KAZ&axis=NOPE", "axis")]
    [InlineData("alignment?countries=KAZ&collections=nope", "collections")]
    [InlineData("alignment?countries=KAZ&halfLife=0", "halfLife")]
    [InlineData("alignment?countries=KAZ&asOf=2999-01-01", "asOf")]
    [InlineData("alignment?countries=KAZ&asOf=yesterday", "asOf")]
    [InlineData("alignment?countries=KAZ&colour=blue", "colour")]
    [InlineData("acts?q=tonns%20%3E%205", "q")]
    [InlineData("acts?q=tonnes%20%3E%205%20kg", "q")]
    [InlineData("acts?q=rank%20%3E%20Minister", "q")]
    [InlineData("alignment", "countries")]
    [InlineData("alignment?countries=KAZ&form=songs", "form")]
    [InlineData("alignment?countries=KAZ&countries=BLR", "countries")]
    [InlineData("alignment.csv?countries=XXX", "countries")]
    [InlineData("alignment/why?country=KAZ&t0=2022-01-31", "t1")]
    [InlineData("alignment/why?country=XXX&t0=2022-01-31&t1=2022-07-24", "country")]
    [InlineData("alignment/why?country=KAZ&t0=2022-07-24&t1=2022-01-31", "t1")]
    [InlineData("alignment/why?country=KAZ&t0=2022-01-31&t1=2022-07-24&knownAt0=now&knownAt1=2022-07-24", "knownAt1")]
    [InlineData("alignment/why?country=KAZ&t0=2022-01-31&t1=2022-07-24&knownAt1=2999-01-01", "knownAt1")]
    [InlineData("alignment/why?country=KAZ&t0=2022-01-31&t1=2022-07-24&countries=BLR", "countries")]
    [InlineData("alignment/why.csv?country=KAZ&t0=31.1.2022&t1=2022-07-24", "t0")]
    [InlineData("alignment?countries=KAZ&why=KAZ:2022-01-31..2022-07-24", "why")]
    [InlineData("shifts", "countries")]
    [InlineData("shifts?countries=KAZ&colour=blue", "colour")]
    [InlineData("shifts?countries=KAZ&asOf=2999-01-01", "asOf")]
    [InlineData("diffusion?from=2022-03-01&to=2022-12-31", "trigger")]
    [InlineData("diffusion?trigger=24.2.2022", "trigger")]
    [InlineData("diffusion.csv?countries=XXX&trigger=2022-02-24", "countries")]
    [InlineData("amounts?measure=speaker", "measure")]
    [InlineData("amounts.csv?measure=%3Cb%3E", "measure")]
    [InlineData("acts?limit=0", "limit")]
    [InlineData("acts?limit=501", "limit")]
    [InlineData("acts?cursor=abc", "cursor")]
    [InlineData("acts?families=XYZ", "families")]
    [InlineData("acts?q=%00", "q")]
    [InlineData("acts?countries=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "countries")]
    public async Task Bad_input__400_that_names_the_parameter(string request, string parameter)
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        using var answer = await client.GetAsync($"/api/v1/{request}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _), problem.ToString());
    }

    [Fact]
    public async Task Shifts__Kazakhstan__tells_what_there_was_to_look_in()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/shifts?countries=KAZ,KGZ&from=2022-01-01&to=2022-07-24", Cancel);

        var countries = answer.GetProperty("countries").EnumerateArray().ToDictionary(c => c.GetProperty("country").GetString()!);
        Assert.Equal(10, countries["KAZ"].GetProperty("weeks").GetInt32());
        Assert.True(countries["KAZ"].GetProperty("enough").GetBoolean());
        Assert.Equal(JsonValueKind.Array, countries["KAZ"].GetProperty("breaks").ValueKind);
        Assert.False(countries["KGZ"].GetProperty("enough").GetBoolean());
    }

    [Fact]
    public async Task Diffusion__of_the_sample__every_country_told_with_its_reason_in_json_and_csv()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");
        const string Asked = "countries=KAZ,KGZ,RUS&from=2022-01-01&to=2022-07-24";

        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/diffusion?{Asked}", Cancel);
        var csv = (await client.GetStringAsync($"/api/v1/diffusion.csv?{Asked}", Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("2022-02-24", answer.GetProperty("trigger").GetString());
        Assert.Equal("Russia invades Ukraine", answer.GetProperty("marked")[0].GetString());
        var countries = answer.GetProperty("countries").EnumerateArray().ToDictionary(c => c.GetProperty("country").GetString()!);
        Assert.Equal(3, countries.Count);
        Assert.Equal("notLooked", countries["KGZ"].GetProperty("reason").GetString());
        Assert.Equal(10, countries["KAZ"].GetProperty("weeks").GetInt32());
        Assert.Equal(4, csv.Length);
    }

    [Fact]
    public async Task Acts__a_vote__says_body_symbol_and_choice()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/acts?countries=KAZ&collections=unga-es11&limit=500&sort=date", Cancel);

        Assert.Equal(9, answer.GetProperty("acts").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("next").ValueKind);
        var first = answer.GetProperty("acts")[0];
        Assert.Equal("2022-03-02", first.GetProperty("date").GetString());
        Assert.Equal("DIP-UNV", first.GetProperty("type").GetString());
        Assert.Equal(1, first.GetProperty("scores").GetProperty("RUW").GetDouble());
        Assert.Equal(0.95, first.GetProperty("weight").GetDouble(), 1e-12);
        var attributes = first.GetProperty("attributes");
        Assert.Equal("A/RES/ES-11/1", attributes.GetProperty("symbol").GetString());
        Assert.Equal("Abstain", attributes.GetProperty("choice").GetString());
        Assert.True(attributes.TryGetProperty("body", out _));
        var again = await client.GetFromJsonAsync<JsonElement>($"/api/v1/acts/{first.GetProperty("id").GetString()}", Cancel);
        Assert.Equal(first.GetProperty("title").GetString(), again.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Alignment_csv__the_same_numbers_as_the_json()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        var csv = await client.GetStringAsync($"/api/v1/alignment.csv?countries=KAZ&{Article}", Cancel);
        var json = await client.GetFromJsonAsync<JsonElement>($"/api/v1/alignment?countries=KAZ&{Article}", Cancel);

        var last = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[^1].Split(',');
        var point = json.GetProperty("countries")[0].GetProperty("points").EnumerateArray().Last();
        Assert.Equal("2022-07-24", last[3]);
        Assert.Equal(point.GetProperty("index").GetRawText(), last[4]);
        Assert.Equal(point.GetProperty("low90").GetRawText(), last[6]);
    }

    [Fact]
    public async Task Why__Kazakhstan_since_January__bars_that_sum_to_the_change_in_json_and_csv()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");
        const string Change = "country=KAZ&t0=2022-01-31&t1=2022-07-24&collections=wsj-2022-07-24";

        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/alignment/why?{Change}", Cancel);
        var csv = (await client.GetStringAsync($"/api/v1/alignment/why.csv?{Change}", Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var (start, end) = (answer.GetProperty("start").GetProperty("index").GetDouble(), answer.GetProperty("end").GetProperty("index").GetDouble());
        var parts = answer.GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal(5.563, end - start, 0.0005);
        Assert.Equal(end - start, parts.Sum(p => p.GetProperty("change").GetDouble()), 1e-9);
        Assert.Equal("new", parts[0].GetProperty("kind").GetString());
        Assert.Contains("Donetsk", parts[0].GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(parts.Count + 3, csv.Length);
    }

    [Theory]
    [InlineData("alignment?countries=KAZ")]
    [InlineData("alignment/why?country=KAZ&t0=2022-01-31&t1=2022-07-24")]
    [InlineData("acts")]
    [InlineData("shifts?countries=KAZ")]
    [InlineData("diffusion?trigger=2022-02-24")]
    [InlineData("countries")]
    [InlineData("codebook")]
    public async Task Without_a_token__401_as_a_problem(string request)
    {
        using var client = new HttpClient { BaseAddress = app.Address };

        using var answer = await client.GetAsync($"/api/v1/{request}", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_document__describes_every_address_of_the_interface()
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel);

        var paths = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Superset(
            new HashSet<string> { "/api/v1/alignment", "/api/v1/alignment.csv", "/api/v1/alignment/why", "/api/v1/alignment/why.csv", "/api/v1/acts", "/api/v1/acts/{id}", "/api/v1/acts/together", "/api/v1/acts/together/{id}", "/api/v1/shifts", "/api/v1/diffusion", "/api/v1/diffusion.csv", "/api/v1/amounts", "/api/v1/amounts.csv", "/api/v1/roll-calls", "/api/v1/roll-calls/{id}", "/api/v1/roll-calls/{id}/corrections", "/api/v1/roll-calls/{id}/scorings/{axis}", "/api/v1/roll-calls/{id}/scorings/{axis}/decision", "/api/v1/countries", "/api/v1/axes", "/api/v1/sources", "/api/v1/codebook" },
            paths.ToHashSet());
        var parameters = document.GetProperty("paths").GetProperty("/api/v1/alignment").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
        Assert.Contains("halfLife", parameters);
        Assert.Contains("asOf", parameters);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stance.Data;
using Stance.Testing;
using Stance.Web.Acts;
using Stance.Web.Api;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Tests.Events;

public sealed class EventEndpointsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddStanceData(await postgres.NewDatabaseAsync()).AddStanceApi().AddSingleton(TimeProvider.System);
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, RoleInHeader>("test", null);
        builder.Services.AddAuthorization(Policies.Declare);
        app = builder.Build();
        app.UseStanceApi();
        app.UseAuthentication();
        app.UseAuthorization();
        var api = app.MapStanceApi();
        api.MapActs();
        api.MapEvents();
        await app.StartAsync(Cancel);
        client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Role", "curator");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Post__a_good_act__created_where_it_says_and_read_at_once()
    {
        var answer = await PostAsync(Body(), "k1");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var receipt = await answer.Content.ReadFromJsonAsync<ActReceipt>(Cancel);
        Assert.Equal($"/api/v1/acts/{receipt!.Id}", answer.Headers.Location!.OriginalString);
        var act = await client.GetFromJsonAsync<JsonObject>(answer.Headers.Location, Cancel);
        Assert.Equal(5, act!["scores"]!["RUW"]!.GetValue<double>());
        Assert.Equal(0.85, act["weight"]!.GetValue<double>(), 12);
    }

    [Fact]
    public async Task Post__an_act_of_several_states__one_for_each_and_a_whole_to_read_them_by()
    {
        var body = Body(b => (b["also"], b["whole"]) = (new JsonArray("UZB", "KGZ"), "Three send relief"));
        var alone = await PostAsync(body, "k1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal(["also"], (await alone.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Select(e => e.Key));
        var twice = await SendAsync(HttpMethod.Post, "/api/v1/acts/together", Body(b => b["also"] = new JsonArray("UZB", "UZB")).ToJsonString(), "k1");
        Assert.Equal(["also[1]"], (await twice.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Select(e => e.Key));

        var answer = await SendAsync(HttpMethod.Post, "/api/v1/acts/together", body.ToJsonString(), "k1");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var receipt = (await answer.Content.ReadFromJsonAsync<TogetherReceipt>(Cancel))!;
        Assert.Equal(["KAZ", "UZB", "KGZ"], receipt.Acts.Select(a => a.Country));
        var whole = (await client.GetFromJsonAsync<JsonObject>(answer.Headers.Location, Cancel))!;
        Assert.Equal("Three send relief", whole["title"]!.GetValue<string>());
        Assert.Equal(receipt.Acts.Select(a => a.Id.ToString()).Order(), whole["acts"]!.AsArray().Select(a => a!["id"]!.GetValue<string>()).Order());
        var part = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/acts/{receipt.Acts[1].Id}", Cancel))!;
        Assert.Equal((receipt.Id, "Three send relief"), (part["parentId"]!.GetValue<Guid>(), part["parent"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Post__a_passage_in_its_own_language_with_a_translation__both_are_read_back_and_found()
    {
        var answer = await PostAsync(
            Body(b =>
            {
                b["report"]!["language"] = "kk";
                b["excerpt"] = new JsonObject { ["passage"] = "Қазақстан дәрі-дәрмек жөнелтті", ["translation"] = "Kazakhstan dispatched remedies" };
            }),
            "k1");

        var act = await client.GetFromJsonAsync<JsonObject>(answer.Headers.Location, Cancel);
        Assert.Equal(
            ("kk", "Қазақстан дәрі-дәрмек жөнелтті", "Kazakhstan dispatched remedies"),
            ((string?)act!["claims"]![0]!["language"], (string?)act["claims"]![0]!["passage"], (string?)act["claims"]![0]!["translation"]));
        foreach (var words in new[] { "ҚАЗАҚСТАН", "remedies", "жөнелтті dispatched" })
            Assert.Single((await client.GetFromJsonAsync<JsonObject>($"/api/v1/acts?q={Uri.EscapeDataString(words)}", Cancel))!["acts"]!.AsArray());
    }

    [Fact]
    public async Task Post__repeated_with_its_key__same_status_and_body_and_says_so()
    {
        var first = await PostAsync(Body(), "k1");
        var again = await PostAsync(Body(), "k1");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await again.Content.ReadAsStringAsync(Cancel));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single((await client.GetFromJsonAsync<JsonObject>("/api/v1/acts", Cancel))!["acts"]!.AsArray());
    }

    [Fact]
    public async Task Post__the_key_of_another_request__conflict()
    {
        await PostAsync(Body(), "k1");

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(Body(b => b["title"] = "Other"), "k1")).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Post__without_a_key__400_that_names_the_header(string? key)
    {
        var answer = await PostAsync(Body(), key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country", "\"XYZ\"", "country")]
    [InlineData("date", "\"2022-02-30\"", "date")]
    [InlineData("date", "\"2999-01-01\"", "date")]
    [InlineData("type", "\"NO-SUCH\"", "type")]
    [InlineData("title", "\"\"", "title")]
    [InlineData("title", "\"a\\u0000b\"", "title")]
    [InlineData("intensity", "9.5", "intensity")]
    [InlineData("report", "{\"title\":\"t\",\"publishedOn\":\"2022-07-24\",\"url\":\"javascript:alert(1)\"}", "report.url")]
    [InlineData("attributes", "{\"tonnes\":-28}", "attributes.tonnes")]
    [InlineData("overrides", "[{\"axis\":\"RUW\",\"score\":3}]", "overrides[0].reason")]
    [InlineData("collections", "[\"nope\"]", "collections[0]")]
    [InlineData("excerpt", "{\"passage\":\"told\",\"translation\":\"told \"}", "excerpt.translation")]
    [InlineData("source", "null", "source")]
    public async Task Post__a_broken_rule__422_at_its_json_path(string member, string value, string path)
    {
        var answer = await PostAsync(Body(b => b[member] = JsonNode.Parse(value)), "k1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject();
        Assert.Equal([path], errors.Select(e => e.Key));
    }

    [Theory]
    [InlineData("{\"countri\":\"KAZ\"}", "countri")]
    [InlineData("{\"source\":{\"nam\":\"x\"}}", "source.nam")]
    [InlineData("{\"intensity\":\"5\"}", "intensity")]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}", "title")]
    [InlineData("{\"Title\":\"a\"}", "Title")]
    [InlineData("{\"parent\":\"x\"}", "parent")]
    [InlineData("{\"title\":\"\\ud800\"}", "title")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{", "")]
    [InlineData("", "")]
    public async Task Post__a_body_that_cannot_be_read__400_at_its_json_path(string body, string path)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/acts", body, "k1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([path], (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task Post__ten_thousand_characters_of_title__422()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(Body(b => b["title"] = new string('x', 10000)), "k1")).StatusCode);
    }

    [Fact]
    public async Task Post__as_form_or_with_unknown_parameters__refused()
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, "/api/v1/acts") { Content = new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded") };
        form.Headers.Add("Idempotency-Key", "k1");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.SendAsync(form, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "/api/v1/acts?dryRun=1", Body().ToJsonString(), "k1")).StatusCode);
    }

    [Theory]
    [InlineData("analyst")]
    [InlineData("viewer")]
    public async Task Post__by_a_lower_role__403(string role)
    {
        client.DefaultRequestHeaders.Remove("X-Role");
        client.DefaultRequestHeaders.Add("X-Role", role);

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(Body(), "k1")).StatusCode);
    }

    [Fact]
    public async Task Put__the_version_read__corrected_and_an_older_one_gets_412_with_the_newer()
    {
        var id = (await (await PostAsync(Body(), "k1")).Content.ReadFromJsonAsync<ActReceipt>(Cancel))!.Id;
        var corrected = await SendAsync(HttpMethod.Put, $"/api/v1/acts/{id}", Body(b => b["title"] = "Theirs").ToJsonString(), "k2", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Equal("\"2\"", corrected.Headers.ETag!.Tag);

        var late = await SendAsync(HttpMethod.Put, $"/api/v1/acts/{id}", Body(b => b["title"] = "Mine").ToJsonString(), "k3", "1");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var current = (await late.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["current"]!;
        Assert.Equal((2, "Theirs"), (current["version"]!.GetValue<int>(), current["act"]!["title"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Put__without_a_version_or_an_act__refused()
    {
        Assert.Equal(428, (int)(await SendAsync(HttpMethod.Put, $"/api/v1/acts/{Guid.NewGuid()}", Body().ToJsonString(), "k1")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Put, $"/api/v1/acts/{Guid.NewGuid()}", Body().ToJsonString(), "k1", "*")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, $"/api/v1/acts/{Guid.NewGuid()}", Body().ToJsonString(), "k1", "1")).StatusCode);
    }

    [Fact]
    public async Task Retraction__with_a_reason__the_act_is_gone_and_without_one_422()
    {
        var id = (await (await PostAsync(Body(), "k1")).Content.ReadFromJsonAsync<ActReceipt>(Cancel))!.Id;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Post, $"/api/v1/acts/{id}/retraction", "{}", "k2", "1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"/api/v1/acts/{id}/retraction", "{\"reason\":\"Never happened\"}", "k3", "1")).StatusCode);
        Assert.Empty((await client.GetFromJsonAsync<JsonObject>("/api/v1/acts", Cancel))!["acts"]!.AsArray());
    }

    private static JsonObject Body(Action<JsonObject>? change = null)
    {
        var body = JsonNode.Parse("""
            {
              "country": "KAZ", "recipient": "UKR", "type": "HUM-AIDF", "date": "2022-03-14", "title": "28 t of medicine by air",
              "attributes": {"tonnes": 28, "cargo": "medicine"},
              "source": {"name": "Wall Street Journal", "reliability": "B"},
              "report": {"title": "Snubs", "publishedOn": "2022-07-24", "url": "https://example.org/a"},
              "excerpt": {"passage": "dispatched a Boeing 767", "highlightFrom": 13, "highlightTo": 23, "pointer": "¶11"},
              "credibility": 2
            }
            """)!.AsObject();
        change?.Invoke(body);
        return body;
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject body, string? key) => SendAsync(HttpMethod.Post, "/api/v1/acts", body.ToJsonString(), key);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string body, string? key, string? version = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        return await client.SendAsync(request, Cancel);
    }
}

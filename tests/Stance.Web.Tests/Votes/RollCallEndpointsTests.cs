using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stance.Data;
using Stance.Testing;
using Stance.Web.Api;
using Stance.Web.People;
using Stance.Web.Votes;

namespace Stance.Web.Tests.Votes;

public sealed class RollCallEndpointsTests(PostgresFixture postgres) : IAsyncLifetime
{
    // A body of which only the record can tell who has a vote: three are enough.
    private const string Record = "country,choice\nAlbania,yes\nKazakhstan,abstain\nRussia,no\n";

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
        api.MapRollCalls();
        api.MapRollCallCommands();
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
    public async Task Post__the_text_of_a_record__entered_once_and_read_where_it_says()
    {
        var first = await SendAsync(HttpMethod.Post, "", Body(), "k1");
        var again = await SendAsync(HttpMethod.Post, "", Body(), "k1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await again.Content.ReadAsStringAsync(Cancel));
        var stored = await client.GetFromJsonAsync<JsonObject>(first.Headers.Location, Cancel);
        Assert.Equal("ALB Y, KAZ A, RUS N", string.Join(", ", stored!["votes"]!.AsArray().Select(v => $"{v!["country"]} {v["choice"]}")));
        Assert.Single((await client.GetFromJsonAsync<JsonObject>("/api/v1/roll-calls?q=observers", Cancel))!["rollCalls"]!.AsArray());
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(HttpMethod.Post, "", Body(b => b["title"] = "Other"), "k1")).StatusCode);
    }

    [Theory]
    [InlineData("yes", "2", "yes")]
    [InlineData("text", "\"country,choice\\nAlbania,maybe\"", "text")]
    [InlineData("text", "\"country,choice\\nAtlantis,yes\"", "text")]
    [InlineData("date", "\"2999-01-01\"", "date")]
    [InlineData("votes", "[]", "text")]
    [InlineData("symbol", "null", "symbol")]
    public async Task Post__what_breaks_a_rule__422_that_names_the_field(string member, string value, string field)
    {
        var answer = await SendAsync(HttpMethod.Post, "", Body(b => b[member] = JsonNode.Parse(value)), "k1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(field, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task Post__who_may_not_or_sends_nonsense__is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "", Body(), null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "", Body(b => b["colour"] = "red"), "k1")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/roll-calls?colour=red", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/roll-calls?cursor=abc", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/roll-calls/{Guid.NewGuid()}", Cancel)).StatusCode);
        client.DefaultRequestHeaders.Remove("X-Role");
        client.DefaultRequestHeaders.Add("X-Role", "analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, "", Body(), "k1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/roll-calls", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Correction_and_scoring__step_by_step__each_on_the_version_it_names()
    {
        var id = (await (await SendAsync(HttpMethod.Post, "", Body(), "k1")).Content.ReadFromJsonAsync<RollCallReceipt>(Cancel))!.Id;
        var correction = new JsonObject { ["votes"] = JsonNode.Parse("[{\"country\":\"KAZ\",\"choice\":\"Y\"}]"), ["yes"] = 2, ["abstain"] = 0, ["reason"] = "Misread." };

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await SendAsync(HttpMethod.Post, $"/{id}/corrections", correction, "c1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"/{id}/corrections", correction, "c2", 1)).StatusCode);
        var late = await SendAsync(HttpMethod.Post, $"/{id}/corrections", correction, "c3", 1);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal(2, (await late.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["current"]!["version"]!.GetValue<int>());

        var proposal = new JsonObject { ["favoured"] = "UKR", ["reason"] = "It asks for observers in Ukraine." };
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, $"/{id}/scorings/RUW", proposal, "p1", 2)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Put, $"/{id}/scorings/NONE", proposal, "p2", 2)).StatusCode);
        var waiting = (await FindAsync(id))["proposals"]![0]!["id"]!.GetValue<string>();
        Assert.Empty((await FindAsync(id))["scorings"]!.AsArray());
        var unsaid = new JsonObject { ["proposal"] = waiting };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Post, $"/{id}/scorings/RUW/decision", unsaid, "d1", 2)).StatusCode);
        var decision = new JsonObject { ["proposal"] = waiting, ["publish"] = true };
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"/{id}/scorings/RUW/decision", decision, "d2", 2)).StatusCode);

        Assert.Equal("UKR", (await FindAsync(id))["scorings"]![0]!["favoured"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, $"/{Guid.NewGuid()}/corrections", correction, "c4", 1)).StatusCode);
    }

    private static JsonObject Body(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["body"] = "OSCE",
            ["symbol"] = "PC.DEC/1",
            ["title"] = "Deployment of observers",
            ["date"] = "2022-03-02",
            ["yes"] = 1,
            ["no"] = 1,
            ["abstain"] = 1,
            ["absent"] = 0,
            ["text"] = Record,
        };
        change?.Invoke(body);
        return body;
    }

    private async Task<JsonObject> FindAsync(Guid id) => (await client.GetFromJsonAsync<JsonObject>($"/api/v1/roll-calls/{id}", Cancel))!;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject body, string? key, int? version = null)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/roll-calls" + path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (version is { } number)
            request.Headers.Add("If-Match", $"\"{number}\"");
        return await client.SendAsync(request, Cancel);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stance.Acts;
using Stance.Data;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Imports;
using Stance.Testing;
using Stance.Web.Api;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Tests.Events;

/// <summary>
/// The same act told to the form, in a file and by API is taken by all three or by none, and for the same fields, one of several states by form and API;
/// a file also says which cells cannot be read where a rule has no more to ask of them.
/// </summary>
public sealed class OneRuleSetTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly int Records = Rounds.Of(500, 10_000);

    // Every how many records one is also sent to the running API.
    private const int Sent = 40;

    private static readonly DateOnly Today = new(2026, 7, 1);

    private WebApplication app = null!;
    private Register register = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddStanceData(await postgres.NewDatabaseAsync(withSample: true)).AddStanceApi().AddSingleton<TimeProvider>(new Noon());
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, RoleInHeader>("test", null);
        builder.Services.AddAuthorization(Policies.Declare);
        app = builder.Build();
        app.UseStanceApi();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStanceApi().MapEvents();
        await app.StartAsync(Cancel);
        register = await app.Services.GetRequiredService<RegisterReader>().ReadAsync(Cancel);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Any_record__by_form_file_and_API__agree_on_each_and_on_its_fields()
    {
        var made = new ToldActs(register, Today, new Random(20220724));
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Role", "curator");
        var taken = 0;
        for (var n = 0; n < Records; n++)
        {
            var told = made.Next();
            var body = told.ToBody();
            var byForm = FieldsOf(EventRules.Check(told.ToForm(register.Codebook).ToDraft(register.Codebook), register, Today).Select(b => b.Field));
            // A file has a row for each state, so it knows nothing of the others.
            var byFile = FieldsOf(InFile(told).Breaches.Select(b => b.Field).Concat(byForm.Where(f => f is "also" or "whole")));
            var byApi = await ByApiAsync(body);
            if (byForm.Count == 0 ? byFile.Count + byApi.Count > 0 : !byFile.IsSupersetOf(byForm) || !byFile.Overlaps(byApi))
                Assert.Fail($"Record {n}: form [{string.Join(", ", byForm)}], file [{string.Join(", ", byFile)}], API [{string.Join(", ", byApi)}]\n{body}");
            taken += byForm.Count == 0 ? 1 : 0;
            if (n % Sent == 0)
                await ExpectSameAsync(client, body, told.IsTogether ? "/api/v1/acts/together" : "/api/v1/acts", byApi);
        }
        // Neither answer is the exception.
        Assert.InRange(taken, Records / 4, 3 * Records / 4);
    }

    private CheckedRow InFile(ToldAct told)
    {
        var cells = told.ToCells();
        string[] headers = [.. cells.Keys];
        var mapping = new ImportMapping(headers.ToDictionary(h => h, h => (string?)h), new Dictionary<string, string>());
        return new RowReading(headers, mapping, register, new Dictionary<string, (string, string)>(), Today).Read(new ImportRow(2, [.. cells.Values.Select(v => v ?? "")]));
    }

    /// <summary>JSON of another kind than a field takes is refused at the first such field, before any rule is asked.</summary>
    private async Task<HashSet<string>> ByApiAsync(JsonObject body)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = "application/json";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        var (draft, problems) = await EventBody.ReadAsync<StanceEventDraft>(request, Cancel);
        return FieldsOf(problems?.Keys ?? EventRules.Check(draft!, register, Today).Select(b => b.Field));
    }

    private static async Task ExpectSameAsync(HttpClient client, JsonObject body, string path, HashSet<string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(fields.Count == 0 == (answer.StatusCode == HttpStatusCode.Created), $"{answer.StatusCode} {text}\n{body}");
        if (fields.Count > 0)
            Assert.Equal(fields, FieldsOf(JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name)));
    }

    /// <summary>Each way of telling has its own name for a few fields.</summary>
    private static HashSet<string> FieldsOf(IEnumerable<string> fields) => [.. fields.Select(f => f switch
    {
        "date" => "from",
        "source" or "source.id" => "source.name",
        // Where the passage itself is refused, nothing need be said of the words in it.
        "excerpt" or "excerpt.highlight" or "excerpt.highlightFrom" or "excerpt.highlightTo" => "excerpt.passage",
        _ when f.StartsWith("also", StringComparison.Ordinal) => "also",
        _ when f.StartsWith("collections", StringComparison.Ordinal) => "collections",
        _ => f,
    })];

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}

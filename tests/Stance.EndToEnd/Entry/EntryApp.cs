using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Entry;

/// <summary>An app of this class's own for those who enter acts: curators in browsers, and one with a token.</summary>
public sealed class EntryApp(AppFixture fixture) : IAsyncLifetime
{
    private RunningApp app = null!;

    public Uri Address => app.Address;

    public IServiceProvider Services => app.Services;

    /// <summary>A curator's program.</summary>
    public HttpClient Program { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await fixture.StartAsync();
        Program = await Administrator.TokenClientAsync(app.Address, app.Services, "curator");
    }

    /// <summary>A curator with the page open, or whoever else may.</summary>
    public async Task<Visitor> VisitAsync(BrowserFixture browser, string path, Role role = Role.Curator, int width = 1440)
    {
        var visitor = await browser.VisitAsync(Address, new() { ViewportSize = new() { Width = width, Height = 900 } });
        await visitor.SignInAsync(Services, role, path);
        return visitor;
    }

    public Task<Guid> EnterAsync(JsonObject body) => Program.EnterAsync(body);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject body, string key, int? version = null) =>
        Program.SendAsync(method, path, body, key, version);

    public Task<JsonElement> ReadAsync(string path) => Program.GetFromJsonAsync<JsonElement>(path, Cancel);

    /// <summary>How many acts carry this title.</summary>
    public async Task<int> CountAsync(string title)
    {
        var page = await ReadAsync($"/api/v1/acts?limit=500&q={Uri.EscapeDataString(title)}");
        return page.GetProperty("acts").EnumerateArray().Count(a => a.GetProperty("title").GetString() == title);
    }

    /// <summary>An act of the test; only its title says which.</summary>
    public static JsonObject Act(string title) => new()
    {
        ["country"] = "KAZ",
        ["recipient"] = "UKR",
        ["type"] = "HUM-AIDF",
        ["date"] = "2022-04-14",
        ["title"] = title,
        ["attributes"] = new JsonObject { ["tonnes"] = 28 },
        ["source"] = new JsonObject { ["name"] = "A source of the test", ["reliability"] = "B" },
        ["report"] = new JsonObject { ["title"] = "A report of the test", ["publishedOn"] = "2022-07-24" },
        ["excerpt"] = new JsonObject { ["passage"] = "A passage of the test", ["highlightFrom"] = 0, ["highlightTo"] = 9, ["pointer"] = "¶1" },
        ["credibility"] = 2,
    };

    public ValueTask DisposeAsync()
    {
        Program.Dispose();
        return app.DisposeAsync();
    }
}

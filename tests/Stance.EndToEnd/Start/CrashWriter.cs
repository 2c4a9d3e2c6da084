using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stance.EndToEnd.Start;

/// <summary>
/// A curator's program that enters acts one after another and never gives up: what was not acknowledged is sent again under
/// the same key until it is. It remembers what it was told.
/// </summary>
internal sealed class CrashWriter(string token)
{
    private readonly Dictionary<string, string> acknowledged = [];
    private int number;

    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    /// <summary>Enters one act; <paramref name="address"/> is asked before each try, since a restarted app may have another.</summary>
    /// <param name="afterSending">Called as soon as the first try is on its way.</param>
    public async Task WriteAsync(Func<Task<Uri>> address, Action afterSending, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"act-{++number}");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new HttpClient { BaseAddress = await address(), Timeout = TimeSpan.FromSeconds(30) };
                client.DefaultRequestHeaders.Authorization = new("Bearer", token);
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/acts") { Content = JsonContent.Create(Body(key)) };
                request.Headers.Add("Idempotency-Key", key);
                var sending = client.SendAsync(request, cancel);
                if (attempt == 0)
                    afterSending();
                using var answer = await sending;
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    acknowledged[key] = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("id").GetString()!;
                    return;
                }
                Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException && attempt < 120 && !cancel.IsCancellationRequested)
            {
                // Nobody answered: whether the act is saved is unknown, so the same key is sent again.
            }
            await Task.Delay(250, cancel);
        }
    }

    /// <summary>The titles of all acts this program entered, as the app lists them now.</summary>
    public async Task<List<(string Title, string Id)>> StoredAsync(Uri address, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var stored = new List<(string, string)>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/acts?q=act-&limit=500{(cursor is null ? "" : $"&cursor={cursor}")}", cancel);
            stored.AddRange(page.GetProperty("acts").EnumerateArray().Select(a => (a.GetProperty("title").GetString()!, a.GetProperty("id").GetString()!))
                .Where(a => a.Item1.StartsWith("act-", StringComparison.Ordinal)));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return stored;
    }

    private static JsonObject Body(string key) => new()
    {
        ["country"] = "KAZ",
        ["recipient"] = "UKR",
        ["type"] = "HUM-AIDF",
        ["date"] = "2022-03-14",
        ["title"] = key,
        ["attributes"] = new JsonObject { ["tonnes"] = 28 },
        ["source"] = new JsonObject { ["name"] = "A source of the test", ["reliability"] = "B" },
        ["report"] = new JsonObject { ["title"] = "A report of the test", ["publishedOn"] = "2022-07-24" },
        ["excerpt"] = new JsonObject { ["passage"] = "A passage of the test", ["highlightFrom"] = 0, ["highlightTo"] = 9, ["pointer"] = "¶1" },
        ["credibility"] = 2,
    };
}

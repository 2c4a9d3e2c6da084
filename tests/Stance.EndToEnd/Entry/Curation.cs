using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stance.EndToEnd.Entry;

/// <summary>A curator's program.</summary>
internal static class Curation
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Enters an act that has to be taken.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> EnterAsync(this HttpClient program, JsonObject body)
    {
        using var answer = await program.SendAsync(HttpMethod.Post, "/api/v1/acts", body, Guid.NewGuid().ToString());
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
    }

    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient program, HttpMethod method, string path, JsonObject body, string key, int? version = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        if (version is { } number)
            request.Headers.Add("If-Match", $"\"{number}\"");
        return await program.SendAsync(request, Cancel);
    }
}

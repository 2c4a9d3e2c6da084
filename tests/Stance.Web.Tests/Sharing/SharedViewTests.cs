using System.Net;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Web.Tests.Sharing;

public sealed class SharedViewTests(PostgresFixture postgres)
{
    private static readonly ViewState Kazakhstan = new()
    {
        Countries = [new("KAZ")],
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get__an_open_share__shows_headline_line_table_map_and_acts_without_a_circuit()
    {
        await using var app = await SharedApp.StartAsync(postgres);
        using var client = app.NewClient();
        var (secret, _) = await app.ShareAsync(Kazakhstan, "Central Asia and the war");

        var answer = await client.GetAsync($"/s/{secret}", Cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        if (Environment.GetEnvironmentVariable("STANCE_SHOW") is { } file)
            await File.WriteAllTextAsync(file, page, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(">Central Asia and the war</h1>", page, StringComparison.Ordinal);
        Assert.Contains("+0.69", page, StringComparison.Ordinal);
        Assert.Contains("<path class=\"line", page, StringComparison.Ordinal);
        Assert.Contains("data-code=\"KAZ\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("importmap", page, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}

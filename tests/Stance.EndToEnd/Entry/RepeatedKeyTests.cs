using System.Net;

namespace Stance.EndToEnd.Entry;

public sealed class RepeatedKeyTests(EntryApp app) : IClassFixture<EntryApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post__twenty_times_at_once_under_one_key__one_act_and_one_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.SendAsync(HttpMethod.Post, "/api/v1/acts", EntryApp.Act("An act sent again"), "again")));
        var words = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync(Cancel)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(words.Distinct());
        Assert.Single(answers, a => !a.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(1, await app.CountAsync("An act sent again"));
    }

    [Fact]
    public async Task Post__the_key_of_another_body__409_and_nothing_entered()
    {
        using var first = await app.SendAsync(HttpMethod.Post, "/api/v1/acts", EntryApp.Act("The first under this key"), "taken");
        using var other = await app.SendAsync(HttpMethod.Post, "/api/v1/acts", EntryApp.Act("Another under this key"), "taken");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("application/problem+json", other.Content.Headers.ContentType!.MediaType);
        Assert.Equal((1, 0), (await app.CountAsync("The first under this key"), await app.CountAsync("Another under this key")));
    }

    [Fact]
    public async Task Post__a_refused_body_mended_under_the_same_key__entered()
    {
        var broken = EntryApp.Act("Mended under its key");
        broken["date"] = "2022-02-30";
        using var refused = await app.SendAsync(HttpMethod.Post, "/api/v1/acts", broken, "mended");
        using var mended = await app.SendAsync(HttpMethod.Post, "/api/v1/acts", EntryApp.Act("Mended under its key"), "mended");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
        Assert.Equal(1, await app.CountAsync("Mended under its key"));
    }
}

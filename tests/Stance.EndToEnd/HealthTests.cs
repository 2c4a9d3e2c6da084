using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd;

public sealed class HealthTests(AppFixture app, BrowserFixture browser)
{
    [Theory]
    [InlineData("health/live", "live")]
    [InlineData("health/ready", "ready")]
    public async Task Health__running_app__says_so_in_a_browser(string path, string word)
    {
        await using var visitor = await browser.VisitAsync(app.Address);

        var answer = await visitor.Page.GotoAsync(path);

        Assert.Equal(200, answer!.Status);
        Assert.Equal(word, await visitor.Page.InnerTextAsync("body"));
        Assert.Empty(visitor.Strangers);
    }
}

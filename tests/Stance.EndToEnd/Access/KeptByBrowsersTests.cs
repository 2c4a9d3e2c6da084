using System.Text.RegularExpressions;
using Stance.EndToEnd.App;

namespace Stance.EndToEnd.Access;

public sealed partial class KeptByBrowsersTests(AppFixture app)
{
    [Fact]
    public async Task Files_of_a_page__whose_address_tells_what_they_hold__are_kept__and_the_page_is_not()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var page = await client.GetAsync(new Uri("sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var files = Printed().Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Contains(files, f => f.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith(".js", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        }
    }

    [GeneratedRegex("""(?:href|src)="((?:lib|js|_content|_framework)/[^"]+\.[a-z0-9]{10}\.(?:css|js|woff2))"[ />]""")]
    private static partial Regex Printed();
}

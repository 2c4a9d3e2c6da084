using Microsoft.Playwright;
using Stance.EndToEnd.Browser;

namespace Stance.EndToEnd.Entry;

public sealed class HistoryTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    [Fact]
    public async Task What_each_version_changed__is_read_field_by_field_and_an_older_one_restored()
    {
        var act = EntryApp.Act("As first read");
        var id = await app.EnterAsync(act);
        act["title"] = "As read again";
        using (var answer = await app.SendAsync(HttpMethod.Put, $"/api/v1/acts/{id}", act, Guid.NewGuid().ToString(), 1))
            Assert.True(answer.IsSuccessStatusCode);
        await using var curator = await app.VisitAsync(browser, $"/acts/{id}");
        var page = curator.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "What each version changed" }).PressAsync("Enter");
        var change = page.Locator("table.changes tbody tr");
        await Assertions.Expect(change).ToHaveCountAsync(1);
        await Assertions.Expect(change).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"Title\s*As first read\s*As read again"));
        await Pictures.TakeAsync(page, "history");

        await page.TabToButtonAsync("Restore version 1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Version 3 says what version 1 said");
        Assert.Equal(1, await app.CountAsync("As first read"));
        Assert.Equal(0, await app.CountAsync("As read again"));
        curator.AssertNothingWrong();
    }
}

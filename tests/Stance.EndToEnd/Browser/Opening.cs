using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

internal static class Opening
{
    /// <summary>Goes to an address and waits until the page answers.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.WhenInteractiveAsync();
    }

    /// <summary>Follows a link by the keyboard and waits for the focus, which goes to the new page's heading; whoever types before loses it midway.</summary>
    public static async Task FollowAsync(this IPage page, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1").First).ToBeFocusedAsync();
    }

    /// <summary>Waits until the page's circuit answers; clicks before that are lost.</summary>
    public static Task WhenInteractiveAsync(this IPage page) => page.Locator("main[data-interactive]").WaitForAsync();
}

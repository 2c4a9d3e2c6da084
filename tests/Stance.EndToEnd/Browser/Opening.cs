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

    /// <summary>Waits until the page's circuit answers; clicks before that are lost.</summary>
    public static Task WhenInteractiveAsync(this IPage page) => page.Locator("main[data-interactive]").WaitForAsync();
}

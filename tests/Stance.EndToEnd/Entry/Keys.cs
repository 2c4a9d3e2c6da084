using Microsoft.Playwright;

namespace Stance.EndToEnd.Entry;

/// <summary>A person at the keyboard: goes from control to control by Tab, never by pointer.</summary>
internal static class Keys
{
    private const int MostTabs = 120;

    /// <summary>After so long a pause a browser takes a letter typed in a list for the first of a new word.</summary>
    private static readonly TimeSpan WordsEnd = TimeSpan.FromSeconds(1.2);

    /// <summary>Presses Tab until the control with this id has the focus; a trap on the way, or a control out of reach, fails.</summary>
    public static async Task TabToAsync(this IPage page, string id)
    {
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await page.FocusedIdAsync() == id)
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to #{id}.");
    }

    public static async Task TypeIntoAsync(this IPage page, string id, string text)
    {
        await page.TabToAsync(id);
        await page.Keyboard.TypeAsync(text);
        await Assertions.Expect(page.Locator($"#{id}")).ToHaveValueAsync(text);
    }

    /// <summary>Types into a list that searches, and takes the first it finds.</summary>
    public static async Task ChooseAsync(this IPage page, string id, string typed, string name)
    {
        await page.TabToAsync(id);
        await page.Keyboard.TypeAsync(typed);
        await Assertions.Expect(page.Locator(".mud-popover-open .mud-list-item").First).ToContainTextAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#{id}")).ToHaveValueAsync(name);
    }

    /// <summary>Types the first letters of an option, as one does in a closed list, and again if the list took them for two words.</summary>
    /// <remarks>A browser begins a new word after a second without a letter, which on a busy machine is no long time.</remarks>
    public static async Task PickAsync(this IPage page, string id, string typed, string value)
    {
        await page.TabToAsync(id);
        var chosen = page.Locator($"#{id} option:checked");
        for (var tries = 0; tries < 5; tries++)
        {
            await page.Keyboard.TypeAsync(typed);
            if ((await chosen.TextContentAsync())?.Contains(value, StringComparison.Ordinal) == true)
                break;
            await Task.Delay(WordsEnd);
        }
        await Assertions.Expect(chosen).ToContainTextAsync(value);
    }

    public static async Task TabToButtonAsync(this IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await button.EvaluateAsync<bool>("b => b === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to {name}.");
    }

    /// <summary>Goes to the first part of the form that is closed under these words, and opens it.</summary>
    public static async Task UnfoldAsync(this IPage page, string words)
    {
        var summary = page.Locator("summary").Filter(new() { HasText = words }).First;
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await summary.EvaluateAsync<bool>("s => s === document.activeElement"))
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to {words}.");
    }

    /// <summary>Presses Tab until a paragraph of the article has the focus.</summary>
    public static async Task TabToBlockAsync(this IPage page)
    {
        await page.Locator("[data-article][data-listens]").WaitForAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await page.EvaluateAsync<bool>("document.activeElement?.matches('[data-from]') ?? false"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("Tab does not lead into the article.");
    }

    private static Task<string> FocusedIdAsync(this IPage page) => page.EvaluateAsync<string>("document.activeElement?.id ?? ''");
}

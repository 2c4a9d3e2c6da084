using Microsoft.Playwright;

namespace Stance.EndToEnd.Entry;

/// <summary>The form for acts as a person uses it.</summary>
internal static class EntryPage
{
    /// <summary>The id of the control for a field of the interface: "report.title" stands in "f-report-title".</summary>
    public static string Id(string path) => "f-" + path.Replace('.', '-').Replace('_', '-');

    public static ILocator Field(this IPage page, string path) => page.Locator("#" + Id(path));

    /// <summary>What is said to be wrong with a field.</summary>
    public static ILocator Problem(this IPage page, string path) => page.Locator($"#{Id(path)}-error");

    /// <summary>Fills in an act that can be saved; only its title says which.</summary>
    public static async Task FillAsync(this IPage page, string title)
    {
        await page.Field("source").SelectOptionAsync(new SelectOptionValue { Label = "Wall Street Journal, usually reliable (B)" });
        await page.Field("report.title").FillAsync("A report of the test");
        await page.Field("report.publishedOn").FillAsync("24 July 2022");
        await page.Field("excerpt.passage").FillAsync("A passage of the test");
        await page.Field("credibility").SelectOptionAsync("2");
        await page.TakeAsync("country", "Kazakhstan");
        await page.TakeAsync("recipient", "Ukraine");
        await page.TakeAsync("type", "Aid shipment or flight");
        await page.Field("from").FillAsync("14 April 2022");
        await page.Field("title").FillAsync(title);
        await Assertions.Expect(page.Locator(".score .as-sum")).ToBeVisibleAsync();
    }

    /// <summary>Searches a list and takes what bears this very name.</summary>
    public static async Task TakeAsync(this IPage page, string path, string name)
    {
        if (await page.Field(path).InputValueAsync() == name)
            return;
        await page.Field(path).ClickAsync();
        await page.Field(path).FillAsync(name);
        // Until the list has heard the words it shows all there is, and what is clicked in it then is taken away again.
        var first = page.Locator(".mud-popover-open .mud-list-item").First;
        await Assertions.Expect(first).ToContainTextAsync(name);
        await first.ClickAsync();
        await Assertions.Expect(page.Field(path)).ToHaveValueAsync(name);
        // The list gives the focus back to its field, and takes it from whoever has gone on by then.
        await Assertions.Expect(page.Field(path)).ToBeFocusedAsync();
    }

    public static Task SaveAsync(this IPage page) => page.Locator("[data-save]").ClickAsync();

    /// <summary>Goes to another page by a link of this one, as somebody who has not saved.</summary>
    public static async Task LeaveAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Countries", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Countries", Level = 1 })).ToBeVisibleAsync();
    }

    public static ILocator Saved(this IPage page) => page.Locator("#saved");

    public static ILocator ToFix(this IPage page) => page.Locator("#to-fix");
}

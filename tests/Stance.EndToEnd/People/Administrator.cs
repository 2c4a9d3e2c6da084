using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.Web.People;

namespace Stance.EndToEnd.People;

/// <summary>The first administrator of an app: joins once through the printed link, and is signed in wherever a test asks.</summary>
internal static class Administrator
{
    public const string Email = "ada@example.org";
    public const string Password = "correct horse battery staple";

    private static readonly ConcurrentDictionary<Uri, Lazy<Task<string>>> SignedIn = [];

    /// <summary>A visitor with a profile of their own in which the administrator is signed in.</summary>
    public static async Task<Visitor> VisitAsync(BrowserFixture browser, Uri site, IServiceProvider services, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = await SignedIn.GetOrAdd(site, _ => new(() => JoinAsync(browser, site, services))).Value;
        return await browser.VisitAsync(site, options);
    }

    /// <summary>A bearer token of a role.</summary>
    public static async Task<HttpClient> TokenClientAsync(Uri site, IServiceProvider services, string role)
    {
        var token = await services.GetRequiredService<TokenWriter>().CreateAsync(
            Actor.Console, $"test {Guid.NewGuid():N}", role, TestContext.Current.CancellationToken);
        var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    private static async Task<string> JoinAsync(BrowserFixture browser, Uri site, IServiceProvider services)
    {
        var link = await services.GetRequiredService<BootstrapLink>().CreateAsync(site)
            ?? throw new InvalidOperationException("This app has an administrator already.");
        await using var visitor = await browser.VisitAsync(site);
        var page = visitor.Page;
        await page.GotoAsync(link);
        await JoinAsync(page);
        visitor.AssertNothingWrong();
        return await visitor.Context.StorageStateAsync();
    }

    /// <summary>Fills in the page that the printed link leads to.</summary>
    public static async Task JoinAsync(IPage page)
    {
        await page.GetByLabel("Name").FillAsync("Ada");
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.WhenInteractiveAsync();
    }
}

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stance.Acts;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;

namespace Stance.EndToEnd.Imports;

public sealed class ImportPageTests(AppFixture fixture, BrowserFixture browser) : IAsyncLifetime
{
    private RunningApp app = null!;

    public async ValueTask InitializeAsync() => app = await fixture.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_suggestion__opens_the_form_with_what_the_machine_read__and_leaves_the_list_when_dismissed()
    {
        const string coded = "id,event date,actor,recipient,cameo code,url,text\n1,2022-03-14,KAZ,UKR,073,https://example.org/a,A made-up hint\n2,2022-03-15,KAZ,,042,,Another made-up hint\n";
        await using var visitor = await VisitAsync("/desk/imports/new", 390);
        var page = visitor.Page;
        await ChooseAsync(page, new FilePayload { Name = "coded.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(coded) });
        await page.Locator("#import-suggest").ClickAsync();
        await Assertions.Expect(page.Locator("#import-done")).ToContainTextAsync("2 suggestions kept");
        await page.Locator("#import-done a").ClickAsync();
        await Assertions.Expect(page.Locator(".import tbody tr")).ToHaveCountAsync(2);
        await Pictures.TakeAsync(page, "suggestions-phone");

        var first = page.Locator(".import tbody tr").First;
        await first.Locator("summary").ClickAsync();
        await first.GetByLabel("Why").FillAsync("Not an act of the state");
        await first.GetByText("Dismiss it").ClickAsync();
        await Assertions.Expect(page.Locator(".import tbody tr")).ToHaveCountAsync(1);
        await page.GetByText("Take up").First.ClickAsync();
        await Assertions.Expect(page.Field("country")).ToHaveValueAsync("Kazakhstan");
        await Assertions.Expect(page.Field("from")).ToHaveValueAsync("14 March 2022");
        await Assertions.Expect(page.Field("excerpt.passage")).ToHaveValueAsync("");
        await Pictures.TakeAsync(page, "suggestion-phone");
        Assert.Empty(await app.Services.GetRequiredService<SuggestionReader>().ListAsync(new SuggestionQuery([new("UKR")]), Scope.Everything, TestContext.Current.CancellationToken));
        Assert.Empty(visitor.Complaints);
    }

    private async Task<Visitor> VisitAsync(string path, int width)
    {
        var visitor = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = width, Height = 900 } });
        await visitor.SignInAsync(app.Services, Role.Curator, path);
        return visitor;
    }

    private static async Task ChooseAsync(IPage page, FilePayload file)
    {
        await Assertions.Expect(page.Locator("#import-file")).ToBeEnabledAsync();
        await page.Locator("#import-file").SetInputFilesAsync(file);
        await Assertions.Expect(page.Locator("#import-check, #import-suggest")).ToBeEnabledAsync();
    }
}

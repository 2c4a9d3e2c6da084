using AngleSharp.Html.Dom;
using Bunit;
using Stance.Testing;
using Stance.Web.Events;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Events;

public sealed class BulkEditPageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Preview__each_act_now_and_then__the_refused_first_with_their_rule__and_taken_out_of_the_choice()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "curator");
        var page = room.Visit<BulkEditPage>($"/acts/bulk?{AnalystRoom.Opening}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".bulk-acts tbody tr")));
        var listed = page.FindAll(".bulk-acts tbody tr").Count;
        Assert.True(Preview(page).HasAttribute("disabled"));

        await page.Find(".option input").ChangeAsync(true);
        await page.Find("#f-value").ChangeAsync("KAZ");
        await Preview(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains($"{listed} refused", page.Find("#preview").TextContent, StringComparison.Ordinal));
        Assert.Contains("Choose another country than the one that acts", page.FindAll(".bulk-acts")[1].QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#f-reason"));

        await page.Find("#f-value").ChangeAsync("RUS");
        Assert.Empty(page.FindAll("#preview"));
        await Preview(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("0 refused", page.Find("#preview").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("#f-reason"));

        await page.FindAll("button").OfType<IHtmlButtonElement>().Single(b => b.TextContent.StartsWith("Change ", StringComparison.Ordinal)).ClickAsync();
        Assert.NotEmpty(page.FindAll("#f-reason-error"));
    }

    [Fact]
    public async Task The_list_of_acts__leads_curators_here_with_its_filter()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "curator");
        var page = room.RenderRoutes("/acts?countries=KAZ&from=2022-01-01&to=2022-07-24");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("a[href='/acts/bulk?countries=KAZ&from=2022-01-01&to=2022-07-24']")));
    }

    private static AngleSharp.Dom.IElement Preview(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) =>
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Preview");
}

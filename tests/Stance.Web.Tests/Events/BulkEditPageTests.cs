using AngleSharp.Html.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Events;
using Stance.Testing;
using Stance.ViewStates;
using Stance.Web.Events;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Events;

public sealed class BulkEditPageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Preview__each_act_now_and_then__the_refused_first_with_their_rule__and_taken_out_of_the_choice()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "curator", writes: true);
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
        Assert.Contains("Kazakhstan", page.Find("#moves tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("h2"), h => h.TextContent.Trim().EndsWith("would move", StringComparison.Ordinal));

        await page.FindAll("button").OfType<IHtmlButtonElement>().Single(b => b.TextContent.StartsWith("Change ", StringComparison.Ordinal)).ClickAsync();
        Assert.NotEmpty(page.FindAll("#f-reason-error"));
    }

    [Fact]
    public async Task A_change__is_listed__led_to_from_the_acts_history__and_taken_back_with_a_reason()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "curator", writes: true);
        var act = (await room.Services.GetRequiredService<ActReader>().ListAsync(new ViewState { Countries = [new("KAZ")] }, Scope.Everything, 1, null, Cancel, onlyCoded: true)).Acts[0];
        var written = Assert.IsType<BulkWritten>(await room.Services.GetRequiredService<BulkWriter>().EditAsync(
            new BulkEdit([new(act.Id.Id, await VersionAsync(room, act.Id.Id))], new BulkChange(BulkField.Retract, null), "Seen twice"), Actor.Console, "k", Cancel));

        var list = room.Visit<BulkEditPage>($"/acts/bulk?{AnalystRoom.Opening}");
        list.WaitForAssertion(() => Assert.Contains("Seen twice", list.Find("#bulk-changes tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/acts/bulk/{written.Id}#take-back", list.Find("#bulk-changes td a").GetAttribute("href"));
        var history = room.Visit<HistoryPage>($"/acts/{act.Id}/history", ("Id", act.Id.Id));
        history.WaitForAssertion(() => Assert.NotEmpty(history.FindAll($"a[href='/acts/bulk/{written.Id}']")));

        var page = room.Visit<BulkChangePage>($"/acts/bulk/{written.Id}", ("Id", written.Id));
        page.WaitForAssertion(() => Assert.Equal(act.Title, page.Find("table th[scope=row] a").TextContent));
        await page.Find("#show-moves").ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#moves-said")));
        await page.Find("#undo").ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#undo-said").TextContent));
        await page.Find("#undo-reason").InputAsync("It is one act");
        await page.Find("#undo").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("It is one act", page.Find("#undone").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#undo"));
        Assert.Equal(written.Acts[0].Version + 1, await VersionAsync(room, act.Id.Id));
    }

    [Fact]
    public async Task An_act_changed_since__is_named_and_the_change_stays()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "curator", writes: true);
        var acts = (await room.Services.GetRequiredService<ActReader>().ListAsync(new ViewState { Countries = [new("KAZ")] }, Scope.Everything, 2, null, Cancel, onlyCoded: true)).Acts;
        var seen = new List<ActAtVersion>();
        foreach (var act in acts)
            seen.Add(new(act.Id.Id, await VersionAsync(room, act.Id.Id)));
        var writer = room.Services.GetRequiredService<BulkWriter>();
        var written = Assert.IsType<BulkWritten>(await writer.EditAsync(new BulkEdit(seen, new BulkChange(BulkField.Credibility, "6"), "Judged anew"), Actor.Console, "k", Cancel));
        await writer.EditAsync(new BulkEdit([new(seen[0].Id, seen[0].Version + 1)], new BulkChange(BulkField.Retract, null), "Gone"), Actor.Console, "k2", Cancel);

        var page = room.Visit<BulkChangePage>($"/acts/bulk/{written.Id}", ("Id", written.Id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#undo")));
        await page.Find("#undo-reason").InputAsync("No longer");
        await page.Find("#undo").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(acts[0].Title, page.Find("#undo-stopped li a").TextContent));
        Assert.Equal(seen[1].Version + 1, await VersionAsync(room, seen[1].Id));
    }

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    private static async Task<int> VersionAsync(AnalystRoom room, Guid act) =>
        (await room.Services.GetRequiredService<EventReader>().FindAsync(act, Scope.Everything, Cancel))!.Version;

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

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Commitments;
using Stance.Testing;
using Stance.Web.Coding;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Coding;

public sealed class DeskPageTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_desk__counts_each_queue_and_leads_to_its_items__an_empty_one_says_what_would_stand_there()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "curator");
        var (disputes, disputed) = await room.Services.GetRequiredService<DisputedActReader>().FindAsync(Scope.Everything, 5, Cancel);
        var overdue = await room.Services.GetRequiredService<CommitmentReader>().OverdueAsync(Scope.Everything, Cancel);
        Assert.True(disputes > 0 && overdue.Count > 0);

        var page = room.Visit<DeskPage>("/desk");

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".desk-queues .panel").Count));
        var queues = page.FindAll(".desk-queues .panel");
        Assert.Equal("No draft of yours lies here", queues[0].QuerySelector("h2")!.TextContent.Trim());
        Assert.Contains("listed here", queues[0].QuerySelector(".queue-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(disputed.Select(a => $"/acts/{a.Id}"), queues[1].QuerySelectorAll("li a").Select(a => a.GetAttribute("href")));
        Assert.Matches($"^[A-Z]\\w* acts? (is|are) disputed$", queues[1].QuerySelector("h2")!.TextContent.Trim());
        Assert.Equal(overdue.Take(5).Select(p => p.Commitment.First.Title), queues[2].QuerySelectorAll("li a").Select(a => a.TextContent));
        if (overdue.Count > 5)
        {
            await queues[2].QuerySelector("button")!.ClickAsync();
            page.WaitForAssertion(() => Assert.Equal(overdue.Count, page.FindAll(".desk-queues .panel")[2].QuerySelectorAll("li").Length));
        }
    }
}

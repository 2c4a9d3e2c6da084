using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Coverage;
using Stance.Data.Alignment;
using Stance.Data.Coverage;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.EndToEnd.Coverage;

public sealed class SweepTests(AppFixture app, BrowserFixture browser)
{
    private static readonly CountryCode Kazakhstan = new("KAZ");
    private static readonly ViewState Line = new() { Countries = [Kazakhstan], Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep__written_down_by_a_curator__fills_the_strip_under_the_line()
    {
        await using var own = await app.StartAsync();
        await using var visitor = await browser.VisitAsync(own.Address);
        await visitor.SignInAsync(own.Services, Role.Curator, "/coverage?countries=KAZ");
        var page = visitor.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(page.Locator("#sweep-source-error")).ToHaveTextAsync("Choose the source that was looked through.");
        await Assertions.Expect(page.GetByLabel("Countries", new() { Exact = true })).ToHaveValueAsync("Kazakhstan");
        await page.GetByLabel("Source", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("First day").FillAsync("2022-03-01");
        await page.GetByLabel("Last day").FillAsync("2022-03-31");
        await page.GetByLabel("Note").FillAsync("<img src=x onerror=window.__hit=1>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "1 Mar – 31 Mar 2022" })).ToContainTextAsync("<img src=x");
        await page.GotoAsync("/?countries=KAZ&from=2022-01-01&to=2022-07-24");

        await Assertions.Expect(page.Locator(".coverage .what.wide")).ToHaveTextAsync(
            "Coverage: sources were looked through for 31 days of 205 (filled); elsewhere a quiet week means “not looked”.");
        Assert.Null(await page.EvaluateAsync<string?>("window.__hit ?? null"));
        visitor.AssertNothingWrong();
    }

    [Fact]
    public async Task A_sweep__sent_twice_wrongly_or_by_an_analyst__is_on_file_once_and_known_from_then_on()
    {
        await using var own = await app.StartAsync();
        var (writer, reader) = (own.Services.GetRequiredService<SweepWriter>(), own.Services.GetRequiredService<CoverageReader>());
        var curator = (await TestPeople.JoinAsync(own.Services, Role.Curator)).Actor;
        var source = (await own.Services.GetRequiredService<EventReader>().SourcesAsync(Cancel))[0];
        var draft = new SweepDraft(Guid.CreateVersion7(), [Kazakhstan], source.Id, new DateOnly(2022, 2, 1), new DateOnly(2022, 2, 10), "twice");
        var before = AsOf.At(DateTimeOffset.UtcNow);

        Assert.Empty(await writer.RecordAsync(curator, draft, Cancel));
        Assert.Empty(await writer.RecordAsync(curator, draft, Cancel));
        Assert.Equal(["to"], (await writer.RecordAsync(curator, draft with { Id = Guid.CreateVersion7(), To = new DateOnly(2022, 1, 1) }, Cancel)).Select(p => p.Key));
        Assert.Equal(["to"], (await writer.RecordAsync(curator, draft with { Id = Guid.CreateVersion7(), To = new DateOnly(2030, 1, 1) }, Cancel)).Select(p => p.Key));
        Assert.Equal(["source"], (await writer.RecordAsync(curator, draft with { Id = Guid.CreateVersion7(), SourceId = Guid.NewGuid() }, Cancel)).Select(p => p.Key));
        var analyst = (await TestPeople.JoinAsync(own.Services, Role.Analyst)).Actor;
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.RecordAsync(analyst, draft with { Id = Guid.CreateVersion7() }, Cancel));

        Assert.Single(await reader.ListAsync(Scope.Everything, Cancel));
        Assert.Empty(await reader.ListAsync(Scope.Nothing, Cancel));
        var alignment = own.Services.GetRequiredService<AlignmentReader>();
        Assert.Equal(10, alignment.Read(Line, Scope.Everything).Watched!.Count);
        Assert.True(alignment.Read(Line with { AsOf = before }, Scope.Everything).Watched!.IsNone);
        await using var connection = await own.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Cancel);
        Assert.Equal(1, await connection.QuerySingleAsync<int>("select count(*)::int from audit_entry where action = 'sweep.recorded'"));
    }
}

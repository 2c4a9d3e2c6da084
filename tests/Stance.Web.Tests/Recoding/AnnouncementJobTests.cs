using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Stance.Data;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Recoding;
using Stance.Testing;
using Stance.Web.Recoding;

namespace Stance.Web.Tests.Recoding;

public sealed class AnnouncementJobTests(PostgresFixture postgres)
{
    private readonly AheadClock clock = new();
    private readonly DateOnly day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job__that_runs_when_the_day_comes__puts_the_announced_codebook_in_force_by_itself()
    {
        await using var services = await ServicesAsync();
        using var job = await StartAsync(services);
        clock.GoTo(Midnight - TimeSpan.FromSeconds(8));

        await AnnounceAsync(services);
        await services.GetRequiredService<ActFeed>().RefreshAsync(Cancel);

        Assert.Equal("1.0", Version(services));
        await Until(() => Version(services) == "1.1");
        await job.StopAsync(Cancel);
    }

    [Fact]
    public async Task Job__started_after_the_day__puts_it_in_force_at_the_start()
    {
        await using var services = await ServicesAsync();
        await AnnounceAsync(services);
        clock.GoTo(Midnight + TimeSpan.FromHours(5));

        using var job = await StartAsync(services);

        await Until(() => Version(services) == "1.1");
        await job.StopAsync(Cancel);
    }

    private DateTimeOffset Midnight => CodebookRules.InstantOf(day);

    private static string Version(ServiceProvider services) => services.GetRequiredService<ActFeed>().Register.Codebook.Version;

    private async Task AnnounceAsync(ServiceProvider services)
    {
        var draft = CodebookDraft.Of(services.GetRequiredService<ActFeed>().Register.Codebook) with { Version = "1.1", Note = "Travelling", Variants = [new("DIP-VISI", "default", 4, 1, 4, 1)] };
        Assert.IsType<AnnouncementWritten>(await services.GetRequiredService<AnnouncementWriter>().AnnounceAsync(new(draft, day), Actor.Console, "announce", Cancel));
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 300 && !holds(); tries++)
            await Task.Delay(100, Cancel);
        Assert.True(holds());
    }

    private async Task<ServiceProvider> ServicesAsync()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddStanceData(await postgres.NewDatabaseAsync(withSample: true))
            .BuildServiceProvider();
        await services.GetRequiredService<ActFeed>().LoadAsync(Cancel);
        return services;
    }

    private async Task<AnnouncementJob> StartAsync(ServiceProvider services)
    {
        var job = new AnnouncementJob(
            services.GetRequiredService<AnnouncementReader>(), services.GetRequiredService<AnnouncementWriter>(), services.GetRequiredService<ActFeed>(),
            clock, NullLogger<AnnouncementJob>.Instance);
        await ((IHostedService)job).StartAsync(Cancel);
        return job;
    }

    /// <summary>Real time, some days ahead once it is told to go on.</summary>
    private sealed class AheadClock : TimeProvider
    {
        private TimeSpan ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

        public void GoTo(DateTimeOffset instant) => ahead = instant - base.GetUtcNow();
    }
}

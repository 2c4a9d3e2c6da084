using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Stance.Acts;
using Stance.Data;
using Stance.Data.Acts;
using Stance.Data.Shifts;
using Stance.Testing;
using Stance.Web.Hosting;
using Stance.Web.Shifts;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Shifts;

public sealed class ShiftAlarmJobTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-24T02:29:00Z", 1)]
    [InlineData("2026-11-24T02:30:00Z", 24 * 60)]
    [InlineData("2026-11-24T03:30:00+01:00", 24 * 60)]
    [InlineData("2026-11-24T23:30:00Z", 180)]
    public void Nightly__the_next_half_past_two__in_utc(string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Nightly.Until(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Job__acts_that_arrive_while_it_runs__raise_an_alarm_soon_after()
    {
        await using var services = await ServicesAsync();
        using var job = await StartAsync(services);

        await WeeklyActs.InsertAsync(services.GetRequiredService<NpgsqlDataSource>(), WeeklyActs.Step(60, 40, -4, 4));
        await services.GetRequiredService<ActFeed>().RefreshAsync(Cancel);

        Assert.Equal(2, (await AlarmsAsync(services, atLeast: 1)).Count);
        await job.StopAsync(Cancel);
    }

    [Fact]
    public async Task Job__acts_already_on_file__raises_alarms_at_the_start()
    {
        await using var services = await ServicesAsync();
        await WeeklyActs.InsertAsync(services.GetRequiredService<NpgsqlDataSource>(), WeeklyActs.Step(60, 40, -4, 4));
        await services.GetRequiredService<ActFeed>().RefreshAsync(Cancel);

        using var job = await StartAsync(services);

        Assert.Equal(2, (await AlarmsAsync(services, atLeast: 1)).Count);
        await job.StopAsync(Cancel);
    }

    [Fact]
    public async Task Alarms_page__without_alarms__says_so_and_states_the_guard()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<ShiftsPage>("/shifts");

        page.WaitForAssertion(() => Assert.Contains("No alarm has been raised.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("at least four acts with evidence weight 3", page.Markup, StringComparison.Ordinal);
    }

    private async Task<ServiceProvider> ServicesAsync()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStanceData(await postgres.NewDatabaseAsync(withSample: true))
            .BuildServiceProvider();
        await services.GetRequiredService<ActFeed>().LoadAsync(Cancel);
        return services;
    }

    private static async Task<ShiftAlarmJob> StartAsync(ServiceProvider services)
    {
        var job = new ShiftAlarmJob(
            services.GetRequiredService<ShiftAlarmFinder>(), services.GetRequiredService<ShiftAlarmWriter>(), services.GetRequiredService<ActFeed>(),
            TimeProvider.System, NullLogger<ShiftAlarmJob>.Instance);
        await ((IHostedService)job).StartAsync(Cancel);
        return job;
    }

    private static async Task<IReadOnlyList<Stance.Shifts.RaisedAlarm>> AlarmsAsync(ServiceProvider services, int atLeast)
    {
        var reader = services.GetRequiredService<ShiftAlarmReader>();
        for (var tries = 0; tries < 300; tries++)
        {
            if ((await reader.ReadNewestAsync(Scope.Everything, Cancel)).Alarms is { } alarms && alarms.Count >= atLeast)
                return alarms;
            await Task.Delay(100, Cancel);
        }
        return [];
    }
}

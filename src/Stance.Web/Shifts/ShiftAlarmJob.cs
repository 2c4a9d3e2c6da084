using System.Collections.Concurrent;
using System.Threading.Channels;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Shifts;
using Stance.Web.Hosting;

namespace Stance.Web.Shifts;

/// <summary>Raises alarms: for all countries at the start and every night, for those that changed soon after acts were entered or imported.</summary>
public sealed class ShiftAlarmJob(ShiftAlarmFinder finder, ShiftAlarmWriter writer, ActFeed feed, TimeProvider clock, ILogger<ShiftAlarmJob> log) : BackgroundService
{
    /// <summary>The changes of one import are looked at together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<CountryCode, bool> changed = [];
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe(OnChange);
        await Task.WhenAll(EveryNightAsync(stoppingToken), AfterChangesAsync(stoppingToken));
    }

    private void OnChange(ActChange change)
    {
        foreach (var country in change.Countries)
            changed[country] = true;
        wake.Writer.TryWrite(true);
    }

    private async Task EveryNightAsync(CancellationToken stop)
    {
        while (true)
        {
            await RaiseAsync(null, stop);
            await Task.Delay(Nightly.Until(clock.GetUtcNow()), clock, stop);
        }
    }

    private async Task AfterChangesAsync(CancellationToken stop)
    {
        await foreach (var _ in wake.Reader.ReadAllAsync(stop))
        {
            await Task.Delay(Gather, clock, stop);
            var countries = changed.Keys.Where(c => changed.TryRemove(c, out var _)).ToHashSet();
            if (countries.Count > 0)
                await RaiseAsync(countries, stop);
        }
    }

    private async Task RaiseAsync(IReadOnlySet<CountryCode>? countries, CancellationToken stop)
    {
        try
        {
            var alarms = await Task.Run(() => finder.Find(countries), stop);
            var stored = await writer.RaiseAsync(alarms, stop);
            if (stored > 0)
                log.LogInformation("{Count} new alarms were raised.", stored);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A fault here must not stop the app.
            log.LogWarning("Alarms could not be raised ({Problem}); the next run looks again.", problem.Message);
        }
    }
}

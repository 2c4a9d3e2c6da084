using System.Diagnostics;
using System.Globalization;
using Stance.EndToEnd.App;
using Stance.Testing;

namespace Stance.EndToEnd.Start;

/// <summary>Processes killed between save and acknowledgement: no acknowledged act lost, none doubled, recovery by itself.</summary>
public sealed class CrashTests(StateInUse used, ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = Rounds.Of(2, 20);

    private readonly StateOfTest state = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task App_killed_again_and_again_while_saving__every_act_is_there_once()
    {
        await used.CopyToAsync(state);
        var app = await AppProcess.StartAsync(state.Variables);
        try
        {
            var writer = new CrashWriter(await TokenAsync());
            var random = new Random(20);
            for (var kill = 0; kill < Kills; kill++)
            {
                var killed = Task.CompletedTask;
                await writer.WriteAsync(AliveAsync, () => killed = KillSoonAsync(random.Next(0, 80)), Cancel);
                await killed;
                await writer.WriteAsync(AliveAsync, () => { }, Cancel);

                async Task KillSoonAsync(int milliseconds)
                {
                    await Task.Delay(milliseconds, Cancel);
                    await app.KillAsync();
                }
            }
            await AssertEachOnceAsync(writer, (await AliveAsync()));
        }
        finally
        {
            await app.DisposeAsync();
        }

        async Task<Uri> AliveAsync()
        {
            if (app.HasExited)
            {
                await app.DisposeAsync();
                app = await AppProcess.StartAsync(state.Variables);
            }
            return app.Address;
        }
    }

    [Fact]
    public async Task Database_killed_again_and_again_while_saving__every_act_is_there_once()
    {
        await used.CopyToAsync(state);
        await using var app = await AppProcess.StartAsync(state.Variables);
        var writer = new CrashWriter(await TokenAsync());
        var random = new Random(21);
        var longest = TimeSpan.Zero;
        for (var kill = 0; kill < Kills; kill++)
        {
            var killed = Task.CompletedTask;
            var clock = Stopwatch.StartNew();
            await writer.WriteAsync(() => Task.FromResult(app.Address), () => killed = KillSoonAsync(random.Next(0, 80)), Cancel);
            await killed;
            await writer.WriteAsync(() => Task.FromResult(app.Address), () => { }, Cancel);
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
        }
        output.WriteLine($"Longest from the kill to the next acknowledgement: {longest.TotalSeconds:F1} s");
        await AssertEachOnceAsync(writer, app.Address);

        async Task KillSoonAsync(int milliseconds)
        {
            await Task.Delay(milliseconds, Cancel);
            var pid = int.Parse(File.ReadLines(Path.Combine(state.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
            using var server = Process.GetProcessById(pid);
            server.Kill();
        }
    }

    public void Dispose() => state.Dispose();

    private async Task<string> TokenAsync()
    {
        var end = await AppProcess.RunAsync(state.Variables, "token", "create", "--name", "crash", "--role", "curator");
        Assert.Equal((0, ""), (end.Code, end.Errors));
        return end.Output.Trim();
    }

    private static async Task AssertEachOnceAsync(CrashWriter writer, Uri address)
    {
        var stored = await writer.StoredAsync(address, Cancel);
        Assert.Equal(2 * Kills, writer.Acknowledged.Count);
        Assert.Equal(
            writer.Acknowledged.Select(a => (a.Key, a.Value)).Order(),
            stored.Order());
    }
}

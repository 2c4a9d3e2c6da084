using System.Diagnostics;
using Stance.EndToEnd.App;

namespace Stance.EndToEnd.Start;

/// <summary>The app with the database it brings along: first start, stop, warm start, kill, and a command beside it.</summary>
public sealed class EmbeddedStartTests(StateInUse used, ITestOutputHelper output) : IDisposable
{
    private readonly StateOfTest state = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start__stopped_and_started_again__ready_each_time_and_nothing_left_running()
    {
        var clock = Stopwatch.StartNew();
        await using (var first = await AppProcess.StartAsync(state.Variables))
        {
            output.WriteLine($"First start: {clock.Elapsed.TotalSeconds:F1} s");
            Assert.Equal("ready", await AskAsync(first, "health/ready"));
            Assert.Equal((0, ""), (await first.StopAsync(), first.Errors));
        }
        Assert.EndsWith("database system is shut down", state.Log.TrimEnd(), StringComparison.Ordinal);

        clock.Restart();
        await using var second = await AppProcess.StartAsync(state.Variables);
        output.WriteLine($"Warm start: {clock.Elapsed.TotalSeconds:F1} s");
        Assert.Equal("ready", await AskAsync(second, "health/ready"));
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task Stop__the_moment_the_address_is_printed__ends_well_and_says_nothing()
    {
        await used.CopyToAsync(state);
        await using var app = await AppProcess.StartAsync(state.Variables);

        Assert.Equal((0, ""), (await app.StopAsync(), app.Errors));
    }

    [Fact]
    public async Task Kill__app_killed__server_ends_by_itself_and_next_start_recovers()
    {
        await used.CopyToAsync(state);
        await using (var first = await AppProcess.StartAsync(state.Variables))
            await first.KillAsync();

        await using (var second = await AppProcess.StartAsync(state.Variables))
        {
            Assert.Equal("ready", await AskAsync(second, "health/ready"));
            await second.KillAsync();
        }

        var pid = Path.Combine(state.Folder, "data", "postmaster.pid");
        for (var waited = 0; File.Exists(pid) && waited < 300; waited++)
            await Task.Delay(100, Cancel);
        Assert.False(File.Exists(pid), "The database server outlived the app.");
    }

    [Fact]
    public async Task Second_app__folder_in_use__refused_while_a_command_shares_it()
    {
        await used.CopyToAsync(state);
        await using var first = await AppProcess.StartAsync(state.Variables);

        var second = await AppProcess.RunAsync(state.Variables);
        Assert.Equal(1, second.Code);
        Assert.StartsWith($"Stance: Another Stance is using {state.Folder}", second.Errors, StringComparison.Ordinal);

        var seed = await AppProcess.RunAsync(state.Variables, "seed");
        Assert.Equal(new AppEnd(0, "The sample content was there already." + Environment.NewLine, ""), seed);
        Assert.Equal("ready", await AskAsync(first, "health/ready"));
    }

    public void Dispose() => state.Dispose();

    private static async Task<string> AskAsync(AppProcess app, string path)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
    }
}

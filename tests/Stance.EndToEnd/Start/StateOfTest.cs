using System.Diagnostics;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Start;

[assembly: AssemblyFixture(typeof(StateInUse))]

namespace Stance.EndToEnd.Start;

/// <summary>A state folder of its own for the embedded server, gone after the test.</summary>
internal sealed class StateOfTest : IDisposable
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"stance-e2e-{Guid.NewGuid():N}");

    public Dictionary<string, string> Variables => new() { ["STANCE_DATA"] = Folder, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };

    public string Log => File.ReadAllText(Path.Combine(Folder, "server.log"));

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A state folder that an app has set up, filled and left in order: made once, for tests that are not about the first start.</summary>
public sealed class StateInUse : IDisposable
{
    private readonly StateOfTest state = new();
    private readonly Lazy<Task> setUp;

    public StateInUse() => setUp = new(SetUpAsync);

    /// <summary>Into a folder that is not there yet, with owners and modes.</summary>
    internal async Task CopyToAsync(StateOfTest other)
    {
        await setUp.Value;
        using var copy = Process.Start("cp", ["-a", state.Folder, other.Folder]);
        await copy.WaitForExitAsync();
        Assert.Equal(0, copy.ExitCode);
    }

    public void Dispose() => state.Dispose();

    private async Task SetUpAsync()
    {
        await using var app = await AppProcess.StartAsync(state.Variables);
        Assert.Equal((0, ""), (await app.StopAsync(), app.Errors));
    }
}

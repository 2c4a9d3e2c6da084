using System.Diagnostics;
using System.Text;
using Stance.Data.Embedded;

namespace Stance.EndToEnd.App;

/// <summary>What a run of the built app said and how it ended.</summary>
public sealed record AppEnd(int Code, string Output, string Errors);

/// <summary>The built app as a process of its own, to be killed and started again.</summary>
public sealed class AppProcess : IAsyncDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
    private const string Ready = "Stance is ready at ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process) => this.process = process;

    public static string Folder { get; } = Path.Combine(SourceTree.Root!, "src", "Stance.Web", "bin", Configuration, "net10.0");

    public Uri Address => ready.Task.Result;

    public bool HasExited => process.HasExited;

    public string Output => Read(output);

    public string Errors => Read(errors);

    /// <summary>Waits until the app says its address.</summary>
    public static async Task<AppProcess> StartAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var app = Launch(Folder, variables, arguments);
        try
        {
            await app.ready.Task.WaitAsync(Patience);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>For a start that is to fail, or a command: waits for the end.</summary>
    public static async Task<AppEnd> RunAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        await RunFromAsync(Folder, variables, arguments);

    public static async Task<AppEnd> RunFromAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        await using var app = Launch(folder, variables, arguments);
        await app.process.WaitForExitAsync().WaitAsync(Patience);
        return new(app.process.ExitCode, app.Output, app.Errors);
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager or Ctrl-C would.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static AppProcess Launch(string folder, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Stance.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var app = new AppProcess(Process.Start(start)!);
        app.process.OutputDataReceived += (_, line) => app.Hear(app.output, line.Data);
        app.process.ErrorDataReceived += (_, line) => app.Hear(app.errors, line.Data);
        app.process.EnableRaisingEvents = true;
        app.process.Exited += (_, _) => app.ready.TrySetException(new InvalidOperationException($"The app ended before it was ready: {app.Errors}"));
        app.process.BeginOutputReadLine();
        app.process.BeginErrorReadLine();
        return app;
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("STANCE_", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
        || name.StartsWith("ConnectionStrings__", StringComparison.Ordinal);

    private void Hear(StringBuilder heard, string? line)
    {
        if (line is null)
            return;
        lock (heard)
            heard.AppendLine(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal))
            ready.TrySetResult(new Uri(line[Ready.Length..]));
    }

    private static string Read(StringBuilder heard)
    {
        lock (heard)
            return heard.ToString();
    }
}

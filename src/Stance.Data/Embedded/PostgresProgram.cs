using System.Diagnostics;

namespace Stance.Data.Embedded;

internal sealed record ProgramEnd(int Code, string Output)
{
    /// <summary>The line that names the cause: PostgreSQL's programs say it last, hints aside.</summary>
    public string LastLine
    {
        get
        {
            var lines = Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return lines.LastOrDefault(IsCause) ?? lines.LastOrDefault() ?? $"exit code {Code}";
        }
    }

    private static bool IsCause(string line) =>
        line.Contains("error:", StringComparison.OrdinalIgnoreCase) || line.Contains("FATAL:", StringComparison.Ordinal)
        || line.Contains("PANIC:", StringComparison.Ordinal);
}

/// <summary>Runs initdb, pg_ctl and the watchdog's shell with a clean environment and as the server's user.</summary>
internal static class PostgresProgram
{
    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The caller's folder may be closed to the server's user.
            WorkingDirectory = Path.GetPathRoot(Path.GetTempPath()),
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        if (ServerUser.IsNobody)
            start.UserName = "nobody";
        return start;
    }

    public static Task<ProgramEnd> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        RunAsync(StartInfo(program, arguments), readToEnd: true, cancel);

    /// <summary>For `pg_ctl start`: the server inherits the output, so its end would be waited for until the server ends.</summary>
    public static Task<ProgramEnd> RunWithoutOutputAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        RunAsync(StartInfo(program, arguments), readToEnd: false, cancel);

    public static Task<ProgramEnd> RunAsOwnerAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = StartInfo(program, arguments);
        if (!OperatingSystem.IsWindows() || start.UserName is { Length: > 0 })
            start.UserName = "";
        return RunAsync(start, readToEnd: true, cancel);
    }

    private static async Task<ProgramEnd> RunAsync(ProcessStartInfo start, bool readToEnd, CancellationToken cancel)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            if (!readToEnd)
            {
                await process.WaitForExitAsync(cancel);
                return new(process.ExitCode, "");
            }
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, await output + errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Stance.Data.Embedded;

/// <summary>What a running server says of itself in postmaster.pid.</summary>
internal sealed record ServerFile(string Path, int ProcessId, int Port)
{
    /// <summary>Null when there is no server, or one too young to have written its port.</summary>
    public static ServerFile? TryRead(string data)
    {
        var path = System.IO.Path.Combine(data, "postmaster.pid");
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length >= 4
                && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
                && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                ? new(path, process, port)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The server's first process runs; cheap enough to ask every second.</summary>
    public bool IsRunning()
    {
        if (!OperatingSystem.IsLinux())
            return HasProcess();
        try
        {
            var words = File.ReadAllText($"/proc/{ProcessId}/stat").Split(' ');
            return words[1] == "(postgres)" && words[2] != "Z";
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// Somebody still works on the data folder. On Linux told by the folder the server's processes stand in, since a number
    /// may belong to another program by now, or to a dead server nobody has collected yet.
    /// </summary>
    public bool IsAlive() => OperatingSystem.IsLinux() ? Directory.EnumerateDirectories("/proc").Any(StandsHere) : HasProcess();

    private bool StandsHere(string process)
    {
        try
        {
            return File.ReadAllText($"{process}/comm").StartsWith("postgres", StringComparison.Ordinal)
                && File.ReadAllText($"{process}/cwd/postmaster.pid") == File.ReadAllText(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool HasProcess()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return File.Exists(Path) && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}

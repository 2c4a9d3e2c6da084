using System.Diagnostics;
using System.Globalization;

namespace Stance.Data.Embedded;

/// <summary>
/// A small shell that waits on a pipe from this process and stops the server when the pipe closes: by <see cref="StopAsync"/>,
/// or because this process died in whatever way. It signals only the server it was started for, so a late one cannot
/// stop its successor.
/// </summary>
internal sealed class Watchdog
{
    private const string Script = """
        trap '' INT TERM HUP
        alive() { kill -0 "$0" 2>/dev/null && [ "$(cut -d' ' -f3 "/proc/$0/stat" 2>/dev/null)" != Z ]; }
        cat >/dev/null
        [ "$(head -n 1 "$1" 2>/dev/null)" = "$0" ] && kill -INT "$0" 2>/dev/null || exit 0
        i=0; while alive && [ $i -lt 600 ]; do sleep 0.05; i=$((i+1)); done
        """;

    private readonly Process shell;

    private Watchdog(Process shell) => this.shell = shell;

    public static Watchdog? Start(ServerFile server)
    {
        if (OperatingSystem.IsWindows())
            return null;
        var start = PostgresProgram.StartInfo(
            "sh", ["-c", Script, server.ProcessId.ToString(CultureInfo.InvariantCulture), server.Path]);
        return new Watchdog(Process.Start(start)!);
    }

    public async Task StopAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }
}

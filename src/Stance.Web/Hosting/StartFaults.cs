using System.Runtime.InteropServices;
using Stance.Data;

namespace Stance.Web.Hosting;

/// <summary>Runs the program; a start that fails ends with one line on standard error and exit code 1.</summary>
public static class StartFaults
{
    public static async Task<int> ReportAsync(Func<CancellationToken, Task<int>> program)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await program(stop.Token);
        }
        catch (Exception e) when (e is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync(Environment.GetEnvironmentVariable("STANCE_TRACE") is { Length: > 0 } ? e.ToString() : Line(e));
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static string Line(Exception e) => "Stance: " + OneLine(e switch
    {
        StanceStartException => e.Message,
        OperationCanceledException => "stopped before it was ready.",
        _ => $"{e.Message.TrimEnd('.')}. This was not foreseen: set STANCE_TRACE=1 to see where it happened.",
    });

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

using System.Diagnostics;
using System.Globalization;

namespace Stance.Benchmarks;

/// <summary>Runs two ways of doing the same alternately in one process and prints their medians and the ratio.</summary>
internal static class Measured
{
    public static async Task SideBySideAsync(
        string question, string ours, Func<Task> oursRun, string anchor, Func<Task> anchorRun, double goal, int rounds = 9)
    {
        await oursRun();
        await anchorRun();
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            first.Add(await MillisecondsAsync(oursRun));
            second.Add(await MillisecondsAsync(anchorRun));
        }
        var (a, b) = (Median(first), Median(second));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {question}
              {ours,-58} {a,10:F2} ms  ({first.Min():F2} … {first.Max():F2})
              {anchor,-58} {b,10:F2} ms  ({second.Min():F2} … {second.Max():F2})
              ratio {a / b:F3}×, goal ≤ {goal}×: {(a / b <= goal ? "reached" : "NOT reached")}
            """));
    }

    private static async Task<double> MillisecondsAsync(Func<Task> run)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}

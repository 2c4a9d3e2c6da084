using System.Globalization;
using Stance.Variations;
using Stance.Wording;

namespace Stance.Web.Variations;

/// <summary>How firm a move is, in plain words.</summary>
public static class RobustnessWords
{
    public const string Definition =
        "Each variation multiplies the base score of every kind of act by 0.75 to 1.25, and the half-life and the strength of the starting value by 0.5 to 2, all at random.";

    /// <summary>"Robust 97%"; 100% only when every variation agrees, 0% only when none does.</summary>
    public static string Badge(RobustnessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.HasMove)
            return "No move to test";
        var (same, draws) = (report.Move.SameSign, report.Move.Draws);
        var share = same == draws ? 1 : same == 0 ? 0 : Math.Clamp(Math.Round((double)same / draws, 2), 0.01, 0.99);
        return string.Create(CultureInfo.InvariantCulture, $"Robust {share:0%}");
    }

    /// <summary>"Change +5.56, in nine of ten variations +4.02 to +6.80".</summary>
    public static string Span(RobustnessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"Change {NumberWords.Index(report.Move.Change)}, in nine of ten variations {NumberWords.Range(report.Move.Low, report.Move.High)}";
    }

    public static IEnumerable<string> Sentences(RobustnessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var move = report.Move;
        var span = $"from {DateWords.LongDay(report.Period.From)} to {DateWords.LongDay(report.Period.To)}";
        if (!report.HasMove)
        {
            yield return $"The index did not move {span}, so there is no direction to test.";
            yield break;
        }
        var draws = move.Draws.ToString("N0", CultureInfo.InvariantCulture);
        yield return $"The change {span}, {NumberWords.Index(move.Change)}, keeps its direction in {Count(move.SameSign)} of {draws} variations; from the 5th to the 95th percentile it is {NumberWords.Range(move.Low, move.High)}.";
        yield return $"The level at the end, {NumberWords.Index(move.Level)}, keeps its side of zero in {Count(move.SameSide)}.";
        yield return Definition;
        if (Sources(report) is { } sources)
            yield return sources;
    }

    /// <summary>Sources that no act rests on alone change nothing and are left out.</summary>
    private static string? Sources(RobustnessReport report) => report.Sources.Where(s => s.Acts > 0).ToList() switch
    {
        [] => report.Sources.Count == 0 ? null : "Every act stands in more than one source: without any one of them the change is the same.",
        [var only] => $"Without {only.Source} alone, which {NumberWords.Count(only.Acts, "act")} {(only.Acts == 1 ? "rests" : "rest")} on, the change would be {NumberWords.Index(only.Change)}.",
        [var least, .., var most] => $"Without any one source the change is {NumberWords.Index(least.Change)} (without {least.Source}) to {NumberWords.Index(most.Change)} (without {most.Source}).",
    };

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

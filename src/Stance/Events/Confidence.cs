namespace Stance.Events;

/// <summary>One report's grade, and the group of reports it copies from; null = its own origin.</summary>
public readonly record struct GradedReport(SourceGrade Grade, string? OriginGroup);

/// <summary>
/// M2: q = 1 − Π(1 − r) over independent origins, at most 0.98; reports of one origin contribute only their largest r.
/// Admiralty/NATO two-axis grading; noisy-OR (Pearl 1988).
/// </summary>
public static class Confidence
{
    public const double Lowest = 0.05;

    public const double Highest = 1;

    /// <summary>What sources alone can reach.</summary>
    public const double Cap = 0.98;

    /// <summary>q before rounding; 0 without reports.</summary>
    public static double Combine(IEnumerable<GradedReport> reports) => Combine(reports.Select((r, i) => (r.Grade.Factor, Origin(r, i))));

    public static double Combine(IEnumerable<(double Factor, string Origin)> reports) =>
        Math.Min(Cap, 1 - reports.GroupBy(r => r.Origin, r => r.Factor).Aggregate(1.0, (doubt, origin) => doubt * (1 - origin.Max())));

    /// <summary>The confidence a curator need not explain: q to the nearest 0.05, never above the cap.</summary>
    public static double ByRule(IEnumerable<GradedReport> reports) => Rounded(Combine(reports));

    public static double Rounded(double q) => Math.Clamp(Math.Round(q * 20, MidpointRounding.AwayFromZero), 1, 19) / 20;

    private static string Origin(GradedReport report, int place) =>
        string.IsNullOrWhiteSpace(report.OriginGroup) ? $"#{place}" : $"={report.OriginGroup.Trim()}";
}

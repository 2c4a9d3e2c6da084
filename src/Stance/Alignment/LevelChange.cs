namespace Stance.Alignment;

/// <summary>
/// A country's level on the first and on the last day of a period. The standard error of the change takes the two levels as
/// independent, √(se₀² + se₁²); acts that count in both make the true one smaller, so what is called certain here is certain.
/// </summary>
public sealed record LevelChange(CountryAlignment Country, AlignmentPoint Start, AlignmentPoint End)
{
    /// <summary>Score points, −20…+20.</summary>
    public double Change => End.Index - Start.Index;

    public double StandardError => Math.Sqrt((Start.StandardError * Start.StandardError) + (End.StandardError * End.StandardError));

    /// <summary>The 90 % band of the change leaves zero out.</summary>
    public bool IsCertain => CertainPart > 0;

    /// <summary>By how much the change is larger than the half-width of its own 90 % band; 0 or less = it may be nothing.</summary>
    public double CertainPart => Math.Abs(Change) - (AlignmentPoint.Z90 * StandardError);

    /// <summary>The changes of a report, the most certain first.</summary>
    public static IReadOnlyList<LevelChange> Ranked(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Countries
            .Select(c => new LevelChange(c, c.Line[0], c.Line.Last))
            .OrderByDescending(c => c.CertainPart)
            .ThenBy(c => c.Country.Country.Name, StringComparer.Ordinal)];
    }
}

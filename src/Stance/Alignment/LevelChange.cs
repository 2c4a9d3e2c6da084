namespace Stance.Alignment;

/// <summary>
/// A country's level on an earlier and on a later day. The standard error of the change takes the two levels as independent,
/// √(se₀² + se₁²); acts that count in both make the true one smaller, so what is called certain here is certain.
/// </summary>
public record LevelChange(AlignmentPoint Start, AlignmentPoint End)
{
    /// <summary>Score points, −20…+20.</summary>
    public double Change => End.Index - Start.Index;

    public double StandardError => Math.Sqrt((Start.StandardError * Start.StandardError) + (End.StandardError * End.StandardError));

    public double Low90 => Change - (AlignmentPoint.Z90 * StandardError);

    public double High90 => Change + (AlignmentPoint.Z90 * StandardError);

    /// <summary>The 90 % band of the change leaves zero out.</summary>
    public bool IsCertain => CertainPart > 0;

    /// <summary>By how much the change is larger than the half-width of its own 90 % band; 0 or less = it may be nothing.</summary>
    public double CertainPart => Math.Abs(Change) - (AlignmentPoint.Z90 * StandardError);
}

/// <summary>The change of a country from the first to the last day of a report.</summary>
public sealed record CountryChange(CountryAlignment Country, AlignmentPoint Start, AlignmentPoint End) : LevelChange(Start, End)
{
    /// <summary>The changes of a report, the most certain first.</summary>
    public static IReadOnlyList<CountryChange> Ranked(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Countries
            .Select(c => new CountryChange(c, c.Line[0], c.Line.Last))
            .OrderByDescending(c => c.CertainPart)
            .ThenBy(c => c.Country.Country.Name, StringComparer.Ordinal)];
    }
}

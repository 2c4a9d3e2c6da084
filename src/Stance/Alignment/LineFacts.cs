namespace Stance.Alignment;

/// <summary>Which pole a value certainly stands toward: only when the whole 90 % band lies on one side of zero.</summary>
public enum Side
{
    NotCertain,
    Negative,
    Positive,
}

/// <summary>A day on which acts entered the line, and what the index was on its eve and on the day.</summary>
public sealed record LineStep(DateOnly Day, double Before, double After, IReadOnlyList<ActMark> Acts)
{
    public double Change => After - Before;
}

/// <summary>What a line says in numbers; every written summary is made of these and nothing else.</summary>
/// <param name="Lowest">The first day with the least index; <paramref name="Highest"/> likewise.</param>
/// <param name="Steps">Days with acts after the first day, largest change first.</param>
/// <param name="Acts">Acts dated inside the period.</param>
public sealed record LineFacts(
    AlignmentPoint Start,
    AlignmentPoint End,
    AlignmentPoint Lowest,
    AlignmentPoint Highest,
    IReadOnlyList<LineStep> Steps,
    int Acts)
{
    public double Change => End.Index - Start.Index;

    /// <summary>No act counts on any day of the period, neither a new one nor the rest of an older one.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Some day of the period stands certainly toward the negative pole.</summary>
    public bool WasNegative { get; private init; }

    /// <summary>Some day of the period stands certainly toward the positive pole.</summary>
    public bool WasPositive { get; private init; }

    /// <summary>Every day stands certainly on the side of the last one.</summary>
    public bool IsOneSided { get; private init; }

    public static LineFacts Of(CountryAlignment country)
    {
        ArgumentNullException.ThrowIfNull(country);
        var line = country.Line;
        var index = line.Index;
        var (lowest, highest) = (0, 0);
        var (empty, negative, positive, certain) = (true, false, false, 0);
        for (var i = 0; i < index.Length; i++)
        {
            if (index[i] < index[lowest])
                lowest = i;
            if (index[i] > index[highest])
                highest = i;
            empty &= line.Weight[i] == 0;
            var side = SideOf(line[i]);
            negative |= side == Side.Negative;
            positive |= side == Side.Positive;
            certain += side == Side.NotCertain ? 0 : 1;
        }
        return new LineFacts(line[0], line.Last, line[lowest], line[highest], StepsOf(country), country.InPeriod.Count())
        {
            IsEmpty = empty,
            WasNegative = negative,
            WasPositive = positive,
            IsOneSided = certain == index.Length && !(negative && positive),
        };
    }

    public static Side SideOf(AlignmentPoint point) =>
        point.Low90 > 0 ? Side.Positive : point.High90 < 0 ? Side.Negative : Side.NotCertain;

    /// <summary>
    /// Whether the second of two independent lines certainly stands higher: their difference exceeds 1.645 standard errors of it.
    /// Positive = higher, negative = lower.
    /// </summary>
    public static Side Compare(AlignmentPoint first, AlignmentPoint second)
    {
        var error = Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError));
        var difference = second.Index - first.Index;
        return Math.Abs(difference) <= AlignmentPoint.Z90 * error ? Side.NotCertain : difference > 0 ? Side.Positive : Side.Negative;
    }

    private static LineStep[] StepsOf(CountryAlignment country)
    {
        var line = country.Line;
        return [.. country.InPeriod
            .GroupBy(m => m.Day)
            .Where(g => g.Key > line.Period.From && g.Key <= line.Period.To)
            .Select(g => new LineStep(g.Key, line.On(g.Key.AddDays(-1)).Index, line.On(g.Key).Index, [.. g]))
            .OrderByDescending(s => Math.Abs(s.Change))
            .ThenBy(s => s.Day)];
    }
}

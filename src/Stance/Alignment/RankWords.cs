using Stance.Wording;

namespace Stance.Alignment;

/// <summary>Where the countries of a view end, one against the other, in plain words; an order is named only where their levels certainly differ.</summary>
public static class RankWords
{
    private const int MostNamed = 10;

    /// <summary>"Of five countries Armenia ends nearest Kyiv and its backers, Belarus nearest Moscow".</summary>
    public static string Finding(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var ranked = Ranked(report);
        if (ranked is [])
            return "No country is in view";
        if (ranked is [var only])
            return $"{only.Country.Name} ends at {NumberWords.Index(only.Line.Last.Index)}";
        var (high, low) = (ranked[0], ranked[^1]);
        var count = NumberWords.InWords(ranked.Count);
        return Differ(high.Line.Last, low.Line.Last)
            ? $"Of {count} countries {high.Country.Name} ends nearest {report.Axis.PositivePole}, {low.Country.Name} nearest {report.Axis.NegativePole}"
            : $"{NumberWords.Capital(count)} countries end too close together to be told apart with certainty";
    }

    public static IReadOnlyList<string> Sentences(AlignmentReport report)
    {
        var ranked = Ranked(report);
        if (ranked is [])
            return [];
        var said = new List<string>
        {
            ranked.Count <= MostNamed
                ? $"At the end, from high to low: {Listed(ranked.Select(Level))}."
                : $"Highest at the end: {Listed(ranked.Take(3).Select(Level))}. Lowest: {Listed(ranked.TakeLast(3).Reverse().Select(Level))}.",
        };
        var (rise, fall) = (ranked.MaxBy(Change)!, ranked.MinBy(Change)!);
        if (Change(rise) > 0)
            said.Add($"Largest rise: {rise.Country.Name}, by {NumberWords.Index(Change(rise))}.");
        if (Change(fall) < 0)
            said.Add($"Largest fall: {fall.Country.Name}, by {NumberWords.Index(Change(fall))}.");
        if (ranked.Where(c => c.Line.Last.IsThin).ToList() is { Count: > 0 } thin)
            said.Add(thin.Count == ranked.Count && thin.Count > 1
                ? "Evidence at the end is thin for all of them."
                : $"Evidence at the end is thin for {(thin.Count <= MostNamed ? Listed(thin.Select(c => c.Country.Name)) : $"{thin.Count} of {ranked.Count} countries")}.");
        return said;
    }

    private static List<CountryAlignment> Ranked(AlignmentReport report) =>
        [.. report.Countries.OrderByDescending(c => c.Line.Last.Index).ThenBy(c => c.Country.Name, StringComparer.Ordinal)];

    /// <summary>The 90 % band of the difference leaves zero out, both levels taken as independent.</summary>
    private static bool Differ(AlignmentPoint a, AlignmentPoint b) =>
        Math.Abs(a.Index - b.Index) > AlignmentPoint.Z90 * Math.Sqrt((a.StandardError * a.StandardError) + (b.StandardError * b.StandardError));

    private static double Change(CountryAlignment country) => country.Line.Last.Index - country.Line[0].Index;

    private static string Level(CountryAlignment country) => $"{country.Country.Name} {NumberWords.Index(country.Line.Last.Index)}";

    private static string Listed(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}

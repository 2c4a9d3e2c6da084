using Stance.Explanation;
using Stance.ViewStates;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Explanation;

/// <summary>How a line was revised, in words, as a picture and as a table.</summary>
internal static class RevisionWords
{
    private const double Nothing = 0.005;
    private const int MostLabels = 8;
    private static readonly double[] Scales = [0.5, 1, 2, 3, 5];

    public static string Finding(RevisionReport report)
    {
        var triangle = report.Triangle;
        if (triangle.Days.Count == 0)
            return "No day of this period is past yet";
        if (triangle.MeanAbsolute < Nothing)
            return "No reading was revised: what was known at once is all that is known";
        var early = triangle.MeanAbsoluteAtLag is { } lag ? $"; by {Size(lag)} within {RevisionTriangle.Lag} days" : "";
        return $"What was learned later moved a reading by {Size(triangle.MeanAbsolute)} on average{early}";
    }

    public static string Subtitle(RevisionReport report) =>
        $"Each row is a day of {report.Country.Name}’s line, each column what was known by then; coloured by the change since the day was first read";

    public static IReadOnlyList<string> Summary(RevisionReport report)
    {
        var triangle = report.Triangle;
        if (triangle.Days.Count == 0)
            return [];
        var most = Enumerable.Range(0, triangle.Days.Count).MaxBy(i => Math.Abs(triangle.Revision(i)));
        List<string> sentences = [$"{NumberWords.Capital(NumberWords.InWords(triangle.Days.Count))} days are compared. The mean absolute revision up to {WhyWords.Known(triangle.Known[^1])} is {Size(triangle.MeanAbsolute)} points."];
        if (triangle.MeanAbsoluteAtLag is { } lag)
            sentences.Add($"Within {RevisionTriangle.Lag} days it is {Size(lag)}.");
        if (Math.Abs(triangle.Revision(most)) >= Nothing)
            sentences.Add($"Most revised is {DateWords.LongDay(triangle.Days[most])}: first read as {NumberWords.Index(triangle.First[most])}, last as {NumberWords.Index(Last(triangle, most))}.");
        return sentences;
    }

    public static string Source(RevisionReport report) =>
        $"A day is first read at its own end. The last column is what is known {WhyWords.Known(report.Triangle.Known[^1])} and holds everything learned after the column before. Select a revision to see the acts behind it.";

    public static TriangleDrawing Drawing(RevisionReport report)
    {
        var triangle = report.Triangle;
        var largest = Enumerable.Range(0, triangle.Days.Count).Max(i => triangle.Values[i].Max(v => Math.Abs((v ?? triangle.First[i]) - triangle.First[i])));
        return new TriangleDrawing(
            [.. triangle.Known.Select((k, i) => Label(triangle, k, i))], ["First read", "Last read", "Revised by"],
            [.. triangle.Days.Select((day, i) => Row(report, day, i))], Scales.FirstOrDefault(s => largest <= s * 1.25, Scales[^1]));
    }

    public static TableDrawing Table(RevisionReport report)
    {
        var triangle = report.Triangle;
        return new TableDrawing(
            "Index of each day by what was known, newest knowledge at the right",
            [new("Day"), new("First read", true), .. triangle.Known.Select(k => new TableColumn(NameOf(k), true))],
            [.. triangle.Days.Select((day, i) => (IReadOnlyList<string>)
            [
                DateWords.Day(day), NumberWords.Index(triangle.First[i]), .. triangle.Values[i].Select(v => v is { } value ? NumberWords.Index(value) : ""),
            ])]);
    }

    private static TriangleRow Row(RevisionReport report, DateOnly day, int i)
    {
        var (triangle, revised) = (report.Triangle, report.Triangle.Revision(i));
        return new TriangleRow(
            day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DateWords.Day(day),
            [.. triangle.Values[i].Select(v => v - triangle.First[i])],
            [NumberWords.Index(triangle.First[i]), NumberWords.Index(Last(triangle, i)), NumberWords.Index(revised)],
            Math.Abs(revised) < Nothing ? null : $"Explain the revision of {DateWords.LongDay(day)} by {NumberWords.Index(revised)}");
    }

    /// <summary>Every column where there is room, else some, the last always.</summary>
    private static string? Label(RevisionTriangle triangle, AsOf known, int i)
    {
        var step = (triangle.Known.Count + MostLabels - 1) / MostLabels;
        return i == triangle.Known.Count - 1 ? NameOf(known)
            : i % step == 0 && i < triangle.Known.Count - step ? Day(known).ToString("MMM ’yy", System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static string NameOf(AsOf known) => known.Instant is null ? "today" : DateWords.Day(Day(known));

    private static DateOnly Day(AsOf known) => DateOnly.FromDateTime(known.Instant!.Value.UtcDateTime);

    private static double Last(RevisionTriangle triangle, int i) => triangle.First[i] + triangle.Revision(i);

    private static string Size(double value) => NumberWords.Weight(value);
}

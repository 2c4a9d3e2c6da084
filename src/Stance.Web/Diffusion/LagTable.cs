using Stance.Alignment;
using Stance.Diffusion;
using Stance.Shifts;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Diffusion;

/// <summary>The order of shifts as a table, every country in it.</summary>
internal static class LagTable
{
    public static TableDrawing Of(DiffusionReport report) => new(
        "Every country of the view, those that shifted first; lags in days",
        [
            new("Country"), new("Rank", true), new("Lag", true), new("Can lie on", true), new("Days"), new("Direction"), new("Mean before", true),
            new("After", true), new("Stability", true), new("Acts that made the new level"), new("Without a break after the day"),
        ],
        [.. report.Rows.SelectMany(row => Rows(report, row))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(DiffusionReport report, CountryLag row)
    {
        if (row.After is { } after)
            yield return Row(report, row, after);
        if (row.Before is { } before)
            yield return Row(report, row, before);
        if (row.IsSilent)
            yield return [row.Country.Name, "", "", "", "", "", "", "", "", "", Reason(row)];
    }

    private static IReadOnlyList<string> Row(DiffusionReport report, CountryLag row, LaggedBreak lagged)
    {
        var point = lagged.Found.Point;
        return
        [
            row.Country.Name, lagged.IsAfter ? DiffusionWords.Rank(row.Rank!) : "", DiffusionWords.Lag(lagged), DiffusionWords.Interval(lagged),
            ShiftWords.Span(point), PoleWords.Of(report.Axis).Toward(point.Change), NumberWords.Index(point.Before), NumberWords.Index(point.After),
            ShiftWords.Stability(point), string.Join("; ", lagged.Found.Acts.Select(a => report.Names.GetValueOrDefault(a.Id)?.Title ?? a.Type)),
            lagged.IsAfter ? "" : row.After is null ? "moved before" : "an earlier break",
        ];
    }

    private static string Reason(CountryLag row) =>
        $"{DiffusionWords.Reason(row.Reason!.Value)} ({NumberWords.Count(row.Shifts.Weeks, "week")}, weight {NumberWords.Weight(row.Shifts.Weight)})";
}

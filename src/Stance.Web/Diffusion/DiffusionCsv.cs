using Stance.Diffusion;
using Stance.Web.Api;

namespace Stance.Web.Diffusion;

/// <summary>The order of shifts as a file: a row for each break shown, and one for each country without any.</summary>
internal static class DiffusionCsv
{
    private static readonly string[] Columns =
    [
        "trigger", "country", "name", "axis", "side", "rank", "best_rank", "worst_rank", "lag_days", "lag_from", "lag_to", "week", "from", "to",
        "before", "after", "change", "stability", "acts", "reason", "weeks", "weight",
    ];

    public static IResult File(DiffusionReport report) => Csv.File("who-moved-first.csv", Columns, report.Rows.SelectMany(row => Rows(report, row)));

    private static IEnumerable<IReadOnlyList<object?>> Rows(DiffusionReport report, CountryLag row)
    {
        if (row.After is { } after)
            yield return Row(report, row, "after", row.Rank, after);
        if (row.Before is { } before)
            yield return Row(report, row, "before", null, before);
        if (row.IsSilent)
            yield return Row(report, row, null, null, null);
    }

    private static IReadOnlyList<object?> Row(DiffusionReport report, CountryLag row, string? side, ShiftRank? rank, LaggedBreak? lagged)
    {
        var point = lagged?.Found.Point;
        return
        [
            report.Trigger, row.Country.Code.Value, row.Country.Name, report.Axis.Code, side, rank?.Rank, rank?.Best, rank?.Worst,
            lagged?.Days, lagged?.From, lagged?.To, point?.Monday, point?.From, point?.To, point?.Before, point?.After, point?.Change, point?.Stability,
            lagged is null ? null : string.Join(' ', lagged.Found.Acts.Select(a => a.Id)), LagAnswer.ReasonOf(row.Reason), row.Shifts.Weeks, row.Shifts.Weight,
        ];
    }
}

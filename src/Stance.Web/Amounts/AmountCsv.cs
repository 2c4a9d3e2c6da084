using System.Globalization;
using Stance.Amounts;
using Stance.Web.Api;

namespace Stance.Web.Amounts;

/// <summary>The acts behind the series as a file; a number that is not known is an empty cell and marked so.</summary>
internal static class AmountCsv
{
    private static readonly string[] Columns =
        ["country", "type", "kind", "measure", "unit", "act", "title", "date", "happened_from", "happened_to", "value", "is_known", "other_reports"];

    public static IResult File(AmountReport report) => Csv.File("amounts.csv", Columns, report.Series.SelectMany(series => series.Acts.Select(act => Row(series, act))));

    private static IReadOnlyList<object?> Row(AmountSeries series, ActAmount act) =>
    [
        series.Country.Code.Value, series.Kind.Code, series.Kind.Name, series.Measure.Key, act.Unit ?? series.Unit, act.Id.ToString(), act.Title, act.Day,
        act.From, act.To, act.Value, act.Value is null ? "no" : "yes",
        string.Join(' ', act.Elsewhere.Select(v => v.ToString("R", CultureInfo.InvariantCulture))),
    ];
}

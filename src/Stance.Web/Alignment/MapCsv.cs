using Stance.Acts;
using Stance.Alignment;
using Stance.Web.Api;

namespace Stance.Web.Alignment;

/// <summary>The map as a file: every country with acts by the day. Bands are unclipped; what tells a change is empty where a level is told.</summary>
internal static class MapCsv
{
    private static readonly string[] Columns =
    [
        "country", "name", "axis", "date", "index", "standard_error", "low90", "high90", "weight", "acts",
        "days", "before", "change", "change_low90", "change_high90", "certain",
    ];

    public static IResult File(MapReport report, Register register) => Csv.File("map.csv", Columns, report.Countries
        .OrderBy(c => c.Country)
        .Select(c => (IReadOnlyList<object?>)[
            c.Country.Value, register.NameOf(c.Country), report.Axis.Code, report.Day,
            c.Point.Index, c.Point.StandardError, c.Point.Low90, c.Point.High90, c.Point.Weight, c.Acts,
            report.Back, c.Before?.Index, c.Change?.Change, c.Change?.Low90, c.Change?.High90, c.Change is { } change ? change.IsCertain ? "yes" : "no" : null]));
}

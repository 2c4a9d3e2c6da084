using Stance.Alignment;
using Stance.Web.Api;

namespace Stance.Web.Alignment;

/// <summary>The index by day as a file: the same columns from the API and from a shared view. Bands are unclipped.</summary>
internal static class AlignmentCsv
{
    public static IReadOnlyList<string> Columns { get; } =
        ["country", "name", "axis", "date", "index", "standard_error", "low90", "high90", "low50", "high50", "weight", "flow"];

    public static IResult File(AlignmentReport report) => Csv.File("alignment.csv", Columns, Rows(report));

    public static IEnumerable<IReadOnlyList<object?>> Rows(AlignmentReport report) =>
        from country in report.Countries
        from p in country.Line.Points
        select (IReadOnlyList<object?>)[
            country.Country.Code.Value, country.Country.Name, report.Axis.Code, p.Date,
            p.Index, p.StandardError, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow];
}

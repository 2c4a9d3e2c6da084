using Stance.Alignment;

namespace Stance.Web.Alignment;

/// <summary>What the tabs "Months" and "Start and end" show, as rows of a file. Bands are unclipped.</summary>
internal static class LevelsCsv
{
    public static IReadOnlyList<string> MonthColumns { get; } = ["country", "name", "axis", "date", "index", "low90", "high90", "weight"];

    /// <summary>The level of each country at the end of each month (quarter, year), in the order of the page.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Months(AlignmentReport report) =>
        from row in PeriodLevels.Of(report).Rows
        from p in row.Levels
        select (IReadOnlyList<object?>)[row.Country.Country.Code.Value, row.Country.Country.Name, report.Axis.Code, p.Date, p.Index, p.Low90, p.High90, p.Weight];

    public static IReadOnlyList<string> EndColumns { get; } =
        ["country", "name", "axis", "from", "to", "start", "end", "change", "standard_error", "low90", "high90", "certain"];

    /// <summary>The change of each country between the first and the last day, the most certain first.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Ends(AlignmentReport report) =>
        CountryChange.Ranked(report).Select(c => (IReadOnlyList<object?>)[
            c.Country.Country.Code.Value, c.Country.Country.Name, report.Axis.Code, c.Start.Date, c.End.Date, c.Start.Index, c.End.Index,
            c.Change, c.StandardError, c.Low90, c.High90, c.IsCertain ? "yes" : "no"]);
}

using System.Globalization;
using Stance.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Alignment;

/// <summary>Levels by month, in words and as what is given to draw.</summary>
internal static class MonthsWords
{
    public const string Rank = "Ranked by the level at the end.";

    public static string Subtitle(AlignmentReport report, PeriodLevels levels)
    {
        var unit = levels.MonthsApart switch { 1 => "month", 3 => "quarter", _ => "year" };
        return $"Index on the last day of each {unit}, −10 {report.Axis.NegativePole} to +10 {report.Axis.PositivePole}; hatched: thin evidence";
    }

    public static string Head(PeriodLevels levels, DateOnly day) =>
        levels.MonthsApart == 12 ? day.Year.ToString(CultureInfo.InvariantCulture) : DateWords.MonthHead(day);

    public static string Say(CountryLevels row, AlignmentPoint level) =>
        $"{row.Country.Country.Name}, {DateWords.Day(level.Date)}: {NumberWords.Index(level.Index)}, 90% band {NumberWords.Range(level.Low90, level.High90)}{(level.IsThin ? ", thin evidence" : null)}";

    public static MonthsDrawing Drawing(AlignmentReport report, PeriodLevels levels) => new(
        [.. levels.Days.Select(day => Head(levels, day))],
        [.. levels.Rows.Select(row => new MonthsRow(
            row.Country.Country.Name, [.. row.Levels.Select(l => new MonthsCell(l.Index, l.IsThin, Say(row, l)))], NumberWords.Index(row.Levels[^1].Index)))],
        AlignmentDrawing.Poles(report.Axis));
}

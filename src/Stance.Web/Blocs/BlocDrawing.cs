using Stance.Alignment;
using Stance.Countries;
using Stance.Web.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Blocs;

/// <summary>A bloc's mean between its highest and its lowest member, as lines and as a table.</summary>
public static class BlocDrawing
{
    private const int MostDays = 400;

    public static LineDrawing Lines(BlocReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new LineDrawing
        {
            Key = "bloc",
            From = report.Alignment.Period.From,
            To = report.Alignment.Period.To,
            Poles = AlignmentDrawing.Poles(report.Alignment.Axis),
            Limit = report.Days.All(d => d.Lowest.Index >= -5 && d.Highest.Index <= 5) ? 5 : 10,
            Series =
            [
                Series("mean", "Mean", 0, report, d => (d.Mean, d.Weight)),
                Series("highest", "Highest", 1, report, d => (d.Highest.Index, d.Highest.Weight)),
                Series("lowest", "Lowest", 2, report, d => (d.Lowest.Index, d.Lowest.Weight)),
            ],
            Triggers = [.. report.Alignment.Triggers.Select(t => new TriggerMark(t.From, t.To, t.Title))],
        };
    }

    public static TableDrawing Table(BlocReport report, Func<CountryCode, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(nameOf);
        var days = report.Days.Count;
        var step = days <= MostDays ? 1 : days <= MostDays * 7 ? 7 : days <= MostDays * 30 ? 30 : 365;
        return new TableDrawing(
            $"Mean and spread, {(step == 1 ? "every day" : $"every {step} days")}, newest first",
            [new("Date"), new("Members", true), new("Mean", true), new("Spread", true), new("Highest"), new("Index", true), new("Lowest"), new("Index", true)],
            [.. report.Days.Reverse().Where((_, i) => i % step == 0).Select(d => Row(d, nameOf))]);
    }

    private static LineSeries Series(string code, string name, int place, BlocReport report, Func<BlocDay, (double Index, double Weight)> read) => new(
        code, name, place, report.Days.Count == 0 ? 0 : read(report.Days[0]).Index, report.Days.Count == 0 ? null : report.Days[0].Date,
        [.. report.Days.Select(d => (d.Date, Read: read(d))).Select(d => new LinePoint(
            d.Date, d.Read.Index, d.Read.Index, d.Read.Index, d.Read.Index, d.Read.Index, d.Read.Weight, 0))]);

    private static IReadOnlyList<string> Row(BlocDay day, Func<CountryCode, string> nameOf) =>
    [
        DateWords.Day(day.Date), day.Members.ToString(System.Globalization.CultureInfo.InvariantCulture), NumberWords.Index(day.Mean), NumberWords.Weight(day.Spread),
        nameOf(day.Highest.Country), NumberWords.Index(day.Highest.Index), nameOf(day.Lowest.Country), NumberWords.Index(day.Lowest.Index),
    ];
}

using Stance.Alignment;
using Stance.Variations;
using Stance.Web.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Variations;

/// <summary>The line as it stands and the line as assumed: as two lines, by day, and country by country.</summary>
public static class WhatIfDrawing
{
    public static LineDrawing Lines(WhatIfReport report, WhatIfCountry country)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(country);
        return new LineDrawing
        {
            Key = $"what-if {report.Assumed}",
            From = report.Period.From,
            To = report.Period.To,
            Poles = AlignmentDrawing.Poles(report.Axis),
            Series = [Series("base", "As it stands", 0, country.Base), Series("assumed", "As assumed", 1, country.Assumed)],
        };
    }

    public static TableDrawing Days(WhatIfCountry country)
    {
        ArgumentNullException.ThrowIfNull(country);
        var days = country.Base.Period.Days;
        var step = days <= 400 ? 1 : days <= 2800 ? 7 : 30;
        return new TableDrawing(
            $"{country.Country.Name} as it stands and as assumed, {(step == 1 ? "every day" : $"every {step} days")}, newest first",
            [new("Date"), new("As it stands", true), new("As assumed", true), new("Difference", true)],
            [.. Enumerable.Range(0, days).Reverse().Where((_, i) => i % step == 0).Select(i => (IReadOnlyList<string>)
            [
                DateWords.Day(country.Base[i].Date), NumberWords.Index(country.Base.Index[i]), NumberWords.Index(country.Assumed.Index[i]),
                NumberWords.Index(country.Assumed.Index[i] - country.Base.Index[i]),
            ])]);
    }

    public static TableDrawing Countries(WhatIfReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableDrawing(
            $"Index on {DateWords.LongDay(report.Period.To)}, the largest difference first",
            [new("Country"), new("As it stands", true), new("As assumed", true), new("Difference", true)],
            [.. report.Countries.OrderByDescending(c => Math.Abs(c.Difference)).Select(c => (IReadOnlyList<string>)
            [
                c.Country.Name, NumberWords.Index(c.Base.Last.Index), NumberWords.Index(c.Assumed.Last.Index), NumberWords.Index(c.Difference),
            ])]);
    }

    /// <summary>Drawn from the first day on, also where it is the starting value alone.</summary>
    public static LineSeries Series(string code, string name, int place, AlignmentLine line) => new(
        code, name, place, line.Index[0], line.Period.From,
        [.. line.Points.Select(p => new LinePoint(p.Date, p.Index, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow))]);
}

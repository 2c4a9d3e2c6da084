using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Amounts;

/// <summary>
/// Groups numbers of acts into series: one for each country, kind of act and unit. What was promised and what was delivered, euros and
/// dollars, or what two countries did together are never added up.
/// </summary>
public static class AmountSeriesMaker
{
    /// <summary>The series with most known numbers first.</summary>
    public static IReadOnlyList<AmountSeries> Of(
        IEnumerable<ActAmount> acts, string measure, CodebookVersion codebook, Func<CountryCode, Country> countryOf, Period period)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(countryOf);
        return [.. acts
            .GroupBy(a => (a.Country, a.Type))
            .SelectMany(g => codebook.Find(g.Key.Type) is { } kind && kind.MeasureOf(measure) is { } definition
                ? ByUnit([.. g.OrderBy(a => a.Day).ThenBy(a => a.Id.ToString(), StringComparer.Ordinal)], definition)
                    .Select(u => new AmountSeries(countryOf(g.Key.Country), kind, definition, u.Unit, u.Sums, Periods(u.Acts, u.Sums, period), u.Acts))
                : [])
            .OrderByDescending(s => s.Known)
            .ThenBy(s => s.Country.Name, StringComparer.Ordinal)
            .ThenBy(s => s.Kind.Name, StringComparer.Ordinal)
            .ThenBy(s => s.Unit, StringComparer.Ordinal)];
    }

    /// <summary>As coarse as the table of months.</summary>
    public static int MonthsApart(Period period) => PeriodLevels.Apart(period);

    internal static double? Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? null : (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    /// <summary>Acts that name neither number nor unit stand in every series of their kind: they may belong to any.</summary>
    private static IEnumerable<(string? Unit, bool Sums, IReadOnlyList<ActAmount> Acts)> ByUnit(List<ActAmount> acts, AttributeDefinition definition)
    {
        if (definition.UnitFrom is null)
            return [(definition.Unit, definition.Sums, acts)];
        var blank = acts.Where(a => a.Unit is null && a.Value is null).ToList();
        var groups = acts.Except(blank).GroupBy(a => a.Unit?.ToUpperInvariant()).ToList();
        return groups.Count == 0
            ? [(null, false, blank)]
            : groups.Select(g => (g.First().Unit, g.Key is not null && definition.Sums, (IReadOnlyList<ActAmount>)[.. g.Concat(blank).OrderBy(a => a.Day)]));
    }

    private static List<AmountPeriod> Periods(IReadOnlyList<ActAmount> acts, bool sums, Period period)
    {
        var (apart, running, periods) = (MonthsApart(period), 0.0, new List<AmountPeriod>());
        var first = new DateOnly(period.From.Year, ((period.From.Month - 1) / apart * apart) + 1, 1);
        for (var start = first; start <= period.To; start = start.AddMonths(apart))
        {
            var (from, to) = (start < period.From ? period.From : start, start.AddMonths(apart).AddDays(-1));
            var within = acts.Where(a => a.Day >= from && a.Day <= to).ToList();
            var values = within.Select(a => a.Value).OfType<double>().ToList();
            running += values.Sum();
            double? value = within.Count == 0 && sums ? 0 : values.Count == 0 ? null : sums ? values.Sum() : Median(values);
            periods.Add(new AmountPeriod(from, to > period.To ? period.To : to, value, sums ? running : null, values.Count, within.Count - values.Count));
        }
        return periods;
    }
}

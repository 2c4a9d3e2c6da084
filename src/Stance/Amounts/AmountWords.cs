using System.Globalization;
using Stance.Wording;

namespace Stance.Amounts;

/// <summary>Numbers of acts in plain words: a sum with numbers missing is the least it came to.</summary>
public static class AmountWords
{
    public const string Definition =
        "Each line is one country, one kind of act and one unit: promises and deliveries, two currencies, or what two countries did together are never added up. Of a commitment only its newest stage counts. A number that is not known is left out of the sum and counted beside it; it is not zero.";

    public static string Finding(AmountReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report switch
        {
            { IsCut: true } => "Too many acts to add up at once",
            { Measure: null } => "No act in this view is of a kind that has numbers",
            { Series.Count: 0 } => "No act in this view is of a kind that has this number",
            _ => Finding(report.Series[0]),
        };
    }

    /// <summary>"Kazakhstan: at least 28 t in one of two acts of “Aid shipment or flight”; the other’s weight is not known".</summary>
    public static string Finding(AmountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (country, kind, label) = (series.Country.Name, $"“{series.Kind.Name}”", Label(series));
        var acts = series.Acts.Count;
        if (series.Known == 0)
            return $"{country}: {Acts(acts)} of {kind}, {label} not known of {(acts == 1 ? "it" : "any")}";
        var what = series.Total is { } total
            ? $"{(series.NotKnown > 0 ? "at least " : null)}{Value(total, series.Unit)}"
            : series.Known == 1 ? $"{label} {Value(series.Median!.Value, series.Unit)}"
            : $"{label} {Value(series.Values.Min(), null)} to {Value(series.Values.Max(), series.Unit)}";
        return series.NotKnown switch
        {
            0 => $"{country}: {what} in {Acts(acts)} of {kind}",
            1 when acts == 2 => $"{country}: {what} in one of two acts of {kind}; the other’s {label} is not known",
            1 => $"{country}: {what} in {NumberWords.InWords(series.Known)} of {Acts(acts)} of {kind}; {label} of one is not known",
            var none => $"{country}: {what} in {NumberWords.InWords(series.Known)} of {Acts(acts)} of {kind}; {label} of {NumberWords.InWords(none)} is not known",
        };
    }

    public static string Subtitle(AmountSeries series, int monthsApart)
    {
        ArgumentNullException.ThrowIfNull(series);
        var unit = series.Unit is { } named ? $" in {named}" : series.Measure.UnitFrom is null ? null : ", unit not known";
        return $"{series.Measure.Label}{unit}, {(series.Sums ? "sum" : "middle value")} by {Word(monthsApart)}; not known of {NumberWords.Count(series.NotKnown, "act")} of {series.Acts.Count}";
    }

    /// <summary>"28 t", "2,000 people", "12.5".</summary>
    public static string Value(double value, string? unit)
    {
        var digits = Math.Abs(value).ToString("#,0.##", CultureInfo.InvariantCulture);
        var signed = value < 0 ? NumberWords.Minus + digits : digits;
        return string.IsNullOrEmpty(unit) ? signed : NumberWords.WithUnit(signed, unit);
    }

    /// <summary>The number of a period, "at least" where some are missing, "not known" where all are.</summary>
    public static string Value(AmountPeriod period, AmountSeries series)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(series);
        return period.Value is not { } value ? (period.NotKnown > 0 ? "not known" : "none")
            : $"{(series.Sums && period.NotKnown > 0 ? "at least " : null)}{Value(value, series.Unit)}";
    }

    /// <summary>What other reports say instead: "another report says 28.2 t".</summary>
    public static string? Elsewhere(ActAmount act, AmountSeries series)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(series);
        return act.Elsewhere.Count == 0 ? null : $"another report says {string.Join(" or ", act.Elsewhere.Select(v => Value(v, series.Unit)))}";
    }

    /// <summary>"Weight (t)", "Troops (people)", "Amount".</summary>
    public static string Name(MeasureChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return choice.Unit is { } unit ? $"{choice.Label} ({unit})" : choice.Label;
    }

    public static string Word(int monthsApart) => monthsApart switch { 1 => "month", 3 => "quarter", _ => "year" };

    private static string Acts(int count) => count == 1 ? "one act" : $"{NumberWords.InWords(count)} acts";

    private static string Label(AmountSeries series) => char.ToLowerInvariant(series.Measure.Label[0]) + series.Measure.Label[1..];
}

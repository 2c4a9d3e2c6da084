using System.Globalization;
using Stance.Codebook;
using Stance.Variations;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Web.Variations;

/// <summary>What is assumed and what follows from it, in plain words.</summary>
public static class WhatIfWords
{
    public const string HalfLifeHint = "How fast acts fade is a filter of the whole view: it moves both lines. Votes and statements are words.";

    public const string Unchanged = "Nothing on file is changed. Downloads and shares show the unchanged line.";

    /// <summary>Short of 1 by no more than rounding.</summary>
    private const double SameOrder = 1 - 1e-12;

    /// <summary>"× 0.5".</summary>
    public static string Factor(double factor) => $"×\u00a0{Print(factor)}";

    /// <summary>"1 act", "0.5 acts".</summary>
    public static string Strength(double strength) => $"{Print(strength)}\u00a0{(strength == 1 ? "act" : "acts")}";

    public static string Sentence(WhatIf assumed, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(codebook);
        List<string> parts = [.. Form("words", assumed.Words), .. Form("deeds", assumed.Deeds)];
        if (assumed.PriorStrength is { } strength)
            parts.Add($"the starting value weighs as much as {Strength(strength)} instead of {Print(codebook.PriorStrength)}");
        var said = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
        return $"Assumed: {said}. All else is as in codebook {codebook.Version}.";
    }

    /// <summary>"Kazakhstan would stand at +0.41 instead of +0.69".</summary>
    public static string Finding(WhatIfReport report, WhatIfCountry country)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(country);
        var (now, then) = (NumberWords.Index(country.Base.Last.Index), NumberWords.Index(country.Assumed.Last.Index));
        return now == then ? $"{country.Country.Name} would stand at {now} all the same" : $"{country.Country.Name} would stand at {then} instead of {now}";
    }

    public static string End(WhatIfReport report, WhatIfCountry country)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(country);
        return $"On {DateWords.LongDay(report.Period.To)} the line stands at {NumberWords.Index(country.Base.Last.Index)}, as assumed at {NumberWords.Index(country.Assumed.Last.Index)}: a difference of {NumberWords.Index(country.Difference)}. {Unchanged}";
    }

    public static string Order(WhatIfReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var order = $"The order of the {NumberWords.InWords(report.Countries.Count)} countries";
        return report.Order switch
        {
            null => $"{order} cannot be compared",
            >= SameOrder => $"{order} would stay the same",
            _ => $"{order} would change",
        };
    }

    public static string OrderSubtitle(WhatIfReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rank = report.Order is { } order ? NumberWords.Contribution(order) : "not defined, all stand level";
        return $"Index on {DateWords.LongDay(report.Period.To)}; Spearman rank correlation of all {report.Countries.Count} countries in view: {rank} (+1: same order, {NumberWords.Minus}1: reversed)";
    }

    private static IEnumerable<string> Form(string form, double factor) => factor switch
    {
        1 => [],
        0 => [$"{form} do not count"],
        _ => [$"{form} count {Print(factor)} times as much"],
    };

    private static string Print(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

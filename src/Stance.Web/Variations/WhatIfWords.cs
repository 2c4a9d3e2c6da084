using System.Globalization;
using Stance.Acts;
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

    /// <summary>"as in the codebook", "2 numbers assumed".</summary>
    public static string Said(int numbers) => numbers == 0 ? "as in the codebook" : $"{NumberWords.Count(numbers, "number")} assumed";

    public static string Expecting(int acts) =>
        $"An ally that withholds support gets one point away from its pole. {(acts == 0 ? "No act" : NumberWords.Count(acts, "act"))} in view {(acts <= 1 ? "holds" : "hold")} it.";

    /// <summary>"Wall Street Journal: 18 acts, 15 on it alone".</summary>
    public static string Source(SourceShare source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return $"{NumberWords.Capital(source.Name)}: {NumberWords.Count(source.Acts, "act")}, {(source.Alone == 0 ? "none" : Print(source.Alone))} on it alone";
    }

    /// <summary>What is assumed, in one sentence.</summary>
    public static string Sentence(WhatIf assumed, Register register)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(register);
        return $"Assumed: {Join(Parts(assumed, register), "and")}. All else is as in codebook {register.Codebook.Version}.";
    }

    /// <summary>The same, with the half-life it was saved with: "words count 0.5 times as much; acts fade by half in 90 days".</summary>
    public static string Sentence(Scenario scenario, Register register)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(register);
        List<string> parts = scenario.Assumed is { } assumed ? [.. Parts(assumed, register)] : [];
        if (scenario.HalfLife != HalfLife.Default)
            parts.Add(scenario.HalfLife.Days is { } days ? $"acts fade by half in {NumberWords.Count(days, "day")}" : "acts never fade");
        return parts.Count == 0 ? "As in the codebook" : NumberWords.Capital(Join(parts, "and"));
    }

    private static IEnumerable<string> Parts(WhatIf assumed, Register register)
    {
        var codebook = register.Codebook;
        IEnumerable<string> parts = [.. Form("words", "count", assumed.Words), .. Form("deeds", "count", assumed.Deeds)];
        foreach (var family in codebook.Families.GroupBy(f => f.Name, f => assumed.Scores.GetValueOrDefault(f.Code, 1)))
            parts = parts.Concat(family.Distinct().SelectMany(factor => Form($"{char.ToLowerInvariant(family.Key[0])}{family.Key[1..]} acts", "score", factor)));
        foreach (var type in codebook.Types.Where(t => assumed.Scores.ContainsKey(t.Code)))
        {
            parts = parts.Concat(assumed.Scores[type.Code] == 1 ? [$"“{type.Name}” scores as in the codebook"] : Form($"“{type.Name}”", "scores", assumed.Scores[type.Code]));
        }
        foreach (var (hundredths, factor) in assumed.Evidence.OrderByDescending(e => e.Key))
            parts = parts.Concat(Form(EvidenceWords.Of(hundredths), "weigh", factor));
        if (assumed.IsWithoutExpectation)
            parts = parts.Append("nothing is expected of allies");
        if (assumed.LeftOut.Count > 0)
            parts = parts.Append($"acts that only {Join(assumed.LeftOut.Select(register.SourceNameOf).Order(StringComparer.Ordinal), "or")} {(assumed.LeftOut.Count == 1 ? "tells" : "tell")} of are left out");
        if (assumed.PriorStrength is { } strength)
            parts = parts.Append($"the starting value weighs as much as {Strength(strength)} instead of {Print(codebook.PriorStrength)}");
        return parts;
    }

    private static string Join(IEnumerable<string> parts, string last)
    {
        var all = parts.ToList();
        return all.Count <= 1 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {last} {all[^1]}";
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
        return $"On {DateWords.LongDay(report.Period.To)} the line stands at {NumberWords.Index(country.Base.Last.Index)}, as assumed at {NumberWords.Index(country.Assumed.Last.Index)}: a difference of {NumberWords.Index(country.Difference)}. {World(report.World)}. {Unchanged}";
    }

    /// <summary>"Spearman rank correlation of all 194 countries with acts: +0.987 (+1: same order, −1: reversed)".</summary>
    public static string World(WorldOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Rank is { } rank
            ? $"Spearman rank correlation of all {order.Countries} countries with acts: {NumberWords.Contribution(rank)} (+1: same order, {NumberWords.Minus}1: reversed)"
            : "Too few countries with acts to compare their order";
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

    /// <summary>"words count 0.5 times as much", "“Visits” scores nothing".</summary>
    private static IEnumerable<string> Form(string what, string does, double factor) => factor switch
    {
        1 => [],
        0 => [does == "count" ? $"{what} do not count" : $"{what} {does} nothing"],
        _ => [$"{what} {does} {Print(factor)} times as much"],
    };

    private static string Print(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

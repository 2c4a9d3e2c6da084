using Stance.Variations;
using Stance.Wording;

namespace Stance.Web.Variations;

/// <summary>Scenarios side by side, in plain words.</summary>
public static class ScenarioWords
{
    public const string Codebook = "Codebook";

    public static string Name(ScenarioOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Scenario?.Name ?? Codebook;
    }

    /// <summary>"Kazakhstan stands from −0.83 to +0.69, by what is assumed".</summary>
    public static string Finding(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.Base.Lines is not [var only])
            return $"The codebook and {NumberWords.InWords(comparison.Outcomes.Count - 1)} {(comparison.Outcomes.Count == 2 ? "scenario" : "scenarios")} side by side";
        var levels = comparison.Outcomes.Select(o => o.Lines[0].Level).ToList();
        var (least, most) = (NumberWords.Index(levels.Min()), NumberWords.Index(levels.Max()));
        return least == most ? $"{only.Country.Name} stands at {least} whatever is assumed" : $"{only.Country.Name} stands from {least} to {most}, by what is assumed";
    }

    public static string Subtitle(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return $"Index by day under the codebook and under each scenario{(comparison.Outcomes.Count <= 3 ? "; shaded: 50% and 90% bands" : "; without bands, as there are four lines or more")}";
    }

    public static string Levels(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return $"Index on {DateWords.LongDay(comparison.Period.To)} and change since {DateWords.LongDay(comparison.Period.From)}";
    }

    /// <summary>What each scenario does to the order of all countries; for one country also to its level.</summary>
    public static IEnumerable<string> Sentences(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (var outcome in comparison.Outcomes.Skip(1))
        {
            var level = comparison.Base.Lines is [var before]
                ? $"{NumberWords.Index(outcome.Lines[0].Level)} against {NumberWords.Index(before.Level)}, a difference of {NumberWords.Index(outcome.Lines[0].Level - before.Level)}. "
                : null;
            yield return $"“{Name(outcome)}”: {level}{WhatIfWords.World(outcome.Order!)}.";
        }
    }

    /// <summary>The codebook's line has its own half-life, whatever the view's.</summary>
    public static string Base(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return $"Codebook {comparison.Codebook.Version} with a half-life of {NumberWords.Count(ViewStates.HalfLife.Default.Days ?? 0, "day")}; each scenario with its own";
    }

    public static string Missing(int count) =>
        count == 1 ? "A scenario in this address is deleted or not shown to you. " : $"{NumberWords.Capital(NumberWords.InWords(count))} scenarios in this address are deleted or not shown to you. ";
}

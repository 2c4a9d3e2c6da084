using Stance.Variations;
using Stance.Web.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Variations;

/// <summary>The codebook and scenarios side by side: as lines of one country, and as a table.</summary>
public static class ScenarioDrawing
{
    public static LineDrawing Lines(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new LineDrawing
        {
            Key = string.Join(' ', comparison.Outcomes.Select(o => $"{o.Scenario?.Id} {o.Scenario?.Name}")),
            From = comparison.Period.From,
            To = comparison.Period.To,
            Poles = AlignmentDrawing.Poles(comparison.Axis),
            Series = [.. comparison.Outcomes.Select((o, place) => WhatIfDrawing.Series(o.Scenario?.Id.ToString("n") ?? "codebook", ScenarioWords.Name(o), place, o.Lines[0].Line))],
        };
    }

    public static TableDrawing Table(ScenarioComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var countries = comparison.Base.Lines.Count;
        return new TableDrawing(
            ScenarioWords.Levels(comparison),
            [
                .. countries > 1 ? [new TableColumn("Country")] : Array.Empty<TableColumn>(), new("Numbers"),
                new("Level", true), new("Change", true), new("Level against the codebook", true), new("Change against the codebook", true),
            ],
            [.. Enumerable.Range(0, countries).SelectMany(i => comparison.Outcomes.Select(o => (IReadOnlyList<string>)[.. countries > 1 ? [o.Lines[i].Country.Name] : Array.Empty<string>(), .. Row(comparison.Base.Lines[i], o, i)]))]);
    }

    private static string[] Row(ScenarioLine before, ScenarioOutcome outcome, int country)
    {
        var line = outcome.Lines[country];
        var isBase = outcome.Scenario is null;
        return
        [
            ScenarioWords.Name(outcome), NumberWords.Index(line.Level), NumberWords.Index(line.Change),
            isBase ? "" : NumberWords.Index(line.Level - before.Level), isBase ? "" : NumberWords.Index(line.Change - before.Change),
        ];
    }
}

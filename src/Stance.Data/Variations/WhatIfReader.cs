using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Data.Variations;

/// <summary>Answers what lines would be under other numbers. Everything comes from the columns in memory; no statement is sent and nothing is changed.</summary>
public sealed class WhatIfReader(ActFeed feed, TimeProvider clock)
{
    /// <summary>The line of each country of a view as it stands, and as it would be under the numbers the view assumes.</summary>
    /// <exception cref="ArgumentException">The view assumes nothing.</exception>
    public WhatIfReport Read(ViewState view, Scope scope)
    {
        var asked = AskedView.Of(feed.Of(view), view, scope, clock);
        var whatIf = asked.View.WhatIf ?? throw new ArgumentException("The view assumes nothing.", nameof(view));
        var (before, after) = (Lines.Of(asked, null, asked.View.HalfLife), Lines.Of(asked, whatIf, asked.View.HalfLife));
        var countries = asked.Countries(scope)
            .Select(code => new WhatIfCountry(asked.Snapshot.Register.Countries[code], before.Line(code), after.Line(code)));
        return new WhatIfReport(asked.View, whatIf, asked.Period, asked.Axis, [.. countries], asked.Snapshot.Register.Codebook)
        {
            World = WorldOrder.Of(before.World(scope), after.World(scope)),
        };
    }

    /// <summary>The codebook and each scenario side by side: lines of the countries of a view, and the order of all countries with acts.</summary>
    public ScenarioComparison Compare(ViewState view, Scope scope, IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var asked = AskedView.Of(feed.Of(view), view, scope, clock);
        var register = asked.Snapshot.Register;
        var codes = asked.Countries(scope).ToList();
        var codebook = Lines.Of(asked, null, HalfLife.Default);
        var world = codebook.World(scope);
        return new ScenarioComparison(
            asked.View, asked.Period, asked.Axis,
            [Outcome(null, codebook), .. scenarios.Select(s => Outcome(s, Lines.Of(asked, s.Assumed is { } w ? KnownAssumptions.Of(w, register) : null, s.HalfLife)))],
            register.Codebook);

        ScenarioOutcome Outcome(Scenario? scenario, Lines lines) => new(
            scenario, [.. codes.Select(code => new ScenarioLine(register.Countries[code], lines.Line(code)))],
            scenario is null ? null : WorldOrder.Of(world, lines.World(scope)));
    }

    /// <summary>What could be assumed of the acts in view: the sources they rest on, and how many hold the expectation.</summary>
    public WhatIfChoices Choices(ViewState view, Scope scope)
    {
        var asked = AskedView.Of(feed.Of(view), view, scope, clock);
        var (columns, knownAt) = (asked.Snapshot.Columns, asked.View.AsOf.KnownAt);
        var (sets, expecting) = (new Dictionary<int, int>(), 0);
        foreach (var acts in asked.Countries(scope).Select(asked.Slice))
        {
            for (var i = 0; i < acts.Count && acts[i].Day <= asked.Period.To.DayNumber; i++)
            {
                var act = acts[i];
                sets[act.SourceSet] = sets.GetValueOrDefault(act.SourceSet) + 1;
                expecting += act.Expectation == 0 ? 0 : 1;
            }
        }
        var shares = sets
            .Select(s => (Sources: columns.SourceSets[s.Key].At(knownAt).ToList(), Acts: s.Value))
            .SelectMany(s => s.Sources.Select(source => (Source: source, s.Acts, Alone: s.Sources.Count == 1 ? s.Acts : 0)))
            .GroupBy(s => s.Source)
            .Select(g => new SourceShare(g.Key, asked.Snapshot.Register.SourceNameOf(g.Key), g.Sum(s => s.Acts), g.Sum(s => s.Alone)));
        return new WhatIfChoices([.. shares.OrderByDescending(s => s.Alone).ThenBy(s => s.Name, StringComparer.Ordinal)], expecting);
    }

    /// <summary>Lines under one set of numbers; null = the codebook's.</summary>
    private sealed record Lines(AskedView Asked, Assumptions? Assumed, IndexParameters Codebook)
    {
        public static Lines Of(AskedView asked, WhatIf? assumed, HalfLife halfLife) => new(
            asked, assumed is null ? null : Assumptions.Of(assumed, asked.Snapshot.Columns, asked.View.AsOf), asked.Snapshot.Parameters(halfLife));

        public AlignmentLine Line(CountryCode code) => Line(Asked.Slice(code), code, Asked.Period);

        /// <summary>The level of every country with acts on the last day, in the order of codes.</summary>
        public IReadOnlyList<double> World(Scope scope)
        {
            var day = new Period(Asked.Period.To, Asked.Period.To);
            return [.. Asked.Snapshot.Columns.CountriesOn(Asked.View.Axis).Where(scope.Allows).Order()
                .Select(code => (code, acts: Asked.Slice(code)))
                .Where(c => c.acts.Count > 0 && c.acts[0].Day <= day.To.DayNumber)
                .Select(c => Line(c.acts, c.code, day).Last.Index)];
        }

        private AlignmentLine Line(ActSelection acts, CountryCode code, Period period)
        {
            var prior = Asked.Snapshot.Register.Prior(Asked.View.Axis, code);
            return Assumed is null
                ? AlignmentIndex.Compute(acts.Evidence, prior, period, Codebook)
                : WhatIfLine.Compute(acts, Assumed, prior, period, Codebook);
        }
    }
}

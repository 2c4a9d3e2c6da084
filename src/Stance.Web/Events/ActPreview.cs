using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Alignment;
using Stance.Events;
using Stance.ViewStates;

namespace Stance.Web.Events;

/// <summary>What an act would come to: its score on every axis, and the line of its country with and without it.</summary>
/// <param name="Main">The axis shown large: the default one, or else the first on which the act speaks.</param>
/// <param name="Score">Null = the act is silent everywhere.</param>
public sealed record ActPreview(
    CountryCode Country, DateOnly Day, IReadOnlyList<AxisScore> Scores, Axis Main, AxisScore? Score, LinePreview? Line)
{
    /// <summary>For how many further states lines are drawn up while somebody types.</summary>
    public const int MostOthers = 40;

    private const int DaysBefore = 20;
    private const int DaysAfter = 46;

    /// <summary>The index on the day of the act, as it stands.</summary>
    public double? Before => Line?.Without.On(Day).Index;

    /// <summary>The index on the day of the act, with the act.</summary>
    public double? After => Line?.With.On(Day).Index;

    public double Move => (After - Before) ?? 0;

    public static ActPreview? Of(ActEntry entry, AlignmentReader reader, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(reader);
        return entry.Reading.Facts is { } facts ? Of(facts, entry, reader, scope) : null;
    }

    /// <summary>What it would come to for each of the further states of an act of several, at most the first <see cref="MostOthers"/>.</summary>
    public static IReadOnlyList<ActPreview> OfOthers(ActEntry entry, AlignmentReader reader, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(reader);
        return entry.Reading.Facts is { } facts ? [.. entry.Reading.Also.Take(MostOthers).Select(c => Of(facts with { Actor = c }, entry, reader, scope))] : [];
    }

    private static ActPreview Of(ScoredFacts facts, ActEntry entry, AlignmentReader reader, Scope scope)
    {
        var axes = entry.Register.Axes;
        var scores = ActScoring.Score(facts, axes.Values, entry.Register.Ties);
        var shown = scores.FirstOrDefault(s => s.Axis == ViewState.DefaultAxis) ?? (scores.Count > 0 ? scores[0] : null);
        var main = axes[shown?.Axis ?? ViewState.DefaultAxis];
        if (shown is null || !entry.State.Counts)
            return new ActPreview(facts.Actor, facts.ScoredOn, entry.State.Counts ? scores : [], main, null, null);
        var last = facts.ScoredOn.AddDays(DaysAfter);
        var view = new ViewState
        {
            Axis = main.Code,
            Period = new Period(facts.ScoredOn.AddDays(-DaysBefore), last > entry.Today ? entry.Today : last),
        };
        var line = reader.Preview(view, scope, facts.Actor, facts.ScoredOn, shown.Score, shown.Weight, [.. entry.Overtaken, .. entry.Editing is { } old ? [old] : Array.Empty<Guid>()]);
        return new ActPreview(facts.Actor, facts.ScoredOn, scores, main, shown, line);
    }
}

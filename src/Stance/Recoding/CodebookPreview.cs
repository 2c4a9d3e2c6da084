using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Recoding;

/// <summary>A line a new codebook moves: its value today before and after, and the largest move over its days, in index points.</summary>
public sealed record LineMove(Axis Axis, CountryCode Country, double Before, double After, double Largest, DateOnly LargestOn)
{
    public double Today => After - Before;
}

/// <summary>How many acts of a kind, coded or votes, come to another score or weight on some axis.</summary>
public sealed record KindMove(string Type, int Acts);

/// <summary>What a new codebook, or other sides of an axis, would do to every line: the farthest first, and how many stay as they are.</summary>
public sealed record CodebookPreview(IReadOnlyList<LineMove> Moves, int Still, IReadOnlyList<KindMove> Kinds)
{
    /// <summary>Less than this is rounding, in index points.</summary>
    public const double Nothing = 1e-9;

    /// <param name="today">The last day of every line; each begins on the day of its first act.</param>
    public static CodebookPreview Of(ActSnapshot before, ActSnapshot after, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var lines = before.Register.Axes.Values
            .SelectMany(axis => CountriesOn(axis.Code, before, after).Select(country => Move(axis, country, before, after, today))).OfType<LineMove>().ToList();
        return new CodebookPreview(
            [.. lines.Where(m => m.Largest > Nothing).OrderByDescending(m => m.Largest).ThenBy(m => m.Axis.Code, StringComparer.Ordinal).ThenBy(m => m.Country.Value, StringComparer.Ordinal)],
            lines.Count(m => m.Largest <= Nothing), KindsOf(before, after));
    }

    private static IEnumerable<CountryCode> CountriesOn(string axis, ActSnapshot before, ActSnapshot after) =>
        before.Columns.CountriesOn(axis).Union(after.Columns.CountriesOn(axis));

    private static LineMove? Move(Axis axis, CountryCode country, ActSnapshot before, ActSnapshot after, DateOnly today)
    {
        var view = new ViewState { Axis = axis.Code };
        var days = new[] { before, after }.Select(s => s.Columns.Slice(view, country)).Where(acts => acts.Count > 0).Select(acts => acts[0].Day).ToList();
        if (days.Count == 0 || days.Min() > today.DayNumber)
            return null;
        var period = new Period(DateOnly.FromDayNumber(days.Min()), today);
        var (old, next) = (Line(before), Line(after));
        var largest = Enumerable.Range(0, old.Index.Length).MaxBy(i => Math.Abs(next.Index[i] - old.Index[i]));
        return new LineMove(
            axis, country, old.Index[^1], next.Index[^1], Math.Abs(next.Index[largest] - old.Index[largest]), period.From.AddDays(largest));

        AlignmentLine Line(ActSnapshot snapshot) => AlignmentIndex.Compute(
            snapshot.Columns.Slice(view, country).Evidence, snapshot.Register.Prior(axis.Code, country), period, snapshot.Parameters(HalfLife.Default));
    }

    private static IReadOnlyList<KindMove> KindsOf(ActSnapshot before, ActSnapshot after)
    {
        var moved = new Dictionary<string, HashSet<(Guid, CountryCode)>>();
        foreach (var axis in before.Register.Axes.Keys)
        {
            foreach (var country in CountriesOn(axis, before, after))
            {
                var view = new ViewState { Axis = axis };
                var (old, next) = (before.Columns.Slice(view, country), after.Columns.Slice(view, country));
                var now = Enumerable.Range(0, next.Count).Select(i => next[i]).ToDictionary(a => a.Id);
                foreach (var act in Enumerable.Range(0, old.Count).Select(i => old[i]))
                {
                    if (!(now.Remove(act.Id, out var other) && other.Score == act.Score && other.Weight == act.Weight))
                        Add(before.Columns.Types[act.Type], act.Id, country);
                }
                // What was silent before.
                foreach (var act in now.Values)
                    Add(after.Columns.Types[act.Type], act.Id, country);
            }
        }
        void Add(string type, Guid id, CountryCode country)
        {
            if (!moved.TryGetValue(type, out var ids))
                moved[type] = ids = [];
            ids.Add((id, country));
        }

        return [.. moved.Select(m => new KindMove(m.Key, m.Value.Count)).OrderByDescending(k => k.Acts).ThenBy(k => k.Type, StringComparer.Ordinal)];
    }
}

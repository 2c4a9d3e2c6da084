using Stance.Acts;
using Stance.Data.Acts;
using Stance.ViewStates;

namespace Stance.Data.Alignment;

/// <summary>A row of the table: its place from 0, its numbers, and its words unless the act was withdrawn meanwhile.</summary>
public sealed record ActTableRow(int Place, TableAct Act, DescribedAct? Words);

/// <summary>
/// Reads all acts in view that speak on the axis. Which they are and how they are sorted comes from the columns in memory;
/// the words of the rows on screen cost one statement.
/// </summary>
public sealed class ActTableReader(AlignmentReader alignment, ActReader acts, ActFeed feed, TimeProvider clock)
{
    /// <summary>More rows than these no table shows.</summary>
    public const int Most = 100_000;

    /// <summary>The acts dated inside the period, of the countries the view names or of all when it names none; narrowed by its words.</summary>
    public async Task<ActRows> ReadAsync(ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var period = scope.Narrow(view).PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var register = feed.Register;
        var (marks, ofNew) = (alignment.ReadMarks(view, scope), alignment.ReadSources(view, scope).OfNew);
        var matching = (await acts.MatchingAsync(view with { Period = period }, scope, cancel))?.ToHashSet();
        return new ActRows(
            marks.SelectMany(c => c.Acts
                .Where(m => m.Day >= period.From && matching?.Contains(m.Id) != false)
                .Select(m => new TableAct(m.Id, c.Country, m.Day, m.Score, m.Weight, m.IsDeed, m.Type, m.Contribution) { IsOfNewSource = ofNew.Contains(m.Id) })),
            register);
    }

    /// <summary>Some rows of an order, from a place on.</summary>
    public async Task<IReadOnlyList<ActTableRow>> WindowAsync(ActTableOrder order, int start, int count, Scope scope, AsOf asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(order);
        var from = Math.Clamp(start, 0, order.Acts.Count);
        var rows = order.Acts.Skip(from).Take(Math.Clamp(count, 0, ActReader.LargestPage)).ToList();
        var words = rows.Count == 0 ? [] : await acts.DescribeAsync([.. rows.Select(r => (r.Country, r.Id))], scope, asOf, cancel);
        var byId = words.ToDictionary(w => w.Act.Id);
        return [.. rows.Select((act, i) => new ActTableRow(from + i, act, byId.GetValueOrDefault(act.Id)))];
    }
}

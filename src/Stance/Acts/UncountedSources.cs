using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>Sources whose acts do not count in a view where no other source tells of them: those it leaves out, and new ones that wait until they are coded back.</summary>
public sealed class UncountedSources
{
    private static readonly HashSet<Guid> NoSources = [];

    private readonly HashSet<Guid> leftOut;
    private readonly ReadingBook waiting;
    private readonly DateOnly first;

    private UncountedSources(HashSet<Guid> leftOut, ReadingBook waiting, DateOnly first) =>
        (this.leftOut, this.waiting, this.first) = (leftOut, waiting, first);

    public static UncountedSources None { get; } = new(NoSources, ReadingBook.Empty, DateOnly.MinValue);

    /// <param name="first">The first day of the line shown: what is coded back to it is not new.</param>
    public static UncountedSources Of(ViewState view, DateOnly first, Register register)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(register);
        return view is { NewSources: NewSources.Count, Without.Count: 0 }
            ? None
            : new([.. view.Without], view.NewSources == NewSources.Wait ? register.Readings : ReadingBook.Empty, first);
    }

    /// <summary>As the register told it at a moment, in ticks (UTC).</summary>
    public IReadOnlySet<Guid> At(long knownAt) => waiting.NewIn(first, knownAt) is { Count: > 0 } fresh ? leftOut.Union(fresh.Select(r => r.Source)).ToHashSet() : leftOut;

    /// <summary>The ticks (UTC), after one and before another, at which the answer for an act of these sources may become another.</summary>
    internal IEnumerable<long> Changes(SourceSet sources, long after, long before) => waiting.Changes
        .Concat(leftOut.Count == 0 && !waiting.Changes.Any() ? [] : sources.Sources.SelectMany(s => new[] { s.KnownFrom, s.KnownTo }))
        .Where(at => after < at && at < before)
        .Distinct()
        .Order();
}

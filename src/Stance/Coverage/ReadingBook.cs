namespace Stance.Coverage;

/// <summary>Since when a source is read that was not read from the beginning.</summary>
/// <param name="Since">First day whose reports are read and coded.</param>
/// <param name="CodedBackTo">Day to which it was coded back, before <paramref name="Since"/>; null = it was not.</param>
public sealed record SourceReading(Guid Source, DateOnly Since, DateOnly? CodedBackTo)
{
    /// <summary>The first day on which its acts can be expected to be on file.</summary>
    public DateOnly CodedFrom => CodedBackTo ?? Since;

    /// <summary>Whether acts of this source begin in the midst of a line that begins on a day: the line may then move because coverage grew.</summary>
    public bool IsNewIn(DateOnly first) => CodedFrom > first;
}

/// <summary>A reading as the register told it from one moment up to but without another.</summary>
/// <param name="KnownFrom">Null = since the source was put on file.</param>
/// <param name="KnownUntil">Null = still.</param>
public sealed record KnownReading(SourceReading Reading, DateTimeOffset? KnownFrom, DateTimeOffset? KnownUntil);

/// <summary>Since when sources are read, as known at any moment: what tells "the country moved" from "more is read". Sources read from the beginning are not in it.</summary>
public sealed class ReadingBook(IReadOnlyList<KnownReading> readings)
{
    public static ReadingBook Empty { get; } = new([]);

    /// <summary>The ticks (UTC) at which it came to say something else.</summary>
    public IEnumerable<long> Changes { get; } =
        [.. readings.SelectMany(r => new[] { r.KnownFrom, r.KnownUntil }).OfType<DateTimeOffset>().Select(at => at.UtcTicks).Distinct()];

    /// <summary>The sources that are new in a line, as known then, by the day their acts begin.</summary>
    /// <param name="first">The first day of the line.</param>
    /// <param name="knownAt">Ticks (UTC).</param>
    public IReadOnlyList<SourceReading> NewIn(DateOnly first, long knownAt) =>
        [.. At(knownAt).Where(r => r.IsNewIn(first)).OrderBy(r => r.CodedFrom).ThenBy(r => r.Source)];

    /// <summary>All of it as known then.</summary>
    public IEnumerable<SourceReading> At(long knownAt) => readings.Where(r => Known(r, knownAt)).Select(r => r.Reading);

    private static bool Known(KnownReading reading, long knownAt) =>
        (reading.KnownFrom is not { } from || from.UtcTicks <= knownAt) && (reading.KnownUntil is not { } until || knownAt < until.UtcTicks);
}

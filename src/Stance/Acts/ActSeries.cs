namespace Stance.Acts;

/// <summary>One act as the columns keep it: a version of a coded event, or a vote, scored on one axis.</summary>
/// <param name="Day">Day number of the date used in the sum.</param>
/// <param name="Weight">Starting weight q·g.</param>
/// <param name="KnownFrom">Ticks (UTC) from which this version was known.</param>
/// <param name="KnownTo">Ticks (UTC) from which it was not; <see cref="long.MaxValue"/> = still.</param>
/// <param name="Codebook">Which version of the codebook scored it, an index into <see cref="ActColumns.Codebooks"/>.</param>
/// <param name="Expectation">The part of the score that an ally's withheld support adds to it; 0 for nearly all.</param>
/// <param name="Evidence">The class of evidence: hundredths of g.</param>
/// <param name="SourceSet">Which sources, an index into <see cref="ActColumns.SourceSets"/>.</param>
/// <param name="CollectionSet">Which set of collections, an index into <see cref="ActColumns.CollectionSets"/>.</param>
public readonly record struct ActRow(
    int Day, double Score, double Weight, ushort Type, bool IsDeed, long KnownFrom, long KnownTo, ushort CollectionSet, Guid Id, bool IsVote,
    ushort Codebook, float Expectation, byte Evidence, int SourceSet);

/// <summary>The acts of one country on one axis, one array a column, sorted by day. Immutable once built.</summary>
public sealed class ActSeries
{
    public static ActSeries Empty { get; } = new([]);

    public ActSeries(IReadOnlyList<ActRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sorted = rows.ToArray();
        Array.Sort(sorted, (a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Id.CompareTo(b.Id));
        Days = Array.ConvertAll(sorted, r => r.Day);
        Scores = Array.ConvertAll(sorted, r => r.Score);
        Weights = Array.ConvertAll(sorted, r => r.Weight);
        Types = Array.ConvertAll(sorted, r => r.Type);
        Deeds = Array.ConvertAll(sorted, r => r.IsDeed);
        KnownFrom = Array.ConvertAll(sorted, r => r.KnownFrom);
        KnownTo = Array.ConvertAll(sorted, r => r.KnownTo);
        CollectionSets = Array.ConvertAll(sorted, r => r.CollectionSet);
        Ids = Array.ConvertAll(sorted, r => r.Id);
        Votes = Array.ConvertAll(sorted, r => r.IsVote);
        Codebooks = Array.ConvertAll(sorted, r => r.Codebook);
        Expectations = Array.ConvertAll(sorted, r => r.Expectation);
        Evidence = Array.ConvertAll(sorted, r => r.Evidence);
        SourceSets = Array.ConvertAll(sorted, r => r.SourceSet);
    }

    public int Count => Days.Length;

    internal int[] Days { get; }

    internal double[] Scores { get; }

    internal double[] Weights { get; }

    internal ushort[] Types { get; }

    internal bool[] Deeds { get; }

    internal long[] KnownFrom { get; }

    internal long[] KnownTo { get; }

    internal ushort[] CollectionSets { get; }

    internal Guid[] Ids { get; }

    internal bool[] Votes { get; }

    internal ushort[] Codebooks { get; }

    internal float[] Expectations { get; }

    internal byte[] Evidence { get; }

    internal int[] SourceSets { get; }

    public ActRow this[int i] => new(
        Days[i], Scores[i], Weights[i], Types[i], Deeds[i], KnownFrom[i], KnownTo[i], CollectionSets[i], Ids[i], Votes[i], Codebooks[i],
        Expectations[i], Evidence[i], SourceSets[i]);
}

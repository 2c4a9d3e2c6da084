namespace Stance.Alignment;

/// <summary>
/// M5: the index of words less the index of deeds on one day, same starting value and fading; score points, within ±20.
/// Its standard error is √(se_words² + se_deeds²), the two resting on different acts.
/// </summary>
public sealed record WordsAndDeeds(AlignmentPoint Words, AlignmentPoint Deeds)
{
    public double Gap => Words.Index - Deeds.Index;

    public double StandardError =>
        Math.Sqrt((Words.StandardError * Words.StandardError) + (Deeds.StandardError * Deeds.StandardError));

    public double Low90 => Gap - (AlignmentPoint.Z90 * StandardError);

    public double High90 => Gap + (AlignmentPoint.Z90 * StandardError);

    /// <summary>The 90 % band of the gap leaves zero out.</summary>
    public bool IsCertain => Math.Abs(Gap) > AlignmentPoint.Z90 * StandardError;
}

/// <summary>The line of words and the line of deeds of one country, day by day over the same period.</summary>
public sealed record WordsAndDeedsLines(CountryAlignment Words, CountryAlignment Deeds)
{
    public WordsAndDeeds this[int i] => new(Words.Line[i], Deeds.Line[i]);

    public WordsAndDeeds Last => new(Words.Line.Last, Deeds.Line.Last);

    public IEnumerable<WordsAndDeeds> Days => Enumerable.Range(0, Words.Line.Index.Length).Select(i => this[i]);

    /// <summary>Neither side has an act to stand on: the gap is then that of two equal starting values.</summary>
    public bool IsEmpty => Words.Marks.Count == 0 && Deeds.Marks.Count == 0;
}

using Stance.Acts;

namespace Stance.Data.Search;

/// <summary>Coded events and roll calls among which the acts are; a superset of them.</summary>
internal sealed record Candidates(Guid[] Events, Guid[] RollCalls)
{
    public int Count => Events.Length + RollCalls.Length;
}

/// <summary>A search text as statements take it: what must hold, where to look, and which words were read as others.</summary>
/// <param name="Among">Null = words and fields are common: the list is walked along its order.</param>
/// <param name="IsHopeless">Nothing can be found; no need to look.</param>
internal sealed record FoundWords(
    string[]? Queries,
    string[]? Types,
    string[]? Paths,
    string[]? TextKeys,
    string[]? TextPatterns,
    Candidates? Among,
    IReadOnlyList<WordCorrection> Corrections,
    bool IsHopeless = false)
{
    public static FoundWords Everything { get; } = new(null, null, null, null, null, null, []);

    public static FoundWords Nothing { get; } = Everything with { IsHopeless = true };
}

using Stance.Countries;

namespace Stance.Votes;

/// <summary>One country's choice in a roll call.</summary>
public readonly record struct Vote(CountryCode Country, VoteChoice Choice);

/// <summary>A recorded vote of a body that breaks no rule: its votes add up to its official tally.</summary>
public sealed record RollCall(
    string Body,
    string Symbol,
    string Title,
    DateOnly HeldOn,
    string? Meeting,
    string? Session,
    string? Url,
    VoteTally Tally,
    IReadOnlyList<Vote> Votes)
{
    /// <summary>The codebook's kind of act that a vote of a scored roll call is.</summary>
    public const string Kind = "DIP-UNV";
}

/// <summary>What a curator enters of a roll call, before the rules have looked at it.</summary>
public sealed record RollCallDraft
{
    /// <summary>The body that voted: "UN General Assembly".</summary>
    public string? Body { get; init; }

    /// <summary>What the body calls the text: "A/RES/ES-11/1".</summary>
    public string? Symbol { get; init; }

    public string? Title { get; init; }

    /// <summary>The day of the vote, such as 2022-03-02.</summary>
    public string? Date { get; init; }

    /// <summary>The record of the meeting: "A/ES-11/PV.5".</summary>
    public string? Meeting { get; init; }

    public string? Session { get; init; }

    public string? Url { get; init; }

    /// <summary>The official tally, as the record prints it.</summary>
    public int? Yes { get; init; }

    public int? No { get; init; }

    public int? Abstain { get; init; }

    /// <summary>Those that did not vote. Null = the record does not say, and it is the members nobody names.</summary>
    public int? Absent { get; init; }

    public IReadOnlyList<VoteDraft>? Votes { get; init; }
}

/// <summary>What is changed of a roll call on file; null = it stays. Body, symbol and date are what it is known by, and stay.</summary>
public sealed record RollCallCorrection
{
    public string? Title { get; init; }

    /// <summary>Empty = none.</summary>
    public string? Meeting { get; init; }

    public string? Session { get; init; }

    public string? Url { get; init; }

    public int? Yes { get; init; }

    public int? No { get; init; }

    public int? Abstain { get; init; }

    public int? Absent { get; init; }

    /// <summary>The votes that change, and no others.</summary>
    public IReadOnlyList<VoteDraft>? Votes { get; init; }

    public string? Reason { get; init; }
}

/// <param name="Country">A name or code of the register.</param>
/// <param name="Choice">Y, N, A or X, or the word.</param>
public sealed record VoteDraft(string? Country, string? Choice);

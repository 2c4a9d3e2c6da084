using Stance.Countries;

namespace Stance.Votes;

/// <summary>A line of what was pasted that is no vote yet: a printed name and its choice.</summary>
public sealed record PrintedVote(int Line, string Name, VoteChoice Choice, string? OtherName = null);

/// <summary>A vote as read, with the line it stands in.</summary>
public sealed record ReadVote(int Line, CountryCode Country, VoteChoice Choice);

/// <summary>What is wrong in a line, by which rule, and what to do; with the countries that come near.</summary>
public sealed record LineProblem(int Line, string Rule, string Message, IReadOnlyList<CountryCode> Near)
{
    public LineProblem(int line, string rule, string message)
        : this(line, rule, message, [])
    {
    }
}

/// <summary>What the pasted text says of the roll call itself; null = not said.</summary>
public sealed record RollCallDetails
{
    public string? Symbol { get; init; }

    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public string? Meeting { get; init; }

    public string? Session { get; init; }

    public string? Url { get; init; }

    public int? Yes { get; init; }

    public int? No { get; init; }

    public int? Abstain { get; init; }

    public int? Absent { get; init; }
}

/// <summary>Lines as printed, before anybody looked up a name.</summary>
public sealed record PrintedRollCall(IReadOnlyList<PrintedVote> Votes, IReadOnlyList<LineProblem> Problems, RollCallDetails Details);

/// <summary>What a pasted record says: its votes, its problems by line, and its details.</summary>
public sealed record RollCallReading(IReadOnlyList<ReadVote> Votes, IReadOnlyList<LineProblem> Problems, RollCallDetails Details)
{
    public static RollCallReading Empty { get; } = new([], [], new RollCallDetails());
}

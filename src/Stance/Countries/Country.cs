namespace Stance.Countries;

/// <summary>An actor of the register: a state or former state, valid between two dates, with every other name and code it goes by.</summary>
public sealed record Country(
    CountryCode Code,
    string Name,
    string OfficialName,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> Aliases)
{
    /// <summary>Those of the aliases that are names, not codes; misprints of the record among them.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>When it had a seat in the General Assembly of the United Nations, in order; none = never.</summary>
    public IReadOnlyList<Spell> UnSeats { get; init; } = [];

    /// <summary>The name the record of the United Nations printed while the seat was its own, and prints for another state since.</summary>
    public string? UnPrintedAs { get; init; }

    /// <summary>In what way others dispute that it is a state, in words; null = nothing is on file. It is a tag, and no number hangs on it.</summary>
    public string? Dispute { get; init; }

    public bool ExistedOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day < ValidTo);

    public bool HadUnSeatOn(DateOnly day) => UnSeats.Any(s => s.Covers(day));
}

/// <summary>From the first day up to but without <paramref name="Until"/>; null = still.</summary>
public readonly record struct Spell(DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);
}

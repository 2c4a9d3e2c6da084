namespace Stance.Countries;

/// <summary>An actor of the register: a state or former state, valid between two dates, with every other name and code it goes by.</summary>
public sealed record Country(
    CountryCode Code,
    string Name,
    string OfficialName,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> Aliases);

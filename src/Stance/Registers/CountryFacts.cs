using Stance.Countries;
using Stance.Events;

namespace Stance.Registers;

/// <summary>A country as somebody typed it; days as a file holds them.</summary>
/// <param name="Region">"Asia: Central Asia", as on file.</param>
/// <param name="Seats">Its days in the General Assembly: "2 March 1992", or "1 May 1951 until 3 June 1960; 2 March 1992".</param>
/// <param name="Dispute">In what way others dispute that it is a state.</param>
public sealed record CountryDraft(
    string? Code, string? Name, string? OfficialName, string? Region, string? Iso2, string? M49, string? Cow, string? From, string? Until, string? Seats, string? Dispute);

/// <summary>All that the register says of a country, its further names and codes apart.</summary>
public sealed record CountryFacts(
    CountryCode Code, string Name, string? OfficialName, string? Region, string? Iso2, string? M49, string? Cow, DateOnly? From, DateOnly? Until,
    IReadOnlyList<Spell> Seats, string? Dispute)
{
    public string? SeatsInWords => Seats.Count == 0 ? null : string.Join("; ", Seats.Select(s => DateText.Words(s.From) + (s.Until is { } end ? $" until {DateText.Words(end)}" : null)));

    /// <summary>Whether both can be meant on one day.</summary>
    public bool ExistedBeside(CountryFacts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Until is null || other.From is null || other.From < Until) && (other.Until is null || From is null || From < other.Until);
    }

    public IReadOnlyList<(string Field, string? Says)> Fields =>
    [
        ("name", Name), ("official name", OfficialName), ("region", Region), ("ISO letters", Iso2), ("M49 number", M49), ("Correlates of War number", Cow),
        ("exists from", Words(From)), ("exists until", Words(Until)), ("seat in the General Assembly", SeatsInWords), ("dispute", Dispute),
    ];

    private static string? Words(DateOnly? day) => day is { } known ? DateText.Words(known) : null;
}

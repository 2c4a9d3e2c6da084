using Stance.ViewStates;

namespace Stance.Countries;

/// <summary>A named group of countries with dated membership: "CSTO".</summary>
public sealed record Bloc(string Code, string Name, IReadOnlyList<BlocMembership> Memberships)
{
    public IEnumerable<CountryCode> MembersOn(DateOnly day) =>
        Memberships.Where(m => m.Covers(day)).Select(m => m.Country).Distinct().Order();
}

/// <summary>One country's spell in a bloc, from the first day up to but without <paramref name="Until"/>; null = still a member.</summary>
public sealed record BlocMembership(CountryCode Country, DateOnly From, DateOnly? Until, string Source)
{
    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Whether any day of the period lies in the spell.</summary>
    public bool Touches(Period period) => From <= period.To && (Until is null || period.From < Until);
}

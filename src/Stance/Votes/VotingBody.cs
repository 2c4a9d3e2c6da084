using Stance.Countries;
using Stance.Events;

namespace Stance.Votes;

/// <summary>The bodies whose votes are entered, and who has a vote there on a day.</summary>
public static class VotingBody
{
    public const string GeneralAssembly = "UN General Assembly";

    /// <summary>Offered in the form; any other name may be typed.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [GeneralAssembly, "UN Security Council", "UN Human Rights Council", "Council of Europe", "OSCE", "IAEA Board of Governors"];

    /// <summary>The states with a seat that day in order of name; empty where only the record can tell.</summary>
    public static IReadOnlyList<Country> MembersOn(string? body, DateOnly day, IEnumerable<Country> countries) => body == GeneralAssembly
        ? [.. countries.Where(c => c.HadUnSeatOn(day)).OrderBy(c => c.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>Why a state can have no vote there that day: the rule and the words; null when it can.</summary>
    public static (string Rule, string Message)? Objection(string? body, Country country, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(country);
        if (!country.ExistedOn(day))
            return ("existed", $"{country.Name} did not exist on {DateText.Words(day)}. Correct the country or the date.");
        return body == GeneralAssembly && !country.HadUnSeatOn(day)
            ? ("seat", $"{country.Name} had no seat in the General Assembly on {DateText.Words(day)}. Correct the country or the date.")
            : null;
    }
}

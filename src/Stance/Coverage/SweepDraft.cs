using Stance.Acts;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Coverage;

/// <summary>What a curator reports after looking through a source: for which countries, over which days, whatever was found.</summary>
/// <param name="Id">Made by the asker; the same id again changes nothing.</param>
public sealed record SweepDraft(Guid Id, IReadOnlyList<CountryCode> Countries, Guid? SourceId, DateOnly? From, DateOnly? To, string? Note)
{
    public const int LongestNote = 500;
    private const int MostDays = 3660;
    private const int MostCountries = 300;

    /// <summary>What is wrong, by field; empty when it can be saved.</summary>
    public IReadOnlyList<ViewStateProblem> Problems(Register register, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(register);
        var problems = new List<ViewStateProblem>();
        if (Countries.Count == 0)
            problems.Add(new("countries", "Name at least one country."));
        else if (Countries.Count > MostCountries)
            problems.Add(new("countries", $"At most {MostCountries} countries at once."));
        foreach (var code in Countries.Where(c => !register.Countries.ContainsKey(c)))
            problems.Add(new("countries", $"There is no country \"{code}\" in the register."));
        if (SourceId is null)
            problems.Add(new("source", "Choose the source that was looked through."));
        if (From is null)
            problems.Add(new("from", "Give the first day looked at."));
        if (To is null)
            problems.Add(new("to", "Give the last day looked at."));
        if (From is { } from && To is { } to)
        {
            if (to < from)
                problems.Add(new("to", "The last day lies before the first."));
            else if (to.DayNumber - from.DayNumber >= MostDays)
                problems.Add(new("to", "At most ten years at once."));
        }
        if (To > today)
            problems.Add(new("to", "Days to come cannot have been looked at."));
        if (Note is { Length: > LongestNote })
            problems.Add(new("note", $"At most {LongestNote} characters."));
        return problems;
    }
}

/// <summary>A sweep as it is on file.</summary>
public sealed record Sweep(Guid Id, string Source, IReadOnlyList<CountryCode> Countries, Period Days, string? Note, DateTimeOffset SweptAt, string SweptBy);

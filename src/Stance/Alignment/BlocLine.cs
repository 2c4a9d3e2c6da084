using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>
/// M11 day by day: the unweighted mean of the lines of a bloc's members, the spread around it (standard deviation, divided by n)
/// and the members furthest to each side. Who is a member is decided anew for each day, by dated membership; −10…+10.
/// </summary>
public static class BlocLine
{
    /// <summary>Days without any member are left out. A member without a line does not count.</summary>
    public static IReadOnlyList<BlocDay> Of(Bloc bloc, Period period, IReadOnlyDictionary<CountryCode, AlignmentLine> lines)
    {
        ArgumentNullException.ThrowIfNull(bloc);
        ArgumentNullException.ThrowIfNull(lines);
        var spells = bloc.Memberships.Where(m => lines.ContainsKey(m.Country)).ToList();
        return [.. Enumerable.Range(0, period.Days).Select(i => period.From.AddDays(i)).Select(day => On(day, spells, lines)).OfType<BlocDay>()];
    }

    private static BlocDay? On(DateOnly day, List<BlocMembership> spells, IReadOnlyDictionary<CountryCode, AlignmentLine> lines)
    {
        var members = new List<MemberLevel>(spells.Count);
        foreach (var spell in spells)
        {
            if (spell.Covers(day) && members.TrueForAll(m => m.Country != spell.Country))
                members.Add(Level(spell.Country, lines[spell.Country], day));
        }
        if (members.Count == 0)
            return null;
        var mean = members.Average(m => m.Index);
        return new BlocDay(
            day, members.Count, mean,
            Math.Sqrt(members.Average(m => (m.Index - mean) * (m.Index - mean))),
            members.Average(m => m.Weight),
            members.MinBy(m => m.Index),
            members.MaxBy(m => m.Index));
    }

    private static MemberLevel Level(CountryCode country, AlignmentLine line, DateOnly day)
    {
        var i = day.DayNumber - line.Period.From.DayNumber;
        return new MemberLevel(country, line.Index[i], line.Weight[i]);
    }
}

/// <summary>A bloc on one day.</summary>
/// <param name="Spread">0 for a single member.</param>
/// <param name="Weight">Mean evidence weight of the members; below 1 the mean is thin.</param>
public sealed record BlocDay(DateOnly Date, int Members, double Mean, double Spread, double Weight, MemberLevel Lowest, MemberLevel Highest);

/// <summary>A member's index and evidence weight on a day.</summary>
public readonly record struct MemberLevel(CountryCode Country, double Index, double Weight);

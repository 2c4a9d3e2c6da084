using Stance.Countries;

namespace Stance.Alignment;

/// <summary>
/// M11: how far apart the members of a group stand on a day. Mean = the plain mean of their indexes; spread = standard deviation
/// around it, of the group as a whole (divided by n); certain dissenters = members whose 90 % band leaves the mean out.
/// </summary>
public sealed record GroupSpread(int Members, double Mean, double Spread, IReadOnlyList<CountryCode> CertainDissenters)
{
    /// <summary>Share of certain dissenters, 0…1.</summary>
    public double DissenterShare => Members == 0 ? 0 : (double)CertainDissenters.Count / Members;

    /// <summary>Null for fewer than two members: one country has no spread.</summary>
    public static GroupSpread? Of(IReadOnlyList<(CountryCode Country, AlignmentPoint Point)> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count < 2)
            return null;
        var mean = members.Average(m => m.Point.Index);
        return new GroupSpread(
            members.Count,
            mean,
            Math.Sqrt(members.Average(m => (m.Point.Index - mean) * (m.Point.Index - mean))),
            [.. members.Where(m => m.Point.Low90 > mean || m.Point.High90 < mean).Select(m => m.Country)]);
    }
}

using Stance.Countries;

namespace Stance.Alignment;

/// <summary>Where a bloc stands: its mean line, its members on the last day, and which of them are certainly off the mean (M11).</summary>
/// <param name="Alignment">The lines of everybody who was a member on a day of the period, as far as the reader may see them.</param>
/// <param name="Days">Days with members only.</param>
/// <param name="Members">Members on the last day, highest index first.</param>
/// <param name="Group">Null for fewer than two members.</param>
public sealed record BlocReport(
    Bloc Bloc, AlignmentReport Alignment, IReadOnlyList<BlocDay> Days, IReadOnlyList<BlocMember> Members, GroupSpread? Group)
{
    /// <summary>The bloc on the last day of the period; null = it has no member then.</summary>
    public BlocDay? Last => Days.Count > 0 && Days[^1].Date == Alignment.Period.To ? Days[^1] : null;

    /// <summary>Acts of the members of the last day, dated inside the period.</summary>
    public int Acts => Members.Sum(m => m.Acts);

    public IEnumerable<BlocMember> Dissenters => Members.Where(m => m.IsDissenter);

    /// <param name="alignment">May hold others than members: they are left out.</param>
    public static BlocReport Of(Bloc bloc, AlignmentReport alignment)
    {
        ArgumentNullException.ThrowIfNull(bloc);
        ArgumentNullException.ThrowIfNull(alignment);
        var ever = bloc.Memberships.Select(m => m.Country).ToHashSet();
        var own = alignment with { Countries = [.. alignment.Countries.Where(c => ever.Contains(c.Country.Code))] };
        var lines = own.Countries.ToDictionary(c => c.Country.Code, c => c.Line);
        var atEnd = bloc.MembersOn(own.Period.To).ToHashSet();
        var members = own.Countries.Where(c => atEnd.Contains(c.Country.Code)).ToList();
        var group = GroupSpread.Of([.. members.Select(c => (c.Country.Code, c.Line.Last))]);
        return new BlocReport(bloc, own, BlocLine.Of(bloc, own.Period, lines), [.. members.Select(c => BlocMember.Of(c, group)).OrderByDescending(m => m.End.Index).ThenBy(m => m.Country.Name, StringComparer.Ordinal)], group);
    }
}

/// <summary>A member on the last day of a period.</summary>
/// <param name="Change">Of its own line, over the whole period.</param>
/// <param name="Acts">Dated inside the period.</param>
/// <param name="IsDissenter">Its 90 % band leaves the bloc's mean out.</param>
public sealed record BlocMember(Country Country, AlignmentPoint End, double Change, int Acts, bool HasEvidence, bool IsDissenter)
{
    internal static BlocMember Of(CountryAlignment country, GroupSpread? group)
    {
        ArgumentNullException.ThrowIfNull(country);
        var end = country.Line.Last;
        return new BlocMember(
            country.Country, end, end.Index - country.Line.Index[0], country.InPeriod.Count(), end.Weight > 0,
            group?.CertainDissenters.Contains(country.Country.Code) ?? false);
    }
}

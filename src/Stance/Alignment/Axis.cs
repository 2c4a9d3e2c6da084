using Stance.Countries;

namespace Stance.Alignment;

/// <summary>A scale between two named sides; −10 is the negative pole, +10 the positive one.</summary>
/// <param name="DefaultWeight">Pole weight of a recipient that is not listed; null = an act toward it is silent on this axis.</param>
public sealed record Axis(
    string Code,
    string Name,
    string NegativePole,
    string PositivePole,
    double? DefaultWeight,
    IReadOnlyList<AxisMember> Members)
{
    public string Description { get; init; } = "";

    /// <summary>Every member ever known, with from when to when; empty = only <see cref="Members"/>.</summary>
    public IReadOnlyList<KnownMember> MembersKnown { get; init; } = [];

    /// <summary>When its members were changed last; null = never.</summary>
    public DateTimeOffset? ChangedAt => MembersKnown.Max(m => m.KnownUntil ?? m.KnownFrom);

    /// <summary>The axis with its members as they were known at a moment.</summary>
    public Axis KnownAt(DateTimeOffset at) => ChangedAt is { } changed && at < changed
        ? this with { Members = [.. MembersKnown.Where(m => (m.KnownFrom is null || m.KnownFrom <= at) && (m.KnownUntil is null || at < m.KnownUntil)).Select(m => m.Member)] }
        : this;

    /// <summary>p of a recipient on a day, in [−1, +1]; null = silent.</summary>
    public double? PoleWeight(CountryCode recipient, DateOnly day) =>
        Members.FirstOrDefault(m => m.Country == recipient && m.Covers(day))?.Weight ?? DefaultWeight;
}

/// <summary>A country's dated weight on a pole, from the first day up to but without <paramref name="Until"/>.</summary>
public sealed record AxisMember(CountryCode Country, double Weight, DateOnly From, DateOnly? Until, string Source)
{
    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>A member as it was known from one moment up to but without another; null = from the beginning, and still.</summary>
public sealed record KnownMember(AxisMember Member, DateTimeOffset? KnownFrom, DateTimeOffset? KnownUntil);

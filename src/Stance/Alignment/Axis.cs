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
    /// <summary>p of a recipient on a day, in [−1, +1]; null = silent.</summary>
    public double? PoleWeight(CountryCode recipient, DateOnly day) =>
        Members.FirstOrDefault(m => m.Country == recipient && m.From <= day && (m.Until is null || day < m.Until))?.Weight ?? DefaultWeight;
}

/// <summary>A country's dated weight on a pole, from the first day up to but without <paramref name="Until"/>.</summary>
public sealed record AxisMember(CountryCode Country, double Weight, DateOnly From, DateOnly? Until, string Source);

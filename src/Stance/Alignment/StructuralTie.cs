using Stance.Countries;

namespace Stance.Alignment;

/// <summary>A kind of lasting tie: a treaty alliance, a customs union, or being a principal of a pole.</summary>
/// <param name="IsAlliance">Members are formal allies: support is expected of them.</param>
public sealed record TieKind(string Code, string Name, bool IsAlliance);

/// <summary>A country's dated tie, from the first day up to but without <paramref name="Until"/>; null = in force. Ties are not events.</summary>
public sealed record StructuralTie(CountryCode Country, string Kind, DateOnly From, DateOnly? Until, string Source)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>What a kind of tie adds to the starting value on an axis.</summary>
/// <param name="OnceWith">Kinds that name the same group count once together, the heaviest of them.</param>
public sealed record PriorWeight(string Axis, string Kind, double Weight, string? OnceWith);

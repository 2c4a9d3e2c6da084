using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>What the index depends on besides the acts.</summary>
/// <param name="Sigma">σ of M1, score points.</param>
/// <param name="PriorStrength">k₀ of M1, pseudo-events at the starting value.</param>
public sealed record IndexParameters(HalfLife HalfLife, double Sigma = 4, double PriorStrength = 2);

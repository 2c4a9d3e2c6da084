using Stance.Codebook;

namespace Stance.Recoding;

/// <summary>
/// How an act coded under one version of the codebook is scored by another: b′ = clamp(b + (base′ − base), low′, high′), so a curator's
/// reasoned move keeps its distance from the base score as far as the new range allows. It always starts from what a person judged,
/// never from an earlier re-scoring, so that nothing is lost on the way through several versions.
/// </summary>
public static class Rescoring
{
    /// <param name="judged">b as a person judged it under <paramref name="then"/>.</param>
    /// <returns>b under <paramref name="now"/>, in [low, high] of it; the very base score where the judged one was the base score.</returns>
    public static double Intensity(double judged, EventTypeVariant then, EventTypeVariant now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        return (then.Base, then.Low, then.High) == (now.Base, now.Low, now.High) ? judged : Math.Clamp(now.Base + (judged - then.Base), now.Low, now.High);
    }
}

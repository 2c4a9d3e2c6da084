using Stance.Alignment;

namespace Stance.Explanation;

/// <summary>
/// Shares one act's change among what changed about it: its version, the time passed, and the weight it stands beside. With
/// v(version, t) = (s − μ̄) w the act's term is v·r; the three shares are Shapley's for a product of a function of two factors with
/// a third, and they sum to v₁r₁ − v₀r₀. Where the version is the same they are the two-factor split of M3.
/// </summary>
internal sealed class ActSplit
{
    private readonly ChangeMoment from;
    private readonly ChangeMoment to;
    private readonly IndexParameters parameters;
    private readonly double before;
    private readonly double after;
    private readonly double middle;

    public ActSplit(ChangeMoment from, ChangeMoment to, IndexParameters parameters)
    {
        (this.from, this.to, this.parameters) = (from, to, parameters);
        before = 1 / (from.StrengthUnder(parameters) + from.Weight(parameters));
        after = 1 / (to.StrengthUnder(parameters) + to.Weight(parameters));
        middle = (from.Prior + to.Prior) / 2;
    }

    /// <summary>½ Δμ₀ · (k₀⁰ r⁰ + k₀¹ r¹); with one k₀ that is Δμ₀ · k₀ · ½(r⁰ + r¹).</summary>
    public double StartingValue() => (to.Prior - from.Prior) * ((from.StrengthUnder(parameters) * before) + (to.StrengthUnder(parameters) * after)) / 2;

    public IEnumerable<ChangePart> Of(KnownAct? old, KnownAct? now) => (old, now) switch
    {
        (null, { } act) => [new(act.Id, ChangeKind.New, Pull(act, to.Day) * after)],
        ({ } act, null) => [new(act.Id, ChangeKind.Withdrawn, -Pull(act, from.Day) * before)],
        ({ } first, { } second) => Both(first, second),
        _ => [],
    };

    private IEnumerable<ChangePart> Both(KnownAct old, KnownAct now)
    {
        var (v00, v01) = (Pull(old, from.Day), Pull(old, to.Day));
        var (v10, v11) = old == now ? (v00, v01) : (Pull(now, from.Day), Pull(now, to.Day));
        var diluted = (after - before) * ((2 * v00) + v01 + v10 + (2 * v11)) / 6;
        var faded = ((before * ((2 * (v01 - v00)) + (v11 - v10))) + (after * ((v01 - v00) + (2 * (v11 - v10))))) / 6;
        var version = ((before * ((2 * (v10 - v00)) + (v11 - v01))) + (after * ((v10 - v00) + (2 * (v11 - v01))))) / 6;
        var isDatedLater = now.Day > from.Day.DayNumber;
        yield return new(old.Id, ChangeKind.Diluted, diluted);
        // An act moved to a day after the start did not fade since: its whole way is the correction's.
        yield return new(old.Id, ChangeKind.Faded, isDatedLater ? 0 : faded);
        if (old != now)
            yield return new(old.Id, old.Codebook == now.Codebook ? ChangeKind.Revised : ChangeKind.Recoded, isDatedLater ? version + faded : version);
    }

    /// <summary>v = (s − μ̄) w on a day.</summary>
    private double Pull(KnownAct act, DateOnly day) => (act.Score - middle) * act.WeightOn(day, parameters);
}

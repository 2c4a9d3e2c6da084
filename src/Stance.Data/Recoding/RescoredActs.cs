using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;
using Stance.Recoding;

namespace Stance.Data.Recoding;

/// <summary>An act's newest version as a new codebook finds it. A class with setters: Dapper hands arrays only to these.</summary>
internal sealed class ActToRescore
{
    public string Country { get; init; } = "";

    public Guid Event { get; init; }

    public int Version { get; init; }

    public DateTime KnownFrom { get; init; }

    public string? Recipient { get; init; }

    public string Codebook { get; init; } = "";

    public string Type { get; init; } = "";

    public string Variant { get; init; } = "";

    public DateOnly ScoredOn { get; init; }

    public double Confidence { get; init; }

    public bool IsScored { get; init; }

    public string JudgedBy { get; init; } = "";

    public double Judged { get; init; }

    public string[]? OverrideAxes { get; init; }

    public double[]? OverrideScores { get; init; }

    public string[]? CodedAxes { get; init; }

    public double[]? Firsts { get; init; }

    public double[]? Seconds { get; init; }
}

/// <summary>One coder's answer, as the codebook it was given under understands it.</summary>
internal sealed record CoderAnswer(
    Guid Event, short Place, string Codebook, string Country, string? Recipient, string Type, string Variant, DateOnly ScoredOn, double Intensity,
    double Confidence);

/// <summary>What an act comes to under a new codebook.</summary>
internal sealed record RescoredAct(
    ActToRescore Act, EventTypeVariant Variant, double Intensity, IReadOnlyList<AxisScore> Scores, IReadOnlyList<CodedScore> Coded);

/// <summary>Scores acts by a new codebook, by the very rule that scores a new act.</summary>
/// <param name="codebooks">Every version an act was ever judged by.</param>
/// <param name="register">With the new codebook and its starting values.</param>
internal sealed class RescoredActs(IReadOnlyDictionary<string, CodebookVersion> codebooks, Register register, ILookup<Guid, CoderAnswer> answers)
{
    private static readonly Dictionary<string, double> None = [];

    /// <returns>Null where the new codebook has no such kind of act: one that was added later.</returns>
    public RescoredAct? Of(ActToRescore act)
    {
        if (register.Codebook.Find(act.Type)?.FindVariant(act.Variant) is not { } now)
            return null;
        var intensity = Rescoring.Intensity(act.Judged, VariantIn(act.JudgedBy, act.Type, act.Variant), now);
        if (!act.IsScored)
            return new RescoredAct(act, now, intensity, [], []);
        var overrides = (act.OverrideAxes ?? []).Zip(act.OverrideScores ?? []).ToDictionary(o => o.First, o => o.Second);
        var facts = new ScoredFacts(
            new CountryCode(act.Country), act.Recipient is { } to ? new CountryCode(to) : null, now, act.ScoredOn, intensity, act.Confidence, overrides);
        var coded = Coded(act);
        return new RescoredAct(act, now, intensity, [.. ActScoring.Score(facts, register.Axes.Values, register.Ties).Select(s => Mean(s, coded))], coded);
    }

    private AxisScore Mean(AxisScore byRule, IReadOnlyList<CodedScore> coded)
    {
        if (byRule.Override is not null || coded.FirstOrDefault(c => c.Axis == byRule.Axis) is not { } both)
            return byRule;
        var (score, weight) = Disagreement.Combine(both.First, both.Second, byRule.Weight, register.Codebook.Sigma);
        return byRule with { Score = score, Weight = weight };
    }

    private IReadOnlyList<CodedScore> Coded(ActToRescore act) => act.CodedAxes is not { } axes ? [] :
    [
        .. axes.Select((axis, i) => new CodedScore(
            axis, Answer(act, axis, 1, act.Firsts![i]), Answer(act, axis, 2, act.Seconds![i]))),
    ];

    /// <summary>A score that did not come by the rule, because its coder set it outright, stays.</summary>
    private double Answer(ActToRescore act, string axis, int place, double stored)
    {
        const double Rounding = 1e-9;
        if (answers[act.Event].FirstOrDefault(a => a.Place == place) is not { } answer)
            return stored;
        var then = codebooks[act.Codebook];
        var byRule = Score(answer, axis, then.Find(answer.Type)!.FindVariant(answer.Variant)!);
        return byRule is { } old && Math.Abs(old - stored) <= Rounding && register.Codebook.Find(answer.Type)?.FindVariant(answer.Variant) is { } now
            ? Score(answer, axis, now) ?? stored
            : stored;
    }

    private double? Score(CoderAnswer answer, string axis, EventTypeVariant variant)
    {
        var intensity = Rescoring.Intensity(answer.Intensity, VariantIn(answer.Codebook, answer.Type, answer.Variant), variant);
        var facts = new ScoredFacts(
            new CountryCode(answer.Country), answer.Recipient is { } to ? new CountryCode(to) : null, variant, answer.ScoredOn, intensity,
            answer.Confidence, None);
        return ActScoring.Score(facts, [register.Axes[axis]], register.Ties) is [var score] ? score.Score : null;
    }

    private EventTypeVariant VariantIn(string codebook, string type, string variant) => codebooks[codebook].Find(type)!.FindVariant(variant)!;
}

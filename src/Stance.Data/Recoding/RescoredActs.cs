using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;
using Stance.Recoding;

namespace Stance.Data.Recoding;

/// <summary>An act's newest version as a new codebook finds it. With setters: Dapper hands arrays only to these.</summary>
internal sealed record ActToRescore
{
    public string Country { get; init; } = "";

    public Guid Event { get; init; }

    public int Version { get; init; }

    public DateTime KnownFrom { get; init; }

    /// <summary>When it was scored so; an act may be known from earlier than it was entered.</summary>
    public DateTime ScoredAt { get; init; }

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

/// <summary>Scores acts by a new codebook, or by other sides of an axis, by the very rule that scores a new act.</summary>
/// <param name="codebooks">Every version an act was ever judged by.</param>
/// <param name="register">With the new codebook, its starting values and who stands on which side.</param>
internal sealed class RescoredActs(IReadOnlyDictionary<string, CodebookVersion> codebooks, Register register, ILookup<Guid, CoderAnswer> answers)
{
    /// <summary>Acts keep the sides they were scored by; only the codebook is another.</summary>
    public bool KeepsSides { get; init; }

    /// <summary>The axis whose sides are others: two coders' answers may come to speak on it.</summary>
    public string? Changed { get; init; }

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
        return new RescoredAct(act, now, intensity, [.. ActScoring.Score(facts, register.Axes.Keys.Select(axis => On(axis, act)), register.Ties).Select(s => Mean(s, coded))], coded);
    }

    private AxisScore Mean(AxisScore byRule, IReadOnlyList<CodedScore> coded)
    {
        if (byRule.Override is not null || coded.FirstOrDefault(c => c.Axis == byRule.Axis) is not { } both)
            return byRule;
        var (score, weight) = Disagreement.Combine(both.First, both.Second, byRule.Weight, register.Codebook.Sigma);
        return byRule with { Score = score, Weight = weight };
    }

    private Axis On(string axis, ActToRescore act) => KeepsSides ? Then(axis, act) : register.Axes[axis];

    private Axis Then(string axis, ActToRescore act) => register.Axes[axis].KnownAt(new DateTimeOffset(act.ScoredAt, TimeSpan.Zero));

    private List<CodedScore> Coded(ActToRescore act)
    {
        if (act.CodedAxes is not { } axes)
            return [];
        List<CodedScore> coded = [.. axes.Select((axis, i) => new CodedScore(axis, Answer(act, axis, 1, act.Firsts![i]), Answer(act, axis, 2, act.Seconds![i])))];
        if (Changed is { } changed && !axes.Contains(changed) && Anew(act, changed, 1) is { } first && Anew(act, changed, 2) is { } second && first != second)
            coded.Add(new CodedScore(changed, first, second));
        return coded;
    }

    private double? Anew(ActToRescore act, string axis, int place) =>
        answers[act.Event].FirstOrDefault(a => a.Place == place) is { } answer && register.Codebook.Find(answer.Type)?.FindVariant(answer.Variant) is { } now
            ? Score(answer, On(axis, act), now)
            : null;

    /// <summary>A score that did not come by the rule, because its coder set it outright, stays.</summary>
    private double Answer(ActToRescore act, string axis, int place, double stored)
    {
        const double Rounding = 1e-9;
        if (answers[act.Event].FirstOrDefault(a => a.Place == place) is not { } answer)
            return stored;
        var then = codebooks[act.Codebook];
        var byRule = Score(answer, Then(axis, act), then.Find(answer.Type)!.FindVariant(answer.Variant)!);
        return byRule is { } old && Math.Abs(old - stored) <= Rounding && register.Codebook.Find(answer.Type)?.FindVariant(answer.Variant) is { } now
            ? Score(answer, On(axis, act), now) ?? stored
            : stored;
    }

    private double? Score(CoderAnswer answer, Axis axis, EventTypeVariant variant)
    {
        var intensity = Rescoring.Intensity(answer.Intensity, VariantIn(answer.Codebook, answer.Type, answer.Variant), variant);
        var facts = new ScoredFacts(
            new CountryCode(answer.Country), answer.Recipient is { } to ? new CountryCode(to) : null, variant, answer.ScoredOn, intensity,
            answer.Confidence, None);
        return ActScoring.Score(facts, [axis], register.Ties) is [var score] ? score.Score : null;
    }

    private EventTypeVariant VariantIn(string codebook, string type, string variant) => codebooks[codebook].Find(type)!.FindVariant(variant)!;
}

using Stance.Alignment;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>The dictionaries and the columns that belong together, replaced as one.</summary>
public sealed record ActSnapshot(Register Register, ActColumns Columns)
{
    /// <summary>Every act is scored by the one codebook of the register, whenever it was known.</summary>
    public bool IsByOneCodebook { get; init; }

    /// <summary>The same acts with the codebook in force at a knowledge date: σ, k₀ and the starting values of then. Where one codebook was chosen, it stays.</summary>
    public ActSnapshot At(AsOf asOf) => IsByOneCodebook ? this : Register.At(asOf) is var then && ReferenceEquals(then, Register) ? this : this with { Register = then };

    /// <summary>The acts of a country that count in a view whose line begins on a day.</summary>
    public ActSelection Slice(ViewState view, DateOnly first, CountryCode country) => Columns.Slice(view, country, UncountedSources.Of(view, first, Register));

    /// <summary>An act of a list with the scores and the weight of evidence these columns give it.</summary>
    public ActItem Scored(ActItem act, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(act);
        var rows = Register.Axes.Keys.Select(axis => (Axis: axis, Row: Columns.Find(axis, act.Country, act.Id.Id, act.ScoredOn, asOf))).Where(r => r.Row is not null)
            .ToDictionary(r => r.Axis, r => r.Row!.Value);
        var evidence = rows.Count == 0 ? act.EvidenceWeight : rows.First().Value.Evidence / 100.0;
        return act with
        {
            Scores = rows.ToDictionary(r => r.Key, r => r.Value.Score),
            EvidenceWeight = evidence,
            Weight = act.Confidence * evidence,
        };
    }

    /// <summary>The codebook's numbers, with a half-life of the reader's choice.</summary>
    public IndexParameters Parameters(HalfLife halfLife) => new(halfLife, Register.Codebook.Sigma, Register.Codebook.PriorStrength);
}

using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>The dictionaries and the columns that belong together, replaced as one.</summary>
public sealed record ActSnapshot(Register Register, ActColumns Columns)
{
    /// <summary>The same acts with the codebook in force at a knowledge date: σ, k₀ and the starting values of then.</summary>
    public ActSnapshot At(AsOf asOf) => Register.At(asOf) is var then && ReferenceEquals(then, Register) ? this : this with { Register = then };

    /// <summary>The codebook's numbers, with a half-life of the reader's choice.</summary>
    public IndexParameters Parameters(HalfLife halfLife) => new(halfLife, Register.Codebook.Sigma, Register.Codebook.PriorStrength);
}

using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>The dictionaries and the columns that belong together, replaced as one.</summary>
public sealed record ActSnapshot(Register Register, ActColumns Columns)
{
    /// <summary>The codebook's numbers, with a half-life of the reader's choice.</summary>
    public IndexParameters Parameters(HalfLife halfLife) => new(halfLife, Register.Codebook.Sigma, Register.Codebook.PriorStrength);
}

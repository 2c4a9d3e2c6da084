using Stance.Acts;
using Stance.Alignment;

namespace Stance.Web.Acts;

/// <summary>A page of acts, and what each pulls on the index where lines are drawn.</summary>
public sealed record ActsReport(ActList Acts, AlignmentReport? Alignment)
{
    /// <summary>Acts that only sources new in the lines tell of.</summary>
    public IReadOnlySet<ActId> OfNewSources => Alignment?.Sources.OfNew ?? SourceBearing.Nothing.OfNew;

    public IReadOnlyDictionary<ActId, double> Contributions { get; } =
        Alignment?.Countries.SelectMany(c => c.Marks).ToDictionary(m => m.Id, m => m.Contribution) ?? [];
}

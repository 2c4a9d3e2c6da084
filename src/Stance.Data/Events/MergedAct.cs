using Stance.Events;

namespace Stance.Data.Events;

/// <summary>What one act comes to when another turns out to be the same: its own coding, what the reports of both say, and the collections of both.</summary>
public static class MergedAct
{
    public static StanceEventDraft Of(StoredEvent kept, StoredEvent other)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(other);
        var own = kept.Claims.Select(c => ClaimPrint.Of(AsFurther(c))).ToHashSet(StringComparer.Ordinal);
        return kept.Draft with
        {
            // Without a reason it is what the sources give, and now there are more.
            Confidence = kept.Draft.ConfidenceReason is null ? null : kept.Draft.Confidence,
            FurtherClaims = [.. kept.Draft.FurtherClaims ?? [], .. other.Claims.Select(AsFurther).Where(c => own.Add(ClaimPrint.Of(c)))],
            Collections = [.. (kept.Draft.Collections ?? []).Union(other.Draft.Collections ?? [])],
        };
    }

    // What the other act was chiefly coded from is one report among others here.
    private static ClaimDraft AsFurther(StoredClaim claim) => claim.Draft with { Rank = claim.Draft.Rank == "deprecated" ? "deprecated" : "normal" };
}

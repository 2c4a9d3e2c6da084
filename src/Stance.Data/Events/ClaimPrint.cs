using System.Text.Json;
using System.Text.Json.Serialization;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>A claim in one canonical line, so that an edit can tell what it leaves as it was.</summary>
internal static class ClaimPrint
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(Claim claim) => Of(new ClaimDraft
    {
        Source = claim.Source is { } s ? new SourceDraft(null, s.Name, s.Reliability.ToString(), s.Url) : null,
        Report = claim.Report is { } r
            ? new ReportDraft(r.Title, r.Url, DateText.Iso(r.PublishedOn), r.Language, r.OriginGroup, r.Author, r.IsPartial)
            : null,
        Excerpt = claim.Excerpt is { } e ? new ExcerptDraft(e.Passage, e.HighlightFrom, e.HighlightTo, e.Pointer, e.Pin is { } p ? new PinDraft(p.From, p.To, p.TextSha256) : null, e.Translation) : null,
        Credibility = claim.Credibility,
        Statement = claim.Statement,
        Rank = claim.Rank switch
        {
            ClaimRank.Preferred => "preferred",
            ClaimRank.Deprecated => "deprecated",
            _ => "normal",
        },
        ContradictsPreferred = claim.ContradictsPreferred,
        Attributes = claim.Attributes,
        Reason = claim.Reason,
    });

    public static string Of(ClaimDraft claim) => JsonSerializer.Serialize(
        claim with
        {
            Source = claim.Source is { } source ? source with { Id = null } : null,
            Attributes = (claim.Attributes ?? new Dictionary<string, JsonElement>()).OrderBy(a => a.Key, StringComparer.Ordinal).ToDictionary(a => a.Key, a => a.Value),
        },
        Canonical);
}

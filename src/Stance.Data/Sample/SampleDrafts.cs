using Stance.Data.Events;
using Stance.Events;

namespace Stance.Data.Sample;

/// <summary>The article's coded events as commands for the event writer: the rules, the scores and the audit are its own.</summary>
internal sealed class SampleDrafts(SampleArticle article)
{
    private readonly SourceDraft source = article.Sources.Where(s => s.Name == article.Article.Source)
        .Select(s => new SourceDraft(null, s.Name, s.Reliability, s.Url)).Single();

    private readonly ReportDraft report = new(
        article.Article.Title, article.Article.Url, DateText.Iso(article.Article.PublishedOn), article.Article.Language,
        article.Article.OriginGroup, article.Article.Author, article.Article.IsPartial);

    private readonly Dictionary<string, ExcerptDraft> excerpts = article.Excerpts.ToDictionary(
        x => x.Key, x => new ExcerptDraft(x.Passage, x.HighlightFrom, x.HighlightTo, x.Pointer));

    /// <summary>Without the claims of other reports: those became known on days of their own.</summary>
    public CreateAct Command(SampleEvent act)
    {
        var own = act.Claims.Single(c => c.Rank == "preferred");
        var draft = new StanceEventDraft
        {
            Country = act.Country,
            Recipient = act.Recipient,
            Type = act.Type,
            Variant = act.Variant,
            From = act.HappenedFrom,
            To = act.HappenedTo,
            Precision = act.Precision,
            ScoredOn = act.ScoredOn,
            Title = act.Title,
            Attributes = act.Attributes,
            Intensity = act.Intensity,
            IntensityReason = act.IntensityReason,
            Confidence = act.Confidence,
            ConfidenceReason = act.ConfidenceReason,
            Overrides = [.. (act.Overrides ?? []).Select(o => new OverrideDraft(o.Axis, o.Score, o.Reason))],
            Note = act.Note,
            Source = source,
            Report = report,
            Excerpt = excerpts[own.Excerpt!],
            Credibility = own.Credibility,
            Statement = own.Statement,
            FurtherClaims = [.. act.Claims.Where(c => c != own && c.Report is null).Select(Further)],
            Collections = [article.Collection.Code],
            Parent = act.Parent is null ? null : SampleRows.ParentId(act.Parent),
            Chain = act.Chain is null ? null : SampleId.Of(act.Chain),
            Stage = act.Stage,
            IsScored = act.IsScored,
        };
        return new CreateAct(draft, SampleRows.Midnight(article.Article.PublishedOn), SampleId.Of(act.Key));
    }

    private ClaimDraft Further(SampleClaim claim) => new()
    {
        Source = source,
        Report = report,
        Excerpt = excerpts[claim.Excerpt!],
        Credibility = claim.Credibility,
        Statement = claim.Statement,
        Rank = claim.Rank,
        ContradictsPreferred = claim.ContradictsPreferred,
        Attributes = claim.Attributes,
        Reason = claim.Reason,
    };
}

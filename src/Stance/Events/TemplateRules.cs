namespace Stance.Events;

/// <summary>What a template of acts keeps, and what it may be called.</summary>
public static class TemplateRules
{
    public const int LongestName = 80;

    public static RuleBreach? CheckName(string? name)
    {
        var check = new RuleCheck();
        check.Line("name", name, LongestName, "the name", required: true);
        return check.Breaches.Count > 0 ? check.Breaches[0] : null;
    }

    /// <summary>
    /// What stays the same from act to act: who (of several states: all of them), toward whom, what kind with its fields, how dates are given, the source on file. The days, the report with
    /// its passage and every judgement of it (credibility, confidence, scores set by hand) belong to one act and are left out; so is what ties it to others.
    /// </summary>
    public static StanceEventDraft Keep(StanceEventDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft with
        {
            Whole = null,
            Date = null,
            From = null,
            To = null,
            ScoredOn = null,
            Intensity = draft.Intensity is { } b && double.IsFinite(b) ? b : null,
            Confidence = null,
            ConfidenceReason = null,
            Overrides = null,
            Source = draft.Source?.Id is null ? null : draft.Source,
            Report = draft.Report?.Language is { } language ? new ReportDraft(Language: language) : null,
            Excerpt = null,
            Credibility = null,
            Statement = null,
            FurtherClaims = null,
            Parent = null,
            Chain = null,
            Follows = null,
            Stage = null,
            IsScored = true,
        };
    }
}

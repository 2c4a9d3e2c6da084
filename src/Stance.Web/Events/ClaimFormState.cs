using System.Text.Json.Serialization;
using Stance.Events;

namespace Stance.Web.Events;

/// <summary>What one more report says of the act, as typed.</summary>
public sealed class ClaimFormState
{
    /// <summary>A source on file; null = the new one named below, or none.</summary>
    public Source? Source { get; set; }

    public string? SourceName { get; set; }

    public string? Reliability { get; set; }

    public string? ReportTitle { get; set; }

    public string? ReportUrl { get; set; }

    public string? PublishedOn { get; set; }

    public string? OriginGroup { get; set; }

    /// <summary>Null in words that an older form kept.</summary>
    public string? Language { get; set; }

    public string? Passage { get; set; }

    public string? Translation { get; set; }

    public string? Pointer { get; set; }

    public int? Credibility { get; set; }

    public string? Statement { get; set; }

    public string Rank { get; set; } = "normal";

    public bool Contradicts { get; set; }

    public string? Reason { get; set; }

    /// <summary>What is kept without being shown: author, marked words, what it says of the act's own fields.</summary>
    [JsonInclude]
    public ClaimDraft Kept { get; private init; } = new();

    private bool HasReport => Source is not null || new[] { SourceName, ReportTitle, PublishedOn, Passage, Translation }.Any(typed => !string.IsNullOrWhiteSpace(typed));

    public ClaimDraft ToDraft() => Kept with
    {
        Source = !HasReport ? null : Source is { } known
            ? new SourceDraft(known.Id, known.Name, known.Reliability.ToString(), known.Url)
            : new SourceDraft(null, SourceName, Reliability),
        Report = !HasReport ? null : (Kept.Report ?? new ReportDraft()) with { Title = ReportTitle, Url = ReportUrl, PublishedOn = DateText.ToIso(PublishedOn), OriginGroup = OriginGroup, Language = Language ?? Kept.Report?.Language },
        Excerpt = string.IsNullOrWhiteSpace(Passage) && string.IsNullOrWhiteSpace(Translation) ? null
            : Kept.Excerpt is { } excerpt && excerpt.Passage == Passage ? excerpt with { Pointer = Pointer, Translation = Translation }
            : new ExcerptDraft(Passage, null, null, Pointer, Translation: Translation),
        Credibility = Credibility,
        Statement = Statement,
        Rank = Rank,
        ContradictsPreferred = Contradicts,
        Reason = Reason,
    };

    public static ClaimFormState Of(ClaimDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new ClaimFormState
        {
            Kept = draft,
            Source = draft.Source is { Id: not null, Name: { } name, Reliability: [var grade] } ? new Source(draft.Source.Id, name, grade, draft.Source.Url) : null,
            ReportTitle = draft.Report?.Title,
            ReportUrl = draft.Report?.Url,
            PublishedOn = DateText.TryParseIso(draft.Report?.PublishedOn, out var day) ? DateText.Words(day) : draft.Report?.PublishedOn,
            OriginGroup = draft.Report?.OriginGroup,
            Language = draft.Report?.Language,
            Passage = draft.Excerpt?.Passage,
            Translation = draft.Excerpt?.Translation,
            Pointer = draft.Excerpt?.Pointer,
            Credibility = draft.Credibility,
            Statement = draft.Statement,
            Rank = draft.Rank is "deprecated" ? "deprecated" : "normal",
            Contradicts = draft.ContradictsPreferred,
            Reason = draft.Reason,
        };
    }

    /// <summary>In one line, to tell two versions apart.</summary>
    public string Print() => string.Join(", ", new[]
    {
        Statement, Source?.Name ?? SourceName, ReportTitle, PublishedOn, Credibility is { } n ? $"credibility {n}" : null, Rank,
        Contradicts ? "contradicts the preferred one" : null, Reason, Language is null or "en" ? null : Language, Quoted("", Passage), Quoted("translated ", Translation),
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string? Quoted(string what, string? words) => string.IsNullOrWhiteSpace(words) ? null : $"{what}“{words}”";
}

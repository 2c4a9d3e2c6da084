using System.Text.Json;

namespace Stance.Events;

/// <summary>
/// An act as somebody entered it, not yet checked: the body of a request, the state of a form, a row of an archive.
/// Property names are the JSON names; <see cref="EventRules"/> turns it into a <see cref="StanceEvent"/> or says what is wrong.
/// </summary>
public sealed record StanceEventDraft
{
    /// <summary>Who acts: three letters, "KAZ".</summary>
    public string? Country { get; init; }

    /// <summary>Which other states did it together with <see cref="Country"/>: each gets an act of its own. Null or none = one state's act.</summary>
    public IReadOnlyList<string>? Also { get; init; }

    /// <summary>What an act of several states is called as a whole; null = as each of its acts.</summary>
    public string? Whole { get; init; }

    /// <summary>Toward whom; null = nobody in particular.</summary>
    public string? Recipient { get; init; }

    public string? Type { get; init; }

    /// <summary>May be left out for a type that has one variant.</summary>
    public string? Variant { get; init; }

    /// <summary>Stands for from, to and precision "day".</summary>
    public string? Date { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>day, week, month, interval, start or before (known to have happened by <see cref="To"/>, nothing more); null = day.</summary>
    public string? Precision { get; init; }

    /// <summary>The day used in the sum; null = by rule.</summary>
    public string? ScoredOn { get; init; }

    public string? Title { get; init; }

    /// <summary>The type's own fields; null as a value says "not known".</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>b; null = the variant's base score.</summary>
    public double? Intensity { get; init; }

    public string? IntensityReason { get; init; }

    /// <summary>q; null = by rule from the sources.</summary>
    public double? Confidence { get; init; }

    public string? ConfidenceReason { get; init; }

    public IReadOnlyList<OverrideDraft>? Overrides { get; init; }

    public string? Note { get; init; }

    public SourceDraft? Source { get; init; }

    public ReportDraft? Report { get; init; }

    public ExcerptDraft? Excerpt { get; init; }

    /// <summary>1 (confirmed by others) to 6 (cannot be judged).</summary>
    public int? Credibility { get; init; }

    /// <summary>What the report says, in the curator's words; null = the title.</summary>
    public string? Statement { get; init; }

    /// <summary>What other reports say of the same act.</summary>
    public IReadOnlyList<ClaimDraft>? FurtherClaims { get; init; }

    /// <summary>Codes of collections.</summary>
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>The multilateral act this is one country's part of.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Stages of one commitment share a chain; only the newest scores.</summary>
    public Guid? Chain { get; init; }

    /// <summary>The earlier act this is a later stage of, in place of <see cref="Chain"/>: it joins the chain of that act, or begins one with it.</summary>
    public Guid? Follows { get; init; }

    /// <summary>How far the commitment has come with it: announced, enacted, delivered.</summary>
    public string? Stage { get; init; }

    /// <summary>False for a stage that completes or withdraws what stands before it: visible, not scored.</summary>
    public bool IsScored { get; init; } = true;
}

public sealed record OverrideDraft(string? Axis = null, double? Score = null, string? Reason = null);

/// <summary>A source on file by its id, or a new one by name and reliability.</summary>
public sealed record SourceDraft(Guid? Id = null, string? Name = null, string? Reliability = null, string? Url = null);

/// <summary>One article or record of a source.</summary>
/// <param name="OriginGroup">Reports that copy one origin share its name and count once.</param>
public sealed record ReportDraft(
    string? Title = null,
    string? Url = null,
    string? PublishedOn = null,
    string? Language = null,
    string? OriginGroup = null,
    string? Author = null,
    bool IsPartial = false);

/// <summary>The passage an act rests on; the highlight counts Unicode characters from 0, its end not included. Null = all of it.</summary>
/// <param name="Passage">In the language of its report: the words that are evidence, to which highlight and pin belong.</param>
/// <param name="Pin">Where the passage stands in the stored text of its report; null where it was typed.</param>
/// <param name="Translation">What the passage says, in English, for readers who do not know its language.</param>
public sealed record ExcerptDraft(
    string? Passage = null, int? HighlightFrom = null, int? HighlightTo = null, string? Pointer = null, PinDraft? Pin = null, string? Translation = null);

/// <summary>A place in a stored text, counted in Unicode characters from 0, its end not included.</summary>
/// <param name="TextSha256">The hash of that text, 64 hexadecimal digits: the pin holds for no other.</param>
public sealed record PinDraft(int From, int To, string? TextSha256);

/// <summary>What one more report says of the act.</summary>
public sealed record ClaimDraft
{
    public SourceDraft? Source { get; init; }

    public ReportDraft? Report { get; init; }

    public ExcerptDraft? Excerpt { get; init; }

    public int? Credibility { get; init; }

    public string? Statement { get; init; }

    /// <summary>normal or deprecated; the act's own report is the preferred one. Null = normal.</summary>
    public string? Rank { get; init; }

    public bool ContradictsPreferred { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    public string? Reason { get; init; }
}

using System.Text.Json;
using Stance.Coding;
using Stance.Countries;
using Stance.Events;

namespace Stance.Data.Coding;

/// <summary>One coder's answer on file; without a draft, that the passage holds no act.</summary>
public sealed record StoredDecision(Guid Coder, string Name, DateTimeOffset At, StanceEventDraft? Draft, CodedAct? Coded, string? Note);

/// <summary>A case with its answers in order.</summary>
/// <param name="Act">The act it became; of several states the first by code.</param>
/// <param name="Whole">The act of several states it became.</param>
public sealed record StoredCase(
    Guid Id, DateTimeOffset OpenedAt, SecondCodingReason Reason, Guid? Act, Guid? Whole, bool IsClosed, IReadOnlyList<StoredDecision> Answers)
{
    public StoredDecision First => Answers[0];

    /// <summary>The first answer's evidence, which the second coder must code and can see.</summary>
    public CaseEvidence Evidence => new(First.Draft!.Source!, First.Draft.Report!, First.Draft.Excerpt!);

    /// <summary>The kind, where an answer names it: it may be withdrawn since, and still be what the passage tells of.</summary>
    public string? CodedAs(string? kind) => Answers.Any(a => a.Draft?.Type == kind) ? kind : null;

    public bool IsOf(Guid? coder) => Answers.Any(a => a.Coder == coder);
}

/// <summary>Where it stands written: all that a second coder is shown of a case.</summary>
public sealed record CaseEvidence(SourceDraft Source, ReportDraft Report, ExcerptDraft Excerpt)
{
    public StanceEventDraft In(StanceEventDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft with { Source = Source, Report = Report, Excerpt = Excerpt };
    }
}

internal sealed record CaseRow(
    Guid Id, DateTime OpenedAt, string ChosenBy, Guid? Act, Guid? Whole, DateTime? ClosedAt, short Place, Guid CoderId, string Coder, DateTime DecidedAt, string? Draft,
    string? Note, string Actors, string? Recipient, string? Type, string? Variant, DateOnly? Day, double? Intensity, double? Confidence)
{
    public static StoredCase? CaseOf(IReadOnlyList<CaseRow> rows) => rows.Count == 0
        ? null
        : new StoredCase(
            rows[0].Id, Utc(rows[0].OpenedAt), Enum.Parse<SecondCodingReason>(rows[0].ChosenBy, ignoreCase: true), rows[0].Act, rows[0].Whole, rows[0].ClosedAt is not null,
            [.. rows.Select(r => r.ToDecision())]);

    private StoredDecision ToDecision() => new(
        CoderId, Coder, Utc(DecidedAt), Draft is null ? null : JsonSerializer.Deserialize<StanceEventDraft>(Draft, JsonSerializerOptions.Web),
        CodedRow.Of(Actors, Recipient, Type, Variant, Day, Intensity, Confidence), Note);

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

internal static class CodedRow
{
    /// <param name="actors">Codes of all who act, in order; none for an answer that finds no act.</param>
    public static CodedAct? Of(string? actors, string? recipient, string? type, string? variant, DateOnly? day, double? intensity, double? confidence) =>
        (actors ?? "").Split(' ', 2) is not [{ Length: > 0 } country, .. var also]
            ? null
            : new CodedAct(new CountryCode(country), recipient is null ? null : new CountryCode(recipient), type!, variant!, day!.Value, intensity!.Value, confidence!.Value)
            {
                Also = also is [var others] ? others : "",
            };
}

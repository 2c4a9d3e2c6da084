using Stance.Acts;
using Stance.Countries;
using Stance.Data.Events;
using Stance.Events;
using Stance.Wording;

namespace Stance.Web.Events;

/// <summary>Changes of many acts in plain words.</summary>
internal static class BulkWords
{
    public static IReadOnlyList<(BulkField Field, string Words)> Fields { get; } =
    [
        (BulkField.Recipient, "Toward whom"),
        (BulkField.Precision, "How exact the date is"),
        (BulkField.Credibility, "How credible the report is"),
        (BulkField.AddCollection, "Put into a collection"),
        (BulkField.RemoveCollection, "Take out of a collection"),
        (BulkField.Retract, "Retract"),
    ];

    /// <summary>What can be chosen for a field; null where there is nothing to choose.</summary>
    public static IReadOnlyList<(string Code, string Words)>? Values(BulkField field, Register register) => field switch
    {
        BulkField.Recipient => [.. register.Countries.Values.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c.Code.Value, c.Name))],
        BulkField.Precision => [("day", "The day is known"), ("start", "From that day on"), ("month", "Some day of that month")],
        BulkField.Credibility => [.. Enumerable.Range(1, 6).Select(n => ($"{n}", $"{n}, {SourceGrade.NameOfCredibility(n)}"))],
        BulkField.AddCollection or BulkField.RemoveCollection => [.. register.Collections.Values.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c.Code, c.Name))],
        _ => null,
    };

    /// <summary>What was changed, in a few words.</summary>
    public static string Said(BulkChange change, Register register) => change.Field switch
    {
        BulkField.Recipient => $"Toward {Toward(change.Value, register)}",
        BulkField.Precision => $"Date: {Choice(change, register).ToLowerInvariant()}",
        BulkField.Credibility => $"Report judged {Choice(change, register)}",
        BulkField.AddCollection => $"Put into “{Choice(change, register)}”",
        BulkField.RemoveCollection => $"Taken out of “{Choice(change, register)}”",
        _ => "Retracted",
    };

    private static string Choice(BulkChange change, Register register) =>
        Values(change.Field, register)?.FirstOrDefault(v => v.Code == change.Value).Words ?? change.Value ?? "";

    public static string Now(BulkRow row, BulkField field, Register register)
    {
        var draft = row.Current.Draft;
        return field switch
        {
            BulkField.Recipient => Toward(draft.Recipient, register),
            BulkField.Precision => DateText.TryParseIso(draft.From ?? draft.To, out var from) ? DateWords.When(from, DateText.TryParseIso(draft.To, out var to) ? to : from, draft.Precision ?? "day") : "",
            BulkField.Credibility => Judged(draft.Credibility, draft.Confidence),
            BulkField.AddCollection or BulkField.RemoveCollection => Names(draft.Collections ?? [], register),
            _ => row.Current.IsRetracted ? "retracted" : "counts",
        };
    }

    public static string Then(BulkRow row, BulkField field, string? value, Register register) => (field, row.After) switch
    {
        (BulkField.Recipient, _) => Toward(value, register),
        (BulkField.Precision, { Dates: var dates }) => $"{DateWords.When(dates.From, dates.To, EventDates.Print(dates.Precision))}, counted on {DateWords.Day(dates.ScoredOn)}",
        (BulkField.Credibility, { } after) => Judged(after.Claims[0].Credibility, after.Confidence),
        (BulkField.AddCollection or BulkField.RemoveCollection, { } after) => Names(after.Collections, register),
        _ => "counts no longer",
    };

    private static string Toward(string? code, Register register) => CountryCode.TryParse(code, out var country) ? register.NameOf(country) : "nobody in particular";

    private static string Judged(int? credibility, double? confidence) =>
        $"{(credibility is { } n && SourceGrade.IsCredibility(n) ? $"{SourceGrade.NameOfCredibility(n)} ({n})" : "not judged")}, confidence {NumberWords.Weight(confidence ?? 0)}";

    private static string Names(IReadOnlyList<string> codes, Register register) =>
        codes.Count == 0 ? "in no collection" : string.Join(", ", codes.Select(c => register.Collections.TryGetValue(c, out var collection) ? collection.Name : c));
}

using System.Globalization;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Events;

/// <summary>What can be changed in many acts at once.</summary>
public enum BulkField
{
    /// <summary>Toward whom; an empty value = nobody in particular.</summary>
    Recipient,

    /// <summary>How exactly the day is known: day, start or month.</summary>
    Precision,

    /// <summary>How credible the act's own report is, 1 to 6.</summary>
    Credibility,

    /// <summary>Into a collection, by its code.</summary>
    AddCollection,

    /// <summary>Out of a collection, by its code.</summary>
    RemoveCollection,

    /// <summary>Taken back.</summary>
    Retract,
}

/// <summary>One change for many acts. What an act may say afterwards, <see cref="EventRules"/> decides, as in the form; here stands what a change alone cannot know.</summary>
/// <param name="Value">Null for nobody in particular, and for taking acts back.</param>
public sealed record BulkChange(BulkField Field, string? Value)
{
    /// <summary>As many acts as one command changes.</summary>
    public const int MostActs = 500;

    /// <summary>Precisions that can be given without knowing each act's days.</summary>
    public static IReadOnlyList<string> Precisions { get; } = ["day", "start", "month"];

    /// <summary>What is wrong with the change itself, whatever act it meets.</summary>
    public RuleBreach? Check(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return Field switch
        {
            BulkField.Recipient when Value is { Length: > 0 } && !(CountryCode.TryParse(Value, out var code) && register.Countries.ContainsKey(code)) =>
                new("value", "unknown", "Choose a country of the register, or nobody in particular."),
            BulkField.Precision when !Precisions.Contains(Value ?? "") => new("value", "choice", "Choose day, start or month."),
            BulkField.Credibility when CredibilityOf(Value) is null => new("value", "range", "Choose how credible the reports are, 1 to 6."),
            BulkField.AddCollection or BulkField.RemoveCollection when Value is null || !register.Collections.ContainsKey(Value) =>
                new("value", "unknown", "Choose a collection from the list."),
            _ => Enum.IsDefined(Field) ? null : new("field", "choice", "Choose what to change."),
        };
    }

    /// <summary>The act with the change, still to be checked; or why the change cannot be made without looking at the act alone.</summary>
    public (StanceEventDraft? Draft, RuleBreach? Breach) Of(StanceEventDraft current)
    {
        ArgumentNullException.ThrowIfNull(current);
        // As in the form: without a reason, confidence is what the sources give, and follows them.
        var draft = current with { Confidence = current.ConfidenceReason is null ? null : current.Confidence };
        return Field switch
        {
            BulkField.Recipient => (draft with { Recipient = string.IsNullOrEmpty(Value) ? null : Value }, null),
            BulkField.Precision => Dated(draft),
            BulkField.Credibility => (draft with { Credibility = CredibilityOf(Value) }, null),
            BulkField.AddCollection => (draft with { Collections = [.. (draft.Collections ?? []).Union([Value!])] }, null),
            BulkField.RemoveCollection => (draft with { Collections = [.. (draft.Collections ?? []).Where(c => c != Value)] }, null),
            _ => (draft, null),
        };
    }

    /// <summary>Whether it changes anything in the act.</summary>
    public bool Changes(StanceEventDraft current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return Field switch
        {
            BulkField.Recipient => (current.Recipient ?? "") != (Value ?? ""),
            BulkField.Precision => current.Precision != Value,
            BulkField.Credibility => current.Credibility != CredibilityOf(Value),
            BulkField.AddCollection => !(current.Collections ?? []).Contains(Value!),
            BulkField.RemoveCollection => (current.Collections ?? []).Contains(Value!),
            _ => true,
        };
    }

    private (StanceEventDraft?, RuleBreach?) Dated(StanceEventDraft draft)
    {
        if (Value is "day" or "start")
        {
            return draft.Precision is "day" or "start"
                ? (draft with { Precision = Value, To = null, ScoredOn = null }, null)
                : (null, new("precision", "inexact", "Its day is not known exactly: correct it on its page, where the day can be given."));
        }
        if (draft.Precision == "before")
            return (null, new("precision", "inexact", "Only its latest day is known: correct it on its page, where a month can be given."));
        // The day it counts on stays, as long as the month holds it.
        return DateText.TryParseIso(draft.From, out var from) && DateText.TryParseIso(draft.To ?? draft.From, out var to) && (from.Year, from.Month) == (to.Year, to.Month)
            ? (draft with { Precision = Value, To = null, ScoredOn = draft.ScoredOn }, null)
            : (null, new("precision", "months", "Its days lie in more than one month: correct it on its page."));
    }

    private static int? CredibilityOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && SourceGrade.IsCredibility(number) ? number : null;
}

namespace Stance.Events;

/// <summary>Rules for the dates of an act, and what each precision makes of them.</summary>
internal static class DateRules
{
    private static readonly DateOnly Earliest = new(1800, 1, 1);

    public static EventDates? Dates(this RuleCheck check, StanceEventDraft draft, DateOnly today)
    {
        if (draft.Date is not null && (draft.From is not null || draft.To is not null || draft.Precision is not (null or "day")))
        {
            check.Add("date", "oneForm", "Give either date, or from and to with a precision; not both.");
            return null;
        }
        if (!EventDates.TryParsePrecision(draft.Precision, out var precision))
        {
            check.Add("precision", "choice", "Choose day, week, month, interval, start or before.");
            return null;
        }
        if (precision == DatePrecision.Before)
            return ByDay(check, draft, today);
        var fromField = draft.Date is null ? "from" : "date";
        if (Day(check, fromField, draft.Date ?? draft.From, precision, today, out var isMonth) is not { } from)
            return null;
        return Span(check, draft, precision, fromField, from, isMonth, today) is { } span ? Scored(check, draft, span, today) : null;
    }

    /// <summary>A day that must exist and not lie in the future.</summary>
    public static DateOnly? PastDay(this RuleCheck check, string field, string? text, DateOnly today, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
                check.Add(field, "required", "Enter a date such as 2022-03-14.");
            return null;
        }
        if (!DateText.TryParseIso(text.Trim(), out var day) || day < Earliest)
        {
            check.Add(field, "date", "Enter a date such as 2022-03-14.");
            return null;
        }
        if (day <= today)
            return day;
        check.Add(field, "future", $"Enter a date up to today, {DateText.Words(today)}.");
        return null;
    }

    /// <summary>Of an act without a first day only the latest counts, unless an earlier one is chosen for the sum.</summary>
    private static EventDates? ByDay(RuleCheck check, StanceEventDraft draft, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(draft.From))
        {
            check.Add("from", "precision", "Only the latest day is asked for here: leave this empty, or choose between.");
            return null;
        }
        if (check.PastDay("to", draft.To, today, required: true) is not { } last)
            return null;
        if (string.IsNullOrWhiteSpace(draft.ScoredOn))
            return new EventDates(last, last, DatePrecision.Before, last);
        if (check.PastDay("scoredOn", draft.ScoredOn, today, required: false) is not { } chosen)
            return null;
        if (chosen <= last)
            return new EventDates(last, last, DatePrecision.Before, chosen);
        check.Add("scoredOn", "inside", $"Enter a day up to {DateText.Words(last)}.");
        return null;
    }

    private static DateOnly? Day(RuleCheck check, string field, string? text, DatePrecision precision, DateOnly today, out bool isMonth)
    {
        isMonth = precision == DatePrecision.Month && DateText.TryParseIsoMonth(text?.Trim(), out _);
        return check.PastDay(field, isMonth ? text!.Trim() + "-01" : text, today, required: true);
    }

    private static (DateOnly From, DateOnly To, DatePrecision Precision, DateOnly? Given)? Span(
        RuleCheck check, StanceEventDraft draft, DatePrecision precision, string fromField, DateOnly from, bool isMonth, DateOnly today)
    {
        DateOnly? to = null;
        if (!string.IsNullOrWhiteSpace(draft.To))
        {
            if (!DateText.TryParseIso(draft.To.Trim(), out var last) || last < Earliest)
            {
                check.Add("to", "date", "Enter a date such as 2022-03-14.");
                return null;
            }
            to = last;
        }
        if (to < from)
        {
            check.Add("to", "order", $"Enter a date on or after {DateText.Words(from)}, or swap the two.");
            return null;
        }
        switch (precision)
        {
            case DatePrecision.Day or DatePrecision.Start:
                if (to is null || to == from)
                    return (from, from, precision, null);
                check.Add("to", "precision", precision == DatePrecision.Day
                    ? "A day has one date: leave this empty, or choose between."
                    : "A lasting stance has only its first day: leave this empty, or choose between.");
                return null;
            case DatePrecision.Week:
                if (to is null || to <= from.AddDays(6))
                    return (from, from.AddDays(6), precision, null);
                check.Add("to", "precision", "A week has seven days: leave this empty, or choose between.");
                return null;
            case DatePrecision.Month:
                var first = new DateOnly(from.Year, from.Month, 1);
                var end = first.AddMonths(1).AddDays(-1);
                if (to is null || to <= end)
                    return (first, end, precision, isMonth || from == first ? null : from);
                check.Add("to", "precision", "A month ends with its last day: leave this empty, or choose between.");
                return null;
            default:
                if (to is null)
                    check.Add("to", "required", "Enter the last day it can have happened.");
                else if (to > today)
                    check.Add("to", "future", $"Enter a date up to today, {DateText.Words(today)}.");
                else if (to == from)
                    check.Add("to", "precision", $"Both dates are the same: choose day, or enter a date after {DateText.Words(from)}.");
                else
                    return (from, to.Value, precision, null);
                return null;
        }
    }

    private static EventDates? Scored(
        RuleCheck check, StanceEventDraft draft, (DateOnly From, DateOnly To, DatePrecision Precision, DateOnly? Given) span, DateOnly today)
    {
        var byRule = span.Given ?? (span.Precision == DatePrecision.Start ? span.From : EventDates.Middle(span.From, span.To));
        byRule = byRule > today ? today : byRule;
        if (string.IsNullOrWhiteSpace(draft.ScoredOn))
            return new EventDates(span.From, span.To, span.Precision, byRule);
        if (check.PastDay("scoredOn", draft.ScoredOn, today, required: false) is not { } chosen)
            return null;
        if (chosen >= span.From && chosen <= span.To)
            return new EventDates(span.From, span.To, span.Precision, chosen);
        check.Add("scoredOn", "inside", span.From == span.To
            ? $"The day used in the sum is {DateText.Words(span.From)}: leave this empty."
            : $"Enter a day from {DateText.Words(span.From)} to {DateText.Words(span.To)}.");
        return null;
    }
}

using System.Globalization;
using Stance.Alignment;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Shifts;

/// <summary>Breaks in plain words, dated no more exactly than they are known.</summary>
public static class ShiftWords
{
    public const string Definition =
        "A break is a week from which the scores of acts keep to another level. It is looked for in weekly means of the acts as scored, not in the line, which smooths.";

    /// <summary>The guard, as it stands beside the breaks.</summary>
    public static string Guard { get; } =
        $"A level needs at least {NumberWords.InWords(SegmentRule.Default.Weeks)} weeks with acts and evidence weight {SegmentRule.Default.Weight:0} on each side of a break. A break is shown when at least half of the penalties tried keep it, and drawn bold from 80%.";

    /// <summary>"in the week of 20 June 2022", "between 2 May and 26 June 2022".</summary>
    public static string When(ChangePoint point, int? saidYear = null)
    {
        ArgumentNullException.ThrowIfNull(point);
        return IsOneWeek(point)
            ? $"in the week of {DateWords.LongDay(point.Monday, saidYear)}"
            : $"between {DateWords.LongDay(point.From, saidYear ?? (point.From.Year == point.To.Year ? point.From.Year : null))} and {DateWords.LongDay(point.To, saidYear)}";
    }

    /// <summary>"20–26 Jun 2022" as a span of days.</summary>
    public static string Span(ChangePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return DateWords.Span(new Period(point.From, point.To));
    }

    public static string Stability(ChangePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.Stability.ToString("0%", CultureInfo.InvariantCulture);
    }

    /// <summary>"Break toward Moscow".</summary>
    public static string Title(ChangePoint point, PoleWords poles)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(poles);
        return $"Break {poles.Toward(point.Change)}";
    }

    /// <summary>The sentence of the brief.</summary>
    public static string Sentence(ChangePoint point, PoleWords poles)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(poles);
        return $"Its acts broke {poles.Toward(point.Change)} {When(point)}: their mean score went from {NumberWords.Index(point.Before)} to {NumberWords.Index(point.After)}. {Stability(point)} of the penalties tried keep this break.";
    }

    private static bool IsOneWeek(ChangePoint point) => point.To.DayNumber - point.From.DayNumber < 7;
}

namespace Stance.Events;

/// <summary>How exactly the date of an act is known.</summary>
public enum DatePrecision
{
    Day,
    Week,
    Month,
    Interval,
    Start,

    /// <summary>Nothing is known but that it had happened by a day.</summary>
    Before,
}

/// <summary>When an act happened, as exactly as known, and the day that stands for it in the sum.</summary>
/// <param name="From">The first day it can have happened; where only the latest is known, that one.</param>
/// <param name="To">The last day it can have happened.</param>
public readonly record struct EventDates(DateOnly From, DateOnly To, DatePrecision Precision, DateOnly ScoredOn)
{
    public static bool TryParsePrecision(string? text, out DatePrecision precision)
    {
        precision = text switch
        {
            "week" => DatePrecision.Week,
            "month" => DatePrecision.Month,
            "interval" => DatePrecision.Interval,
            "start" => DatePrecision.Start,
            "before" => DatePrecision.Before,
            _ => DatePrecision.Day,
        };
        return text is null or "day" || precision != DatePrecision.Day;
    }

    public static string Print(DatePrecision precision) => precision switch
    {
        DatePrecision.Week => "week",
        DatePrecision.Month => "month",
        DatePrecision.Interval => "interval",
        DatePrecision.Start => "start",
        DatePrecision.Before => "before",
        _ => "day",
    };

    /// <summary>The day halfway; of an even number of days the earlier of the two.</summary>
    public static DateOnly Middle(DateOnly from, DateOnly to) => from.AddDays((to.DayNumber - from.DayNumber) / 2);
}

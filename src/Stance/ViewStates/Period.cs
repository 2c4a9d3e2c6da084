namespace Stance.ViewStates;

/// <summary>When things happened: a span of event dates, both ends included.</summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentException">The end lies before the start, or the span exceeds 200 years.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException($"The period ends on {to:yyyy-MM-dd}, before it starts on {from:yyyy-MM-dd}.");
        if (to.DayNumber - from.DayNumber > LongestDays)
            throw new ArgumentException("The period is longer than 200 years.");
        From = from;
        To = to;
    }

    private const int LongestDays = 73_050;

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The day itself, or the end of the period it lies beyond.</summary>
    public DateOnly Nearest(DateOnly day) => day < From ? From : day > To ? To : day;

    /// <summary>The twelve months that end on <paramref name="today"/>: what an address without dates means.</summary>
    public static Period LastYear(DateOnly today) => new(today.AddYears(-1), today);
}

namespace Stance.ViewStates;

/// <summary>How a reader asks for a closer or a wider look.</summary>
public enum ZoomStep
{
    In,
    Out,
    Earlier,
    Later,
    Whole,
}

/// <summary>The next period when a reader looks closer, wider, earlier or later; it stays inside the days there are.</summary>
/// <param name="Period">What is shown now.</param>
/// <param name="Whole">From the first day on file to today.</param>
public sealed record PeriodZoom(Period Period, Period Whole)
{
    /// <summary>A closer look than four weeks shows single acts, not a line.</summary>
    public const int FewestDays = 28;

    /// <param name="around">The day that keeps its place on the screen; null = the middle.</param>
    public Period Take(ZoomStep step, DateOnly? around = null) => step switch
    {
        ZoomStep.In => Period.Days <= FewestDays ? Period : Of(Math.Max(FewestDays, Period.Days / 2), around),
        ZoomStep.Out => Of(Period.Days * 2, around),
        ZoomStep.Earlier => From(Period.From.DayNumber - Half, Period.Days),
        ZoomStep.Later => From(Period.From.DayNumber + Half, Period.Days),
        _ => Whole,
    };

    public bool Moves(ZoomStep step) => Take(step) != Period;

    private int Half => Math.Max(1, Period.Days / 2);

    /// <summary>A reader may stand outside the days on file; nothing pulls the period there back.</summary>
    private int First => Math.Min(Whole.From.DayNumber, Period.From.DayNumber);

    private int Last => Math.Max(Whole.To.DayNumber, Period.To.DayNumber);

    private Period Of(int days, DateOnly? around)
    {
        var before = around is { } day && day >= Period.From && day <= Period.To
            ? day.DayNumber - Period.From.DayNumber : (Period.Days - 1) / 2.0;
        var kept = Period.Days > 1 ? before * (days - 1) / (Period.Days - 1) : (days - 1) / 2.0;
        return From((int)Math.Round(Period.From.DayNumber + before - kept, MidpointRounding.ToEven), days);
    }

    private Period From(int first, int days)
    {
        var held = Math.Min(days, Last - First + 1);
        var start = Math.Clamp(first, First, Last - held + 1);
        return new Period(DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(start + held - 1));
    }
}

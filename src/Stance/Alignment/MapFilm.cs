using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>The map of a view on days spread evenly over its period, computed at once: a step of the slider only looks one up.</summary>
/// <param name="Frames">At least one, ascending by day; the last is the last day of the period.</param>
public sealed record MapFilm(IReadOnlyList<MapReport> Frames)
{
    /// <summary>Steps of the slider at most, but for a day the address names.</summary>
    public const int MostFrames = 80;

    /// <summary>The frame of a day, or the nearest before it; null = the last.</summary>
    public int FrameOf(DateOnly? day)
    {
        if (day is null)
            return Frames.Count - 1;
        var after = Frames.TakeWhile(f => f.Day <= day).Count();
        return Math.Max(0, after - 1);
    }

    /// <summary>The days of the frames; a <paramref name="named"/> day inside the period is one of them.</summary>
    public static IReadOnlyList<DateOnly> Days(Period period, DateOnly? named)
    {
        var step = (period.Days + MostFrames - 1) / MostFrames;
        var days = new SortedSet<DateOnly>();
        for (var day = period.To; day >= period.From; day = day.AddDays(-step))
            days.Add(day);
        if (named is { } one)
            days.Add(period.Nearest(one));
        return [.. days];
    }
}

using Stance.Shifts;

namespace Stance.Diffusion;

/// <summary>A break told by its distance in days from a trigger: negative before it, 0 in the week of the trigger itself.</summary>
/// <param name="Days">To the Monday of the break's most likely week.</param>
/// <param name="From">With <paramref name="To"/>: the days the break can lie on, both included.</param>
public sealed record LaggedBreak(FoundBreak Found, int Days, int From, int To)
{
    public static LaggedBreak Of(FoundBreak found, DateOnly trigger)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (point, day) = (found.Point, trigger.DayNumber);
        var isSameWeek = point.Monday == WeeklyMeans.MondayOf(trigger);
        return new LaggedBreak(
            found, isSameWeek ? 0 : point.Monday.DayNumber - day, point.From.DayNumber - day, point.To.DayNumber - day);
    }

    public bool IsAfter => Days >= 0;

    /// <summary>The days it can lie on reach across the trigger, so that it may as well have come from before as from after.</summary>
    public bool MayLieAcross => From < 0 && To >= 0;

    /// <summary>The days the two can lie on overlap: which of them came first cannot be told.</summary>
    public bool Overlaps(LaggedBreak other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From <= other.To && other.From <= To;
    }
}

namespace Stance.Shifts;

/// <summary>How an alarm was raised.</summary>
public enum AlarmMethod
{
    /// <summary>Departures from the level of twelve weeks before have added up (<see cref="Cusum"/>).</summary>
    Departures,

    /// <summary>A fresh level is more probable than the old one (<see cref="Bocpd"/>).</summary>
    FreshLevel,
}

/// <summary>An online warning that a country shifts.</summary>
/// <param name="Monday">First day of the week whose acts raised it.</param>
/// <param name="Since">First day of the first week that speaks at the new level.</param>
/// <param name="Value">How sure: the sum of departures in standard deviations, or P(run ≤ 4 weeks).</param>
/// <param name="Before">Level before, weighted mean of raw scores; <paramref name="After"/> since.</param>
public sealed record ShiftAlarm(AlarmMethod Method, DateOnly Monday, DateOnly Since, double Value, double Before, double After)
{
    public DateOnly Sunday => Monday.AddDays(6);

    public int Direction => After >= Before ? 1 : -1;
}

/// <summary>
/// The low-baseline guard: no alarm unless at least four acts, with an evidence weight of at least 3, stand behind the earlier level,
/// and as much weight on the day. Where little is on file, one act is not a shift.
/// </summary>
public static class AlarmGuard
{
    public const double LeastWeight = 3;

    public const int LeastActs = 4;

    public static bool Allows(double weight, int acts) => weight >= LeastWeight && acts >= LeastActs;
}

using System.Globalization;
using Stance.Acts;
using Stance.Alignment;
using Stance.Shifts;
using Stance.Wording;

namespace Stance.Web.Shifts;

/// <summary>Alarms in plain words.</summary>
public static class AlarmWords
{
    public const string Definition =
        "An alarm says that a country’s newest acts no longer keep to its level. It is raised every night and soon after acts are entered, in two ways: when weekly departures from the level of twelve weeks before add up, and when a level of four weeks or fewer becomes more probable than the old one.";

    public static string Guard { get; } =
        $"No alarm is raised unless at least {NumberWords.InWords(AlarmGuard.LeastActs)} acts with evidence weight {AlarmGuard.LeastWeight:0} stand behind the earlier level, and as much weight on the day: where little is on file, one act is not a shift.";

    public static string Direction(RaisedAlarm raised, Register register)
    {
        ArgumentNullException.ThrowIfNull(raised);
        ArgumentNullException.ThrowIfNull(register);
        return register.Axes.TryGetValue(raised.Axis, out var axis)
            ? PoleWords.Of(axis).Toward(raised.Alarm.Direction)
            : raised.Alarm.Direction > 0 ? "upward" : "downward";
    }

    public static string Way(ShiftAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return alarm.Method == AlarmMethod.Departures ? "Departures add up" : "Fresh level";
    }

    public static string HowSure(ShiftAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return alarm.Method == AlarmMethod.Departures
            ? string.Create(CultureInfo.InvariantCulture, $"{alarm.Value:0.0} standard deviations; the limit is {Cusum.Limit:0}, passed without any shift about once in nine years")
            : string.Create(CultureInfo.InvariantCulture, $"probability {Math.Min(alarm.Value, 0.99):0%} that this level is at most four weeks old");
    }
}

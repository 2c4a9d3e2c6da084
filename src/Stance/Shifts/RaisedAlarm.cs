using Stance.Acts;
using Stance.Countries;

namespace Stance.Shifts;

/// <summary>An alarm as it is stored: whose, on which axis, and the acts that led it, strongest first.</summary>
/// <param name="RaisedAt">When it was told; the week itself may lie long before, in acts entered later.</param>
public sealed record RaisedAlarm(CountryCode Country, string Axis, ShiftAlarm Alarm, IReadOnlyList<ActId> Acts, DateTimeOffset RaisedAt);

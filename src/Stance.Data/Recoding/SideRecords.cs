using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Registers;

namespace Stance.Data.Recoding;

/// <summary>Somebody comes to stand on a side of an axis, stands there no longer from a day on, or never stood there.</summary>
/// <param name="Since">When the sides of the axis were changed last, as the sender saw it; null = never.</param>
public abstract record ChangeSides(string Axis, DateTimeOffset? Since);

public sealed record AddSide(string Axis, DateTimeOffset? Since, SideDraft Draft) : ChangeSides(Axis, Since);

/// <param name="From">The first day of the spell that ends.</param>
/// <param name="Until">The first day it no longer holds.</param>
/// <param name="Source">What ended it, as its source says.</param>
public sealed record EndSide(string Axis, DateTimeOffset? Since, string Country, DateOnly From, string? Until, string? Source) : ChangeSides(Axis, Since);

public sealed record TakeBackSide(string Axis, DateTimeOffset? Since, string Country, DateOnly From, string? Reason) : ChangeSides(Axis, Since);

/// <param name="Acts">Coded acts that were scored anew.</param>
/// <param name="RollCalls">Roll calls that were scored anew.</param>
public sealed record SidesWritten(string Axis, int Acts, int RollCalls) : Written
{
    [JsonIgnore]
    public override string Subject => $"axis:{Axis}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

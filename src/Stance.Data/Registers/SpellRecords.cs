using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Events;
using Stance.Registers;

namespace Stance.Data.Registers;

public sealed record AddSpell(SpellRegister Register, SpellDraft Draft);

/// <param name="From">The first day of the spell that ends.</param>
/// <param name="Until">The first day it no longer holds.</param>
/// <param name="Source">What ended it, as its source says.</param>
public sealed record EndSpell(SpellRegister Register, string Country, string Group, DateOnly From, string? Until, string? Source);

/// <param name="From">The first day of the spell that never was.</param>
/// <param name="Until">Its end, as the sender saw it.</param>
public sealed record TakeBackSpell(SpellRegister Register, string Country, string Group, DateOnly From, DateOnly? Until, string? Reason);

public sealed record SpellWritten(SpellRegister Register, string Country, string Group, DateOnly From) : Written
{
    [JsonIgnore]
    public override string Subject => $"{(Register == SpellRegister.Tie ? "tie" : "membership")}:{About}";

    [JsonIgnore]
    public string About => $"{Country}:{Group}:{DateText.Iso(From)}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

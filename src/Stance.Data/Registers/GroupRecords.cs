using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Registers;

namespace Stance.Data.Registers;

public sealed record AddGroup(GroupRegister Register, GroupDraft Draft, string? Reason);

/// <param name="Was">Its name, as the corrector saw it.</param>
public sealed record CorrectGroup(GroupRegister Register, string Code, string Was, string? Name, string? Reason);

public sealed record GroupWritten(GroupRegister Register, string Code) : Written
{
    [JsonIgnore]
    public override string Subject => $"{GroupWriter.NameOf(Register)}:{Code}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

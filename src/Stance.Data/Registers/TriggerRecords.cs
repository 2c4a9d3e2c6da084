using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>What a mark said from <paramref name="Since"/> on.</summary>
/// <param name="TakenBackReason">Why nothing followed it; null where something did, or it still stands.</param>
public sealed record KeptTrigger(
    Guid Id, TriggerText Text, DateTimeOffset Since, DateTimeOffset? Until, string? OpenedBy, string? Reason, string? TakenBackBy, string? TakenBackReason);

/// <summary>A mark with all it ever said, the newest first.</summary>
public sealed record TriggerHistory(Guid Id, IReadOnlyList<KeptTrigger> Versions)
{
    public KeptTrigger Newest => Versions[0];

    public bool IsMarked => Newest.Until is null;
}

public sealed record AddTrigger(TriggerDraft Draft);

/// <param name="Since">Since when what is corrected has stood, as the corrector saw it.</param>
public sealed record CorrectTrigger(Guid Id, DateTimeOffset Since, TriggerDraft Draft, string? Reason);

public sealed record TakeBackTrigger(Guid Id, DateTimeOffset Since, string? Reason);

public sealed record TriggerWritten(Guid Id) : Written
{
    [JsonIgnore]
    public override string Subject => $"trigger:{Id}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>A source as it stands on file, what rests on it, and what it stood as before, the newest first.</summary>
/// <param name="Version">How often it was corrected.</param>
public sealed record KeptSource(Guid Id, SourceFacts Facts, int Version, int Reports, int Acts, IReadOnlyList<EarlierSource> Earlier);

/// <param name="ChangedBy">Who ended it.</param>
public sealed record EarlierSource(SourceFacts Facts, DateTimeOffset Until, string? ChangedBy, string Reason);

/// <param name="Version">How often it had been corrected, as the corrector saw it.</param>
public sealed record CorrectSource(Guid Id, int Version, SourceWords Words, string? Reason);

public sealed record SourceCorrected(Guid Id, int Version) : Written
{
    [JsonIgnore]
    public override string Subject => $"source:{Id}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>A country as it stands on file.</summary>
/// <param name="Aliases">How many other names and codes it goes by.</param>
/// <param name="Version">How many changes of its fields are on file.</param>
public sealed record CountryOnFile(CountryFacts Facts, int Aliases, int Version);

public sealed record CountryAlias(string Kind, string Alias);

/// <summary>A country with its other names and codes, and every change, the newest first.</summary>
public sealed record KeptCountry(CountryOnFile OnFile, IReadOnlyList<CountryAlias> Aliases, IReadOnlyList<KeptChange> Changes);

public sealed record AddCountry(CountryDraft Draft, string? Reason);

/// <param name="Version">How many changes were on file, as the corrector saw it.</param>
public sealed record CorrectCountry(string Code, int Version, CountryDraft Draft, string? Reason);

public sealed record AddAlias(string Code, string? Kind, string? Alias, string? Reason);

public sealed record TakeAwayAlias(string Code, string Kind, string Alias, string? Reason);

public sealed record CountryWritten(string Code) : Written
{
    [JsonIgnore]
    public override string Subject => $"country:{Code}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

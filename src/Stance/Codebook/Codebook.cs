using System.Text.Json.Serialization;

namespace Stance.Codebook;

/// <summary>One effective-dated version of the written rules: what can be coded, and the parameters of the index.</summary>
/// <param name="Sigma">σ of M1, score points.</param>
/// <param name="PriorStrength">k₀ of M1, pseudo-events at the starting value.</param>
public sealed record CodebookVersion(string Version, DateOnly EffectiveFrom, double Sigma, double PriorStrength, IReadOnlyList<EventType> Types)
{
    /// <summary>The kinds that new acts are coded as.</summary>
    public IEnumerable<EventType> Offered => Types.Where(t => !t.IsWithdrawn);

    public EventType? Find(string code) => Types.FirstOrDefault(t => t.Code == code);

    public bool HasMeasure(string key) => Types.Any(t => t.MeasureOf(key) is not null);

    /// <summary>The classes of evidence, by hundredths of the evidence weight g, the strongest first.</summary>
    public IReadOnlyList<int> EvidenceClasses =>
        [.. Types.SelectMany(t => t.Variants).Select(v => (int)Math.Round(100 * v.EvidenceWeight)).Distinct().OrderDescending()];

    public IEnumerable<(string Code, string Name)> Families => Types.Select(t => (t.FamilyCode, t.Family)).Distinct();
}

/// <summary>A kind of act that can be coded: "HUM-AIDF", Aid shipment or flight.</summary>
public sealed record EventType(
    string Code,
    string Name,
    string Family,
    string Definition,
    string Example,
    IReadOnlyList<EventTypeVariant> Variants,
    IReadOnlyList<AttributeDefinition> Attributes,
    CodeMapping? Plover = null,
    CodeMapping? Cameo = null)
{
    /// <summary>What its places in other schemes leave out.</summary>
    public string? MappingNote { get; init; }

    /// <summary>No new act is coded as this kind; acts on file that are one go on reading and scoring.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The three letters before the hyphen: "HUM".</summary>
    public string FamilyCode => Code[..3];

    /// <summary>Its own field of that key, when it holds a number.</summary>
    public AttributeDefinition? MeasureOf(string key) => Attributes.FirstOrDefault(a => a.Key == key && a.IsNumeric);

    public EventTypeVariant? FindVariant(string key) => Variants.FirstOrDefault(v => v.Key == key);
}

/// <summary>The place of a type in another scheme; quality is exact, near or none.</summary>
public sealed record CodeMapping(string Code, string Quality);

/// <summary>
/// A direction, stage or choice of a type ("abstain", "announced"), with its base score b in [−10, +10] toward the recipient,
/// the range a curator may move b within, and the evidence weight g.
/// </summary>
/// <param name="ReasonRequired">Whether the intensity needs a reason even where it is the base score.</param>
/// <param name="DefaultConfidence">q where the record itself sets it (a recorded vote); null = from the sources.</param>
public sealed record EventTypeVariant(
    string Key,
    string Label,
    double Base,
    double Low,
    double High,
    double EvidenceWeight,
    bool IsDeed,
    bool TakesExpectation,
    bool ReasonRequired = false,
    double? DefaultConfidence = null);

/// <summary>What kind of value an attribute holds.</summary>
public enum AttributeKind
{
    Text,
    Number,
    [JsonStringEnumMemberName("integer")]
    WholeNumber,
    Date,
    Boolean,
    Choice,
}

/// <summary>One of a type's own fields: tonnes, aircraft, resolution …</summary>
/// <param name="UnitFrom">Key of the field of the same act that names the unit of this number: its currency, its weapon.</param>
/// <param name="Sums">False for a number of which a sum means nothing: a year, a per cent.</param>
public sealed record AttributeDefinition(
    string Key,
    string Label,
    AttributeKind Kind,
    string? Unit = null,
    double? Min = null,
    double? Max = null,
    IReadOnlyList<string>? Choices = null,
    string? Help = null,
    bool Required = false,
    string? UnitFrom = null,
    bool Sums = true)
{
    public bool IsNumeric => Kind is AttributeKind.Number or AttributeKind.WholeNumber;
}

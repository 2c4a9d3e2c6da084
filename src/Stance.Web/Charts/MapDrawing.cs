namespace Stance.Web.Charts;

/// <summary>The world by index. Countries that are not listed are not in the record: dashed outline, no fill.</summary>
public sealed record MapDrawing
{
    /// <summary>The printed view state: the map is drawn again only when it changes.</summary>
    public required string Key { get; init; }

    public required PoleNames Poles { get; init; }

    public required IReadOnlyList<MapCountry> Countries { get; init; }

    /// <summary>The days the colours tell the change over; null = they tell the level.</summary>
    public int? Back { get; init; }

    /// <summary>What a hatched country is.</summary>
    public string UncertainWords => Back is null ? "thin evidence" : "may be no change";

    /// <summary>Outlined in ink and named.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>What a missing country lacks: "no act in the record", "no vote in the record".</summary>
    public string MissingWords { get; init; } = "no act in the record";
}

/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Value">The index, or its change.</param>
/// <param name="IsUncertain">Hatched: thin evidence, or a change that may be nothing.</param>
/// <param name="Weight">Evidence weight of the day; 0 = only the starting value.</param>
/// <param name="Before">The index a change is told from.</param>
public sealed record MapCountry(
    string Code, string Name, double Value, double Low90, double High90, double Weight, bool IsUncertain, double? Before = null);

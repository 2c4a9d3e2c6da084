namespace Stance.Web.Charts;

/// <summary>The world by index. Countries that are not listed are not in the record: dashed outline, no fill.</summary>
public sealed record MapDrawing
{
    /// <summary>The printed view state: the map is drawn again only when it changes.</summary>
    public required string Key { get; init; }

    public required PoleNames Poles { get; init; }

    public required IReadOnlyList<MapCountry> Countries { get; init; }

    /// <summary>Outlined in ink and named.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>What a missing country lacks: "no act in the record", "no vote in the record".</summary>
    public string MissingWords { get; init; } = "no act in the record";
}

/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Weight">Evidence weight; below 1 the country is hatched. 0 = only the starting value.</param>
public sealed record MapCountry(string Code, string Name, double Index, double Low90, double High90, double Weight)
{
    public bool IsThin => Weight < 1;
}

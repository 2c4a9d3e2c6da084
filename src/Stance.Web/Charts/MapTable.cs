using Stance.Wording;

namespace Stance.Web.Charts;

/// <summary>The map as a table, by name.</summary>
public static class MapTable
{
    private static readonly TableColumn[] Levels = [new("Country"), new("Index", true), new("90% band", true), new("Weight", true), new("Evidence")];

    private static readonly TableColumn[] Changes =
        [new("Country"), new("Before", true), new("Index", true), new("Change", true), new("90% band of the change", true), new("Certain")];

    public static TableDrawing Of(MapDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var missing = $"a country that is not listed has {drawing.MissingWords}";
        return new TableDrawing(
            drawing.Back is { } days ? $"Change of the index over {days} days by country; {missing}" : $"Index by country; {missing}",
            drawing.Back is null ? Levels : Changes,
            [.. drawing.Countries.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(Row)]);
    }

    private static IReadOnlyList<string> Row(MapCountry c) => c.Before is { } before
        ? [c.Name, NumberWords.Index(before), NumberWords.Index(before + c.Value), NumberWords.Index(c.Value), NumberWords.Range(c.Low90, c.High90), c.IsUncertain ? "no" : "yes"]
        : [c.Name, NumberWords.Index(c.Value), NumberWords.Range(c.Low90, c.High90), NumberWords.Weight(c.Weight), c.IsUncertain ? "thin" : ""];
}

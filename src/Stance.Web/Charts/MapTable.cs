using Stance.Wording;

namespace Stance.Web.Charts;

/// <summary>The map as a table, by name.</summary>
public static class MapTable
{
    private static readonly TableColumn[] Columns = [new("Country"), new("Index", true), new("90% band", true), new("Weight", true), new("Evidence")];

    public static TableDrawing Of(MapDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return new TableDrawing($"Index by country; a country that is not listed has {drawing.MissingWords}", Columns,
        [
            .. drawing.Countries.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => (IReadOnlyList<string>)
            [
                c.Name, NumberWords.Index(c.Index), NumberWords.Range(c.Low90, c.High90), NumberWords.Weight(c.Weight), c.IsThin ? "thin" : "",
            ]),
        ]);
    }
}

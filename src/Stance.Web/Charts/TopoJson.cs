using System.Text.Json;

namespace Stance.Web.Charts;

/// <summary>A TopoJSON file of countries: arcs that neighbours share, and per country the rings made of them. ~i is arc i backwards.</summary>
public sealed record TopoJson(IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> Arcs, IReadOnlyList<TopoCountry> Countries)
{
    public static TopoJson Parse(Stream json)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        var transform = root.GetProperty("transform");
        var (scale, translate) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        var arcs = root.GetProperty("arcs").EnumerateArray().Select(a => Arc(a, scale, translate)).ToList();
        var countries = root.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray().Select(Country).ToList();
        return new TopoJson(arcs, countries);
    }

    /// <summary>Points are kept as differences of whole numbers.</summary>
    private static List<(double, double)> Arc(JsonElement arc, (double X, double Y) scale, (double X, double Y) translate)
    {
        var (x, y) = (0.0, 0.0);
        var points = new List<(double, double)>();
        foreach (var (dx, dy) in arc.EnumerateArray().Select(Pair))
        {
            (x, y) = (x + dx, y + dy);
            points.Add(((x * scale.X) + translate.X, (y * scale.Y) + translate.Y));
        }
        return points;
    }

    private static TopoCountry Country(JsonElement geometry)
    {
        var arcs = geometry.TryGetProperty("arcs", out var found) ? found : default;
        var polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [Polygon(arcs)],
            "MultiPolygon" => [.. arcs.EnumerateArray().Select(Polygon)],
            _ => new List<IReadOnlyList<IReadOnlyList<int>>>(),
        };
        return new TopoCountry(
            geometry.TryGetProperty("id", out var id) ? id.GetString() : null,
            geometry.GetProperty("properties").GetProperty("name").GetString() ?? "",
            polygons);
    }

    private static List<IReadOnlyList<int>> Polygon(JsonElement polygon) =>
        [.. polygon.EnumerateArray().Select(ring => (IReadOnlyList<int>)[.. ring.EnumerateArray().Select(a => a.GetInt32())])];

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}

/// <param name="Number">ISO 3166-1 numeric; null for places without one.</param>
public sealed record TopoCountry(string? Number, string Name, IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> Polygons);

using System.Text;
using Stance.Maps;

namespace Stance.Web.Charts;

/// <summary>
/// The world's countries as paths, made once. The common file gives Crimea to Russia; here it is Ukraine's, as General Assembly
/// resolution 68/262 has it, and areas no resolution recognises as states are drawn with the member state they lie in.
/// </summary>
public sealed class WorldShapes
{
    public const double Width = 1000;

    /// <summary>Twice the width: half a unit is fine enough, and whole numbers keep the page small.</summary>
    private const double Fineness = 2;
    private const double SmallestTriangle = 0.22;
    private const double SmallestIsland = 0.35;
    private const double SeenAsDisc = 7;
    private const double North = 84;
    private const double South = -56.5;

    /// <summary>The map's middle. Its edge is then 169° W, in the Bering Strait, where it cuts no country in two.</summary>
    private const double CentralMeridian = 11;

    private const string Ukraine = "804";
    private const string Russia = "643";
    private const string Antarctica = "010";
    private const string SourceWords = "Crimea drawn as in General Assembly resolution 68/262. Borders: Natural Earth";

    private static readonly Dictionary<string, string> WithinMember = new() { ["N. Cyprus"] = "196", ["Somaliland"] = "706" };

    /// <summary>Members too small for the file: longitude, latitude.</summary>
    private static readonly (string Code, string Name, double Longitude, double Latitude)[] Unmapped = [("TUV", "Tuvalu", 179.2, -8.5)];

    private readonly TopoJson _file;
    private readonly IReadOnlyList<IReadOnlyList<(double X, double Y)>> _arcs;

    private WorldShapes(TopoJson file)
    {
        _file = file;
        _arcs = [.. file.Arcs.Select(a => LineSimplifier.Simplify(Placed(a), SmallestTriangle))];
        Countries = [.. Joined().Select(Shape).Where(s => s is not null).Select(s => s!).Concat(Unmapped.Select(Disc)).OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    public static string Source => SourceWords;

    public static double Height { get; } = Math.Round(Place(0, South).Y - Place(0, North).Y, 1);

    public IReadOnlyList<CountryShape> Countries { get; }

    public static WorldShapes Read(Stream topoJson) => new(TopoJson.Parse(topoJson));

    public static WorldShapes ReadFile()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "world", "countries-50m.json"));
        return Read(file);
    }

    /// <summary>Points follow each other without a jump, also where the file jumps from 180° E to 180° W.</summary>
    private static List<(double X, double Y)> Placed(IReadOnlyList<(double Longitude, double Latitude)> arc)
    {
        var east = FromMiddle(arc[0].Longitude);
        var points = new List<(double, double)>();
        foreach (var (longitude, latitude) in arc)
        {
            east += Math.IEEERemainder(longitude - CentralMeridian - east, 360);
            points.Add(OnSheet(east, latitude));
        }
        return points;
    }

    /// <summary>Where a place of the earth stands on the map.</summary>
    public static (double X, double Y) Place(double longitude, double latitude) => OnSheet(FromMiddle(longitude), latitude);

    private static double FromMiddle(double longitude) => Math.IEEERemainder(longitude - CentralMeridian, 360);

    private static (double X, double Y) OnSheet(double east, double latitude)
    {
        var (x, y) = EqualEarth.Project(east, latitude);
        var scale = Width / (2 * EqualEarth.HalfWidth);
        var top = EqualEarth.Project(0, North).Y;
        return ((x + EqualEarth.HalfWidth) * scale, (top - y) * scale);
    }

    /// <summary>Rings by country, after the contested areas have gone where they belong.</summary>
    private IEnumerable<(string? Code, string Name, IReadOnlyList<IReadOnlyList<int>> Rings)> Joined()
    {
        var crimea = _file.Countries.First(c => c.Number == Russia).Polygons.First(IsCrimea);
        foreach (var group in _file.Countries.Where(c => c.Number != Antarctica).GroupBy(c => c.Number ?? WithinMember.GetValueOrDefault(c.Name) ?? c.Name))
        {
            var polygons = group.SelectMany(c => c.Polygons).Where(p => p != crimea);
            if (group.Key == Ukraine)
                polygons = polygons.Append(crimea);
            var rings = polygons.SelectMany(p => p);
            var named = group.First(c => c.Number is not null || group.Count() == 1);
            yield return (CountryNumbers.CodeOf(named.Number), named.Name,
                group.Key == Ukraine || group.Count() > 1 ? ArcRings.Join(rings, StartOf, EndOf) : [.. rings]);
        }
    }

    private bool IsCrimea(IReadOnlyList<IReadOnlyList<int>> polygon)
    {
        var points = polygon[0].SelectMany(a => _file.Arcs[a >= 0 ? a : ~a]).ToList();
        return points.All(p => p is { Longitude: > 32 and < 37, Latitude: > 44 and < 46.5 });
    }

    private (double, double) StartOf(int arc) => arc >= 0 ? _file.Arcs[arc][0] : _file.Arcs[~arc][^1];

    private (double, double) EndOf(int arc) => StartOf(~arc);

    private CountryShape? Shape((string? Code, string Name, IReadOnlyList<IReadOnlyList<int>> Rings) country)
    {
        var rings = country.Rings.Select(Points).Select(points => (Points: points, Area: Math.Abs(Area(points)))).OrderByDescending(r => r.Area).ToList();
        if (rings.Count == 0)
            return null;
        var path = new StringBuilder();
        foreach (var ring in rings.Where((r, i) => i == 0 || r.Area >= SmallestIsland))
            Append(path, ring.Points);
        var (x, y) = Middle(rings[0].Points);
        return new CountryShape(country.Code, country.Name, path.ToString(), x, y, rings.Sum(r => r.Area) < SeenAsDisc);
    }

    private static CountryShape Disc((string Code, string Name, double Longitude, double Latitude) place)
    {
        var (x, y) = Place(place.Longitude, place.Latitude);
        return new CountryShape(place.Code, place.Name, "", x, y, true);
    }

    private List<(double X, double Y)> Points(IReadOnlyList<int> ring)
    {
        var points = new List<(double, double)>();
        foreach (var arc in ring)
            points.AddRange((arc >= 0 ? _arcs[arc] : _arcs[~arc].Reverse()).Skip(points.Count == 0 ? 0 : 1));
        return points;
    }

    private static void Append(StringBuilder path, List<(double X, double Y)> points)
    {
        var (lastX, lastY) = (0, 0);
        var (isFirst, start) = (true, path.Length);
        foreach (var point in points)
        {
            var (x, y) = ((int)Math.Round(point.X * Fineness), (int)Math.Round(point.Y * Fineness));
            if (!isFirst && x == lastX && y == lastY)
                continue;
            if (isFirst)
                path.Append('M').Append(x).Append(' ').Append(y).Append('l');
            else
                path.Append(x - lastX < 0 || path[^1] == 'l' ? "" : " ").Append(x - lastX).Append(y - lastY < 0 ? "" : " ").Append(y - lastY);
            (lastX, lastY, isFirst) = (x, y, false);
        }
        if (path[^1] == 'l')
            path.Length = start;
        else
            path.Append('z');
    }

    private static double Area(List<(double X, double Y)> points)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Count]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }
        return sum / 2;
    }

    /// <summary>The centre of mass, or of the bounding box where a ring has no area left.</summary>
    private static (double X, double Y) Middle(List<(double X, double Y)> points)
    {
        var area = Area(points);
        if (Math.Abs(area) < 0.01)
            return (points.Average(p => p.X), points.Average(p => p.Y));
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Count]);
            var cross = (a.X * b.Y) - (b.X * a.Y);
            (x, y) = (x + ((a.X + b.X) * cross), y + ((a.Y + b.Y) * cross));
        }
        return (x / (6 * area), y / (6 * area));
    }
}

/// <param name="Code">Null for land that is no country of the register.</param>
/// <param name="Path">In a box of twice <see cref="WorldShapes.Width"/>.</param>
/// <param name="X">The middle of the largest part.</param>
/// <param name="IsDisc">Too small to see: a disc of three pixels stands for it.</param>
public sealed record CountryShape(string? Code, string Name, string Path, double X, double Y, bool IsDisc);

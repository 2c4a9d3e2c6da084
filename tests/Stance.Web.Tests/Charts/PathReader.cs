using System.Globalization;
using System.Text.RegularExpressions;

namespace Stance.Web.Tests.Charts;

/// <summary>Reads "M1 2l3-4 5 6z" as a browser does.</summary>
internal static partial class PathReader
{
    public static IEnumerable<List<(double X, double Y)>> Rings(string path)
    {
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Number().Matches(ring).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
            var points = new List<(double, double)>();
            var (x, y) = (0.0, 0.0);
            for (var i = 0; i + 1 < numbers.Count; i += 2)
            {
                (x, y) = (x + numbers[i], y + numbers[i + 1]);
                points.Add((x, y));
            }
            yield return points;
        }
    }

    /// <summary>Reads "M1.2 3l.4-5 6 7": a point, then the way to each next.</summary>
    public static IEnumerable<(double X, double Y)> Line(string path)
    {
        var numbers = Decimal().Matches(path).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        var (x, y) = (0m, 0m);
        for (var i = 0; i + 1 < numbers.Count; i += 2)
        {
            (x, y) = (x + numbers[i], y + numbers[i + 1]);
            yield return ((double)x, (double)y);
        }
    }

    [GeneratedRegex("-?\\d+(\\.\\d+)?")]
    private static partial Regex Decimal();

    [GeneratedRegex("-?\\d+")]
    private static partial Regex Number();
}

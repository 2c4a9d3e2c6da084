namespace Stance.Web.Charts;

/// <summary>Names at the right end of the lines, pushed apart so that none covers another.</summary>
public static class EndLabels
{
    private const double Gap = 17;

    /// <summary>Pixels from the top for each wanted place, in the order given; least movement, none above or below the plot.</summary>
    public static IReadOnlyList<double> Place(IReadOnlyList<double> wanted, double height)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToList();
        var groups = new List<(double Centre, int Count)>();
        foreach (var i in order)
        {
            groups.Add((Math.Clamp(wanted[i], 0, height), 1));
            while (groups.Count > 1 && Top(groups[^1], height) < Bottom(groups[^2], height) + Gap)
                Merge(groups);
        }
        var placed = new double[wanted.Count];
        var at = 0;
        foreach (var group in groups)
        {
            var top = Top(group, height);
            for (var k = 0; k < group.Count; k++)
                placed[order[at++]] = top + (k * Gap);
        }
        return placed;
    }

    private static void Merge(List<(double Centre, int Count)> groups)
    {
        var (upper, lower) = (groups[^2], groups[^1]);
        groups.RemoveRange(groups.Count - 2, 2);
        var count = upper.Count + lower.Count;
        groups.Add((((upper.Centre * upper.Count) + (lower.Centre * lower.Count)) / count, count));
    }

    private static double Top((double Centre, int Count) group, double height) =>
        Math.Clamp(group.Centre - ((group.Count - 1) * Gap / 2), 0, Math.Max(0, height - ((group.Count - 1) * Gap)));

    private static double Bottom((double Centre, int Count) group, double height) => Top(group, height) + ((group.Count - 1) * Gap);
}

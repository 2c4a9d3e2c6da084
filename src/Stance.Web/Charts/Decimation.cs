namespace Stance.Web.Charts;

/// <summary>
/// Fewer points, same shape: time is cut into equal buckets and each keeps its lowest and highest index, so that no extreme
/// is lost; first and last stay. Extremes matter more here than smoothness, hence not the largest-triangle rule.
/// </summary>
public static class Decimation
{
    public const int MostPoints = 1000;

    public static IReadOnlyList<LinePoint> Keep(IReadOnlyList<LinePoint> points, int most = MostPoints)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 4);
        if (points.Count <= most)
            return points;
        var buckets = (most - 2) / 2;
        var inner = points.Count - 2;
        var kept = new List<LinePoint>(most) { points[0] };
        for (var b = 0; b < buckets; b++)
            AddExtremes(kept, points, 1 + (int)((long)inner * b / buckets), 1 + (int)((long)inner * (b + 1) / buckets));
        kept.Add(points[^1]);
        return kept;
    }

    private static void AddExtremes(List<LinePoint> kept, IReadOnlyList<LinePoint> points, int start, int end)
    {
        var (low, high) = (start, start);
        for (var i = start + 1; i < end; i++)
        {
            if (points[i].Index < points[low].Index)
                low = i;
            if (points[i].Index > points[high].Index)
                high = i;
        }
        kept.Add(points[Math.Min(low, high)]);
        if (low != high)
            kept.Add(points[Math.Max(low, high)]);
    }
}

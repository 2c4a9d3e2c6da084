namespace Stance.Web.Charts;

/// <summary>Joins areas that share borders: an arc used in both directions lies inside and goes; the rest is sewn into rings again.</summary>
public static class ArcRings
{
    public static IReadOnlyList<IReadOnlyList<int>> Join(
        IEnumerable<IReadOnlyList<int>> rings, Func<int, (double, double)> startOf, Func<int, (double, double)> endOf)
    {
        ArgumentNullException.ThrowIfNull(rings);
        ArgumentNullException.ThrowIfNull(startOf);
        ArgumentNullException.ThrowIfNull(endOf);
        var all = rings.SelectMany(r => r).ToList();
        var used = all.ToHashSet();
        var left = all.Where(a => !used.Contains(~a)).ToList();
        var joined = new List<IReadOnlyList<int>>();
        while (left.Count > 0)
        {
            var ring = new List<int> { left[0] };
            left.RemoveAt(0);
            while (endOf(ring[^1]) != startOf(ring[0]))
            {
                var next = left.FindIndex(a => startOf(a) == endOf(ring[^1]));
                if (next < 0)
                    break;
                ring.Add(left[next]);
                left.RemoveAt(next);
            }
            joined.Add(ring);
        }
        return joined;
    }
}

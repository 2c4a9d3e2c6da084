namespace Stance.Maps;

/// <summary>Removes the points of a line that matter least, by the area of the triangle each makes with its neighbours. Visvalingam and Whyatt (1993).</summary>
public static class LineSimplifier
{
    /// <summary>Keeps both ends and every point whose triangle is at least so large; neighbours are weighed again after each removal.</summary>
    public static IReadOnlyList<(double X, double Y)> Simplify(IReadOnlyList<(double X, double Y)> line, double smallestArea)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Count < 3)
            return line;
        var chain = new Chain(line);
        while (chain.Least() is { } least && least.Area < smallestArea)
            chain.Remove(least.Point, least.Area);
        return chain.Left();
    }

    private sealed class Chain
    {
        private readonly IReadOnlyList<(double X, double Y)> _line;
        private readonly int[] _before;
        private readonly int[] _after;
        private readonly double[] _area;
        private readonly PriorityQueue<int, double> _queue = new();

        public Chain(IReadOnlyList<(double X, double Y)> line)
        {
            _line = line;
            _before = [.. Enumerable.Range(-1, line.Count)];
            _after = [.. Enumerable.Range(1, line.Count)];
            _area = new double[line.Count];
            for (var i = 1; i < line.Count - 1; i++)
                Weigh(i, 0);
        }

        public (int Point, double Area)? Least()
        {
            while (_queue.TryPeek(out var point, out var area))
            {
                if (_area[point] == area)
                    return (point, area);
                _queue.Dequeue();
            }
            return null;
        }

        public void Remove(int point, double area)
        {
            _queue.Dequeue();
            _area[point] = double.NaN;
            var (before, after) = (_before[point], _after[point]);
            _after[before] = after;
            _before[after] = before;
            Weigh(before, area);
            Weigh(after, area);
        }

        public List<(double X, double Y)> Left()
        {
            var left = new List<(double X, double Y)>();
            for (var i = 0; i < _line.Count; i = _after[i])
                left.Add(_line[i]);
            return left;
        }

        /// <summary>Never less than what has been removed beside it, so that a spike goes from its tip.</summary>
        private void Weigh(int point, double atLeast)
        {
            if (point <= 0 || point >= _line.Count - 1)
                return;
            var (a, b, c) = (_line[_before[point]], _line[point], _line[_after[point]]);
            var area = Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y))) / 2;
            _area[point] = Math.Max(area, atLeast);
            _queue.Enqueue(point, _area[point]);
        }
    }
}

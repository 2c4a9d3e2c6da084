namespace Stance.Web.Charts;

/// <summary>Acts on the time axis: stacked by day away from the middle, gathered when they stand too dense to tell apart.</summary>
public sealed class ActStrip
{
    public const double Row = 9;
    private const int HighestStack = 8;
    private const int MostColumns = 45;
    private const int WhiskerDays = 31;
    private const double Top = 12;
    private const double WhiskerRow = 16;

    public ActStrip(IReadOnlyList<LineAct> acts, TimeScale time)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var seen = acts.Where(a => time.Holds(a.Date)).OrderBy(a => a.Date).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        Whiskers = [.. seen
            .Where(a => a.From is not null && a.To is not null && a.To.Value.DayNumber - a.From.Value.DayNumber > WhiskerDays)
            .GroupBy(a => (a.From, a.To))
            .OrderByDescending(g => g.Count())
            .Take(2)
            .Select(g => new Whisker(time.At(g.Key.From!.Value), time.At(g.Key.To!.Value), time.At(g.First().Date), g.Count()))];
        var width = seen.Select(a => a.Date).Distinct().Count() <= MostColumns ? 1 : Math.Max(1, (time.Days + MostColumns) / MostColumns);
        Stacks = [.. seen
            .GroupBy(a => (a.Date.DayNumber - time.From.DayNumber) / width)
            .Select(g => Stack(g.Key, [.. g], time))];
        var up = Stacks.Select(s => s.Rows(Direction.Up)).DefaultIfEmpty(0).Max();
        var down = Stacks.Select(s => s.Rows(Direction.Down)).DefaultIfEmpty(0).Max();
        WhiskerY = [.. Whiskers.Select((_, i) => Top + (i * WhiskerRow))];
        Middle = (Whiskers.Count * WhiskerRow) + Top + (Math.Max(1, up) * Row) + 4;
        Height = Middle + (Math.Max(1, down) * Row) + 10;
    }

    public IReadOnlyList<ActStack> Stacks { get; }

    public IReadOnlyList<Whisker> Whiskers { get; }

    public IReadOnlyList<double> WhiskerY { get; }

    /// <summary>Pixels from the top to the line between the two directions.</summary>
    public double Middle { get; }

    public double Height { get; }

    private static ActStack Stack(int column, IReadOnlyList<LineAct> acts, TimeScale time)
    {
        var x = acts.Average(a => time.At(a.Date));
        var marks = new List<ActDot>();
        var lift = acts.Any(a => a.Score == 0) ? 3.5 : 0;
        foreach (var direction in (Direction[])[Direction.Up, Direction.Neither, Direction.Down])
        {
            var mine = acts.Where(a => ActDot.DirectionOf(a.Score) == direction).OrderByDescending(a => a.IsDeed).ToList();
            if (mine.Count > HighestStack || (direction == Direction.Neither && mine.Count > 1))
                marks.Add(new ActDot(direction, mine.Any(a => a.IsDeed), 0, mine.Count, lift));
            else
                marks.AddRange(mine.Select((a, i) => new ActDot(direction, a.IsDeed, i, 1, lift)));
        }
        return new ActStack(column, x, acts, marks);
    }
}

public enum Direction { Up, Neither, Down }

/// <summary>The acts of a day, or of neighbouring days.</summary>
/// <param name="X">Per cent of the plot's width.</param>
public sealed record ActStack(int Column, double X, IReadOnlyList<LineAct> Acts, IReadOnlyList<ActDot> Dots)
{
    public int Rows(Direction direction) =>
        Dots.Where(d => d.Direction == direction).Select(d => d.Row + (d.Count > 1 ? 3 : 1)).DefaultIfEmpty(0).Max();
}

/// <param name="Row">0 stands next to the middle.</param>
/// <param name="Count">Above 1: so many acts gathered in one mark.</param>
/// <param name="Lift">Pixels more, where a circle stands in the middle.</param>
public readonly record struct ActDot(Direction Direction, bool IsDeed, int Row, int Count, double Lift = 0)
{
    public static Direction DirectionOf(double score) => score > 0 ? Direction.Up : score < 0 ? Direction.Down : Direction.Neither;

    public double Y(double middle) => Direction switch
    {
        Direction.Up => middle - 6 - Lift - (Row * ActStrip.Row),
        Direction.Down => middle + 6 + Lift + (Row * ActStrip.Row),
        _ => middle,
    };
}

/// <summary>An interval in which acts may lie. Per cent of the plot's width.</summary>
public readonly record struct Whisker(double Left, double Right, double At, int Count);

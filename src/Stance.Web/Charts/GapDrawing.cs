namespace Stance.Web.Charts;

/// <summary>A difference of two lines by day, with its 90 % band, under the lines it is the difference of.</summary>
/// <param name="Title">"Words minus deeds".</param>
public sealed record GapDrawing(DateOnly From, DateOnly To, string Title, IReadOnlyList<GapPoint> Points)
{
    private const double Narrowest = 5;

    private const double Step = 5;

    /// <summary>Half the scale: a multiple of five that holds the band, at most 20.</summary>
    public double Limit => Math.Min(20, Math.Max(Narrowest, Math.Ceiling(Points.Select(p => Math.Max(Math.Abs(p.Low90), Math.Abs(p.High90))).DefaultIfEmpty().Max() / Step) * Step));
}

public readonly record struct GapPoint(DateOnly Date, double Gap, double Low90, double High90);

namespace Stance.Web.Charts;

/// <summary>Seven classes from the negative pole to the positive one; the same on map, ruler and cells. Narrow near zero, where countries differ.</summary>
public static class PoleScale
{
    public static IReadOnlyList<double> Breaks { get; } = [-5, -2, -0.5, 0.5, 2, 5];

    /// <summary>0…6.</summary>
    public static int Class(double index) => Breaks.Count(b => index >= b);

    /// <summary>The token of the class: n3 … z … p3.</summary>
    public static string Name(double index) => Tokens.ScaleNames[Class(index)];

    /// <summary>The classes as spans of a scale cut to ±limit, from the negative end up.</summary>
    public static IEnumerable<(string Name, double Low, double High)> Spans(double limit)
    {
        double[] ends = [-limit, .. Breaks.Where(b => Math.Abs(b) < limit), limit];
        for (var i = 0; i + 1 < ends.Length; i++)
            yield return (Name((ends[i] + ends[i + 1]) / 2), ends[i], ends[i + 1]);
    }
}

namespace Stance.Web.Tests.Charts;

/// <summary>Colours as people with a deficiency see them (Machado, Oliveira and Fernandes 2009, full severity), and CIEDE2000 between them.</summary>
internal static class ColourSight
{
    public static readonly double[][] Normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    public static readonly double[][] Protan =
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];

    public static readonly double[][] Deutan =
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];

    public static readonly double[][] Tritan =
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

    /// <summary>The least distance between any two, over normal sight and the three deficiencies.</summary>
    public static double Least(IReadOnlyList<string> colours) => new[] { Normal, Protan, Deutan, Tritan }
        .SelectMany(sight => Pairs(colours).Select(p => Distance(Lab(p.A, sight), Lab(p.B, sight))))
        .Min();

    private static IEnumerable<(string A, string B)> Pairs(IReadOnlyList<string> colours) =>
        from i in Enumerable.Range(0, colours.Count)
        from j in Enumerable.Range(i + 1, colours.Count - i - 1)
        select (colours[i], colours[j]);

    private static (double L, double A, double B) Lab(string hex, double[][] sight)
    {
        var linear = Colour.Linear(hex);
        var (r, g, b) = (Seen(sight[0], linear), Seen(sight[1], linear), Seen(sight[2], linear));
        var x = F(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        var y = F((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        var z = F(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Seen(double[] row, double[] linear) => Math.Clamp(row.Zip(linear, (m, c) => m * c).Sum(), 0, 1);

    private static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double Distance((double L, double A, double B) one, (double L, double A, double B) two)
    {
        var mean7 = Math.Pow((Chroma(one.A, one.B) + Chroma(two.A, two.B)) / 2, 7);
        var g = 0.5 * (1 - Math.Sqrt(mean7 / (mean7 + Math.Pow(25, 7))));
        var (a1, a2) = (one.A * (1 + g), two.A * (1 + g));
        var (c1, c2) = (Chroma(a1, one.B), Chroma(a2, two.B));
        var (h1, h2) = (Hue(a1, one.B), Hue(a2, two.B));
        var turn = c1 * c2 == 0 ? 0 : Math.IEEERemainder(h2 - h1, 360);
        var (dL, dC, dH) = (two.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Sin(turn / 2));
        var (meanL, meanC) = ((one.L + two.L) / 2, (c1 + c2) / 2);
        var meanH = c1 * c2 == 0 ? h1 + h2 : h1 + (turn / 2);
        var t = 1 - (0.17 * Cos(meanH - 30)) + (0.24 * Cos(2 * meanH)) + (0.32 * Cos((3 * meanH) + 6)) - (0.20 * Cos((4 * meanH) - 63));
        var sL = 1 + (0.015 * Math.Pow(meanL - 50, 2) / Math.Sqrt(20 + Math.Pow(meanL - 50, 2)));
        var (sC, sH) = (1 + (0.045 * meanC), 1 + (0.015 * meanC * t));
        var c7 = Math.Pow(meanC, 7);
        var around = ((meanH % 360) + 360) % 360;
        var rotation = -2 * Math.Sqrt(c7 / (c7 + Math.Pow(25, 7))) * Sin(60 * Math.Exp(-Math.Pow((around - 275) / 25, 2)));
        return Math.Sqrt(Math.Pow(dL / sL, 2) + Math.Pow(dC / sC, 2) + Math.Pow(dH / sH, 2) + (rotation * dC / sC * dH / sH));
    }

    private static double Chroma(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);
}

namespace Stance.Maps;

/// <summary>
/// The Equal Earth projection of the sphere: areas keep their proportion, parallels are straight.
/// Šavrič, Patterson and Jenny (2018), International Journal of Geographical Information Science 33(3).
/// </summary>
public static class EqualEarth
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;
    private static readonly double Root = Math.Sqrt(3) / 2;

    /// <summary>Half the width of the world in the projection's units.</summary>
    public static double HalfWidth { get; } = Project(180, 0).X;

    /// <summary>x grows to the east, y to the north; both in units of the sphere's radius.</summary>
    public static (double X, double Y) Project(double longitude, double latitude)
    {
        var (lambda, phi) = (longitude * Math.PI / 180, latitude * Math.PI / 180);
        var theta = Math.Asin(Root * Math.Sin(phi));
        var square = theta * theta;
        var sixth = square * square * square;
        var x = lambda * Math.Cos(theta) / (Root * (A1 + (3 * A2 * square) + (sixth * ((7 * A3) + (9 * A4 * square)))));
        return (x, theta * (A1 + (A2 * square) + (sixth * (A3 + (A4 * square)))));
    }
}

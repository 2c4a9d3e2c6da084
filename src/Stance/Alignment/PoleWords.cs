namespace Stance.Alignment;

/// <summary>The two poles of an axis in phrases.</summary>
public sealed record PoleWords(string Negative, string Positive)
{
    public static PoleWords Of(Axis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return new PoleWords(axis.NegativePole, axis.PositivePole);
    }

    /// <summary>"toward Moscow"; neither for zero.</summary>
    public string Toward(double value) => value < 0 ? $"toward {Negative}" : value > 0 ? $"toward {Positive}" : "toward neither";

    /// <summary>"Moscow’s side", "the side of Kyiv and its backers".</summary>
    public string SideOf(Side side) => side == Side.Negative ? Owned(Negative) : Owned(Positive);

    private static string Owned(string pole) => pole.Contains(' ', StringComparison.Ordinal) ? $"the side of {pole}" : $"{pole}’s side";
}

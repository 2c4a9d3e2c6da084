using System.Globalization;

namespace Stance.ViewStates;

/// <summary>Days after which an act weighs half; <see cref="None"/> = acts never fade.</summary>
public readonly record struct HalfLife
{
    private HalfLife(int days) => this.days = days;

    private readonly int days;

    public static HalfLife Default => new(180);

    public static HalfLife None => new(-1);

    /// <summary>The choices offered on screen.</summary>
    public static IReadOnlyList<HalfLife> Choices { get; } = [new(30), new(90), new(180), new(365), None];

    /// <summary>Days, or null when acts never fade. The value of <c>default</c> is 180 days.</summary>
    public int? Days => days switch { 0 => 180, < 0 => null, _ => days };

    /// <exception cref="FormatException">Not "none" and not a whole number of days from 1 to 3,650.</exception>
    public static HalfLife Parse(string text) => text switch
    {
        "none" => None,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650 => new(days),
        _ => throw new FormatException("The half-life is a number of days from 1 to 3650, or none."),
    };

    /// <summary>The factor by which a weight shrinks in one day: 2^(−1/h); 1 when acts never fade.</summary>
    public double DailyFactor => Days is { } h ? Math.Pow(2, -1.0 / h) : 1;

    /// <summary>The share of a weight left after <paramref name="elapsed"/> whole days: 2^(−elapsed/h).</summary>
    public double Left(int elapsed) => Days is { } h ? Math.Pow(2, -(double)elapsed / h) : 1;

    public bool Equals(HalfLife other) => Days == other.Days;

    public override int GetHashCode() => Days.GetHashCode();

    public override string ToString() => Days?.ToString(CultureInfo.InvariantCulture) ?? "none";
}

using System.Globalization;

namespace Stance.Wording;

/// <summary>Numbers as they stand on screen: a sign on every signed value, the true minus, fixed decimals. Files keep hyphen-minus and all digits.</summary>
public static class NumberWords
{
    public const char Minus = '\u2212';
    private const char NoBreakSpace = '\u00a0';

    private static readonly string[] Small =
    [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>+0.69, −4.87; a value that rounds to zero has no sign: 0.00.</summary>
    public static string WithSign(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded switch { 0 => digits, < 0 => Minus + digits, _ => "+" + digits };
    }

    public static string Index(double value) => WithSign(value, 2);

    public static string Contribution(double value) => WithSign(value, 3);

    public static string Flow(double value) => WithSign(value, 1);

    /// <summary>A score as coded: +7, −2.5, 0.</summary>
    public static string Score(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("0.##", CultureInfo.InvariantCulture);
        return rounded switch { 0 => digits, < 0 => Minus + digits, _ => "+" + digits };
    }

    /// <summary>A weight or confidence: 0.80, never signed.</summary>
    public static string Weight(double value) => value.ToString("N2", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary>"−1.27 to +2.65": a dash beside a minus cannot be read.</summary>
    public static string Range(double low, double high) => $"{Index(low)} to {Index(high)}";

    /// <summary>"28 t", with a space that does not break.</summary>
    public static string WithUnit(string number, string unit) => number + NoBreakSpace + unit;

    /// <summary>A text in which no line breaks between a number and its unit: "Flies 28 t of medicine".</summary>
    public static string KeepUnits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = text.ToCharArray();
        for (var i = 1; i < letters.Length - 1; i++)
        {
            var end = Array.FindIndex(letters, i + 1, c => !char.IsLetter(c) && c != '%');
            if (letters[i] == ' ' && char.IsDigit(letters[i - 1]) && (end < 0 ? letters.Length : end) - i is 2 or 3)
                letters[i] = NoBreakSpace;
        }
        return new string(letters);
    }

    /// <summary>"1 act", "2,000 acts".</summary>
    public static string Count(int number, string one, string? many = null) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)}{NoBreakSpace}{(number == 1 ? one : many ?? one + "s")}";

    /// <summary>"eight" up to twenty, then digits: 21.</summary>
    public static string InWords(int number) =>
        number >= 0 && number < Small.Length ? Small[number] : number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The first letter as a capital, for the start of a sentence.</summary>
    public static string Capital(string text) =>
        string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

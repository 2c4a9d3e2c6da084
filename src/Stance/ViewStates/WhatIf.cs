using System.Globalization;

namespace Stance.ViewStates;

/// <summary>
/// Numbers of the codebook assumed otherwise, for a line drawn beside the one that counts: the strength of the starting value
/// (k₀ of M1) and factors on the starting weight q·g of words and of deeds. Changes no number of the view's own line.
/// </summary>
/// <param name="PriorStrength">0.5 to 5; null = as in the codebook.</param>
/// <param name="Words">0 to 2; votes are words.</param>
/// <param name="Deeds">0 to 2.</param>
public sealed record WhatIf(double? PriorStrength = null, double Words = 1, double Deeds = 1)
{
    public const double LeastStrength = 0.5;
    public const double MostStrength = 5;
    public const double MostWeight = 2;

    public bool IsNothing => PriorStrength is null && Words == 1 && Deeds == 1;

    /// <summary>Reads "deeds:1.5,k0:1,words:0.5", in any order; null when every number is the codebook's own.</summary>
    /// <exception cref="FormatException">Another name, a name given twice, no number, or one outside its range.</exception>
    public static WhatIf? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (assumed, seen) = (new WhatIf(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var part in text.Split(','))
        {
            if (part.Split(':') is not [var name, var number])
                throw new FormatException("What is assumed reads like deeds:1.5,k0:1,words:0.5.");
            assumed = name switch
            {
                "k0" => assumed with { PriorStrength = Read(number, name, LeastStrength, MostStrength) },
                "words" => assumed with { Words = Read(number, name, 0, MostWeight) },
                "deeds" => assumed with { Deeds = Read(number, name, 0, MostWeight) },
                _ => throw new FormatException("What can be assumed is k0, words and deeds."),
            };
            if (!seen.Add(name))
                throw new FormatException($"\"{name}\" is assumed twice.");
        }
        return assumed.IsNothing ? null : assumed;
    }

    /// <summary>Without a strength that is the codebook's own; null when nothing is left.</summary>
    public WhatIf? Against(double codebookStrength)
    {
        var told = PriorStrength == codebookStrength ? this with { PriorStrength = null } : this;
        return told.IsNothing ? null : told;
    }

    public override string ToString() => string.Join(',', Parts());

    private IEnumerable<string> Parts()
    {
        if (Deeds != 1)
            yield return $"deeds:{Print(Deeds)}";
        if (PriorStrength is { } strength)
            yield return $"k0:{Print(strength)}";
        if (Words != 1)
            yield return $"words:{Print(Words)}";
    }

    private static double Read(string text, string name, double least, double most) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && Math.Round(number, 2) == number
            ? number
            : throw new FormatException($"\"{name}\" is a number from {Print(least)} to {Print(most)}, with at most two decimals.");

    private static string Print(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

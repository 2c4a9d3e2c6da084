using System.Globalization;

namespace Stance.ViewStates;

/// <summary>
/// Numbers of the codebook assumed otherwise, for a line drawn beside the one that counts: the strength of the starting value
/// (k₀ of M1), factors on base scores by family or kind of act, factors on the starting weight q·g of words, of deeds and of each class of
/// evidence, the expectation left off, and sources left out. Changes no number of the view's own line.
/// </summary>
/// <param name="PriorStrength">0.5 to 5; null = as in the codebook.</param>
/// <param name="Words">0 to 2; votes are words.</param>
/// <param name="Deeds">0 to 2.</param>
public sealed record WhatIf(double? PriorStrength = null, double Words = 1, double Deeds = 1)
{
    public const double LeastStrength = 0.5;
    public const double MostStrength = 5;
    public const double MostWeight = 2;
    public const int MostSources = 20;

    private const int MostParts = 100;

    private static readonly IReadOnlyDictionary<string, double> NoScores = new Dictionary<string, double>(0);
    private static readonly IReadOnlyDictionary<int, double> NoEvidence = new Dictionary<int, double>(0);

    /// <summary>0 to 2 on the base score b, by family ("DIP") or by kind of act ("DIP-UNV"); a kind's own stands in place of its family's.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = NoScores;

    /// <summary>0 to 2 on the starting weight of a class of evidence, by hundredths of its evidence weight g.</summary>
    public IReadOnlyDictionary<int, double> Evidence { get; init; } = NoEvidence;

    /// <summary>Scores stand without what an ally that withholds support adds to them.</summary>
    public bool IsWithoutExpectation { get; init; }

    /// <summary>Sources whose acts are left out where no other source tells of them.</summary>
    public IReadOnlyList<Guid> LeftOut { get; init; } = [];

    public bool IsNothing => !Parts().Any();

    /// <summary>The factor on the base score of a kind of act.</summary>
    public double ScoreOf(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Scores.TryGetValue(kind, out var own) ? own : Scores.GetValueOrDefault(FamilyOf(kind), 1);
    }

    public WhatIf WithScore(string code, double factor) => this with { Scores = With(Scores, code, factor) };

    public WhatIf WithoutScore(string code) => this with { Scores = Scores.Where(s => s.Key != code).ToDictionary() };

    public WhatIf WithEvidence(int hundredths, double factor) => this with { Evidence = With(Evidence, hundredths, factor) };

    /// <summary>Reads "DIP:0.5,HUM-AIDF:2,deeds:1.5,expectation:off,g0.7:0.5,k0:1,without:votes,words:0.5", in any order; null when every number is the codebook's own.</summary>
    /// <exception cref="FormatException">Another name, a name given twice, no number, or one outside its range.</exception>
    public static WhatIf? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (assumed, seen) = (new WhatIf(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var part in text.Split(',', MostParts + 1))
        {
            if (part.Split(':') is not [var name, var value])
                throw new FormatException("What is assumed reads like deeds:1.5,k0:1,words:0.5.");
            if (!seen.Add(name))
                throw new FormatException($"\"{(name.Length <= 20 ? name : name[..20] + "…")}\" is assumed twice.");
            assumed = assumed.Read(name, value);
        }
        return assumed.IsNothing ? null : assumed;
    }

    /// <summary>Without a strength that is the codebook's own; null when nothing is left.</summary>
    public WhatIf? Against(double codebookStrength)
    {
        var told = PriorStrength == codebookStrength ? this with { PriorStrength = null } : this;
        return told.IsNothing ? null : told;
    }

    /// <summary>One state, one text: names in their order, what changes nothing left out.</summary>
    public override string ToString() => string.Join(',', Parts().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{p.Value}"));

    private IEnumerable<(string Name, string Value)> Parts()
    {
        if (Deeds != 1)
            yield return ("deeds", Print(Deeds));
        if (PriorStrength is { } strength)
            yield return ("k0", Print(strength));
        if (Words != 1)
            yield return ("words", Print(Words));
        foreach (var (code, factor) in Scores.Where(s => s.Value != (IsFamily(s.Key) ? 1 : Scores.GetValueOrDefault(FamilyOf(s.Key), 1))))
            yield return (code, Print(factor));
        foreach (var (hundredths, factor) in Evidence.Where(e => e.Value != 1))
            yield return ($"g{Print(hundredths / 100.0)}", Print(factor));
        if (IsWithoutExpectation)
            yield return ("expectation", "off");
        if (LeftOut.Count > 0)
            yield return ("without", string.Join('.', LeftOut.Distinct().Select(SourceName.Print).Order(StringComparer.Ordinal)));
    }

    private WhatIf Read(string name, string value) => name switch
    {
        "k0" => this with { PriorStrength = Number(value, name, LeastStrength, MostStrength) },
        "words" => this with { Words = Factor(value, name) },
        "deeds" => this with { Deeds = Factor(value, name) },
        "expectation" => value == "off" ? this with { IsWithoutExpectation = true } : throw new FormatException("The expectation is off, or not named."),
        "without" => this with { LeftOut = Sources(value) },
        ['g', .. var weight] when Hundredths(weight) is { } hundredths => WithEvidence(hundredths, Factor(value, name)),
        _ when IsKind(name) => WithScore(name, Factor(value, name)),
        _ => throw new FormatException("What can be assumed is k0, words, deeds, expectation, without, a family or kind of act, and a class of evidence such as g0.7."),
    };

    private static List<Guid> Sources(string text)
    {
        var names = text.Split('.');
        return names.Length > MostSources
            ? throw new FormatException($"At most {MostSources} sources can be left out at once.")
            : [.. names.Select(SourceName.Parse).Distinct()];
    }

    /// <summary>0.01 to 1, written as it is printed.</summary>
    private static int? Hundredths(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var g) && g is > 0 and <= 1 && Print(g) == text
            ? (int)Math.Round(100 * g)
            : null;

    private static bool IsFamily(string code) => code.Length == 3;

    private static string FamilyOf(string code) => code[..3];

    private static bool IsKind(string name) =>
        name.Length is 3 or (> 4 and <= 20) && name[..3].All(char.IsAsciiLetterUpper)
        && (name.Length == 3 || (name[3] == '-' && name[4..].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))));

    private static double Factor(string text, string name) => Number(text, name, 0, MostWeight);

    private static double Number(string text, string name, double least, double most) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && Math.Round(number, 2) == number
            ? number
            : throw new FormatException($"\"{name}\" is a number from {Print(least)} to {Print(most)}, with at most two decimals.");

    private static Dictionary<T, double> With<T>(IReadOnlyDictionary<T, double> factors, T key, double factor) where T : notnull =>
        new(factors) { [key] = factor };

    private static string Print(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

namespace Stance.Events;

/// <summary>How a report is graded: the source's reliability A…F and the claim's credibility 1…6 (Admiralty scale).</summary>
public readonly record struct SourceGrade(char Reliability, int Credibility)
{
    private static readonly double[] SourceFactors = [1.00, 0.95, 0.80, 0.60, 0.30, 0.50];
    private static readonly double[] ClaimFactors = [1.00, 0.90, 0.75, 0.50, 0.20, 0.50];

    private static readonly string[] ReliabilityNames =
        ["completely reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable", "cannot be judged"];

    private static readonly string[] CredibilityNames =
        ["confirmed by others", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"];

    /// <summary>A 1.00, B 0.95, C 0.80, D 0.60, E 0.30, F (cannot judge) 0.50.</summary>
    public double SourceFactor => SourceFactors[Reliability - 'A'];

    /// <summary>1 1.00, 2 0.90, 3 0.75, 4 0.50, 5 0.20, 6 (cannot judge) 0.50.</summary>
    public double ClaimFactor => ClaimFactors[Credibility - 1];

    /// <summary>r: source factor × claim factor.</summary>
    public double Factor => SourceFactor * ClaimFactor;

    public static bool IsReliability(string? text) => text is [>= 'A' and <= 'F'];

    public static bool IsCredibility(int number) => number is >= 1 and <= 6;

    /// <summary>"usually reliable".</summary>
    public static string NameOfReliability(char letter) => ReliabilityNames[letter - 'A'];

    /// <summary>"probably true".</summary>
    public static string NameOfCredibility(int number) => CredibilityNames[number - 1];

    public override string ToString() => $"{Reliability}{Credibility}";
}

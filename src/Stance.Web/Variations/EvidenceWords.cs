using Stance.Wording;

namespace Stance.Web.Variations;

/// <summary>The classes of evidence in plain words, by hundredths of their weight.</summary>
public static class EvidenceWords
{
    /// <summary>"pledges and statements".</summary>
    public static string Of(int hundredths) => hundredths switch
    {
        100 => "material and legal acts, recorded votes",
        70 => "pledges and statements",
        50 => "acts reported or left undone",
        30 => "single elite voices",
        20 => "evasive answers",
        _ => $"evidence of weight {NumberWords.Weight(hundredths / 100.0)}",
    };

    public static string Capital(int hundredths) => NumberWords.Capital(Of(hundredths));
}

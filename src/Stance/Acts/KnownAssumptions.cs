using Stance.Codebook;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>What is assumed, held against the codebook in force and the sources on file.</summary>
public static class KnownAssumptions
{
    /// <summary>Without what the register does not know and without a strength that is the codebook's own; null when nothing is left.</summary>
    public static WhatIf? Of(WhatIf assumed, Register register)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(register);
        return (assumed with
        {
            Scores = assumed.Scores.Where(s => IsKind(s.Key, register.Codebook)).ToDictionary(),
            Evidence = assumed.Evidence.Where(e => IsClass(e.Key, register.Codebook)).ToDictionary(),
            LeftOut = [.. assumed.LeftOut.Where(register.Sources.ContainsKey)],
        }).Against(register.Codebook.PriorStrength);
    }

    public static IEnumerable<ViewStateProblem> Unknown(WhatIf assumed, Register register)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(register);
        foreach (var code in assumed.Scores.Keys.Where(code => !IsKind(code, register.Codebook)))
            yield return new("whatIf", $"There is no kind or family of acts \"{code}\" in the codebook.");
        foreach (var hundredths in assumed.Evidence.Keys.Where(g => !IsClass(g, register.Codebook)))
            yield return new("whatIf", $"The codebook has no class of evidence of weight {Wording.NumberWords.Weight(hundredths / 100.0)}.");
        if (assumed.LeftOut.Count(s => !register.Sources.ContainsKey(s)) is > 0 and var count)
            yield return new("whatIf", $"{Wording.NumberWords.Capital(Wording.NumberWords.Count(count, "source"))} left out {(count == 1 ? "is" : "are")} not on file.");
    }

    private static bool IsKind(string code, CodebookVersion codebook) => codebook.Types.Any(t => t.Code == code || t.FamilyCode == code);

    private static bool IsClass(int hundredths, CodebookVersion codebook) => codebook.EvidenceClasses.Contains(hundredths);
}

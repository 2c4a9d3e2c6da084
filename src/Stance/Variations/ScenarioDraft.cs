using Stance.Acts;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Variations;

/// <summary>Assumptions about to be saved under a name.</summary>
/// <param name="Id">Made by the sender, so that a repeated call saves once.</param>
public sealed record ScenarioDraft(Guid Id, string Name, WhatIf? Assumed, HalfLife HalfLife, bool IsShared)
{
    /// <summary>What hinders saving it, in plain words; null when nothing does.</summary>
    public string? Problem(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return ProblemOf(Name)
            ?? (Assumed is null ? null : KnownAssumptions.Unknown(Assumed, register).Select(p => p.Message).FirstOrDefault())
            ?? ((Assumed is null || KnownAssumptions.Of(Assumed, register) is null) && HalfLife == HalfLife.Default
                ? "Nothing is assumed: every number is the codebook's own." : null);
    }

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? ProblemOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = name.Trim();
        return trimmed.Length == 0 ? "Give the scenario a name."
            : trimmed.Length > Scenario.LongestName ? $"A name has at most {Scenario.LongestName} characters; this one has {trimmed.Length:N0}."
            : PlainText.FirstRefused(trimmed, lines: false) is { } refused ? $"Remove the invisible character {refused.Name} from the name."
            : null;
    }
}

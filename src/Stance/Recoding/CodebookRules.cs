using Stance.Acts;
using Stance.Events;
using Stance.ViewStates;

namespace Stance.Recoding;

/// <summary>The rules a new version of the codebook keeps, the same as the database's checks; each breach says what to do at its field.</summary>
public static class CodebookRules
{
    private const int LongestNote = 2000;

    public static IReadOnlyList<RuleBreach> Check(CodebookDraft draft, Register register)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        if (draft.From != register.Codebook.Version)
            check.Add("", "moved", $"Codebook {register.Codebook.Version} came into force meanwhile. Start again from it.");
        if (!ViewStateUrl.IsVersion(draft.Version))
            check.Add("version", "name", "Give the version a name of numbers and points, such as 1.1.");
        else if (draft.Version == register.Codebook.Version || register.Codebooks.Any(c => c.Codebook.Version == draft.Version))
            check.Add("version", "taken", $"There is a codebook {draft.Version} already. Choose the next name.");
        if (string.IsNullOrWhiteSpace(draft.Note) || draft.Note.Length > LongestNote)
            check.Add("note", "required", "Say in up to 2,000 characters why the codebook changes.");
        Number(check, "sigma", draft.Sigma, double.Epsilon, 20, "σ is above 0 and at most 20.");
        Number(check, "priorStrength", draft.PriorStrength, double.Epsilon, 100, "k₀ is above 0 and at most 100.");
        KindRules.Check(check, draft, register.Codebook);
        foreach (var twice in draft.Variants.GroupBy(v => (v.Type, v.Variant)).Where(g => g.Count() > 1))
            check.Add($"variants.{twice.Key.Type}.{twice.Key.Variant}", "twice", "Its numbers are given twice: keep one.");
        foreach (var twice in draft.Weights.GroupBy(w => (w.Axis, w.Kind)).Where(g => g.Count() > 1))
            check.Add($"weights.{twice.Key.Axis}.{twice.Key.Kind}", "twice", "Its weight is given twice: keep one.");
        foreach (var variant in draft.Variants)
            Check(check, variant, register);
        foreach (var weight in draft.Weights)
        {
            var field = $"weights.{weight.Axis}.{weight.Kind}";
            if (!register.Axes.ContainsKey(weight.Axis) || register.Ties.Kinds.All(k => k.Code != weight.Kind))
                check.Add(field, "unknown", "There is no such kind of tie, or no such axis.");
            Number(check, field, weight.Weight, -8, 8, "The weight of a tie lies between −8 and +8.");
        }
        if (check.Breaches.Count == 0 && IsUnchanged(draft, register))
            check.Add("", "unchanged", "Nothing is changed yet. Change at least one number or word.");
        return check.Breaches;
    }

    /// <summary>The day an announced codebook comes into force: after today (UTC), within five years.</summary>
    public static IReadOnlyList<RuleBreach> CheckDay(DateOnly day, DateTimeOffset now)
    {
        var check = new RuleCheck();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (day <= today || day > today.AddYears(5))
            check.Add("day", "range", "Name a day after today, within five years, or none to publish at once.");
        return check.Breaches;
    }

    /// <summary>00:00 UTC of the day.</summary>
    public static DateTimeOffset InstantOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static void Check(RuleCheck check, VariantNumbers numbers, Register register)
    {
        var field = $"variants.{numbers.Type}.{numbers.Variant}";
        if (register.Codebook.Find(numbers.Type)?.FindVariant(numbers.Variant) is null)
            check.Add(field, "unknown", "There is no such kind in the codebook.");
        Numbers(check, field, numbers);
    }

    internal static void Numbers(RuleCheck check, string field, VariantNumbers numbers)
    {
        Number(check, $"{field}.low", numbers.Low, -10, 10, "The range lies between −10 and +10.");
        Number(check, $"{field}.high", numbers.High, -10, 10, "The range lies between −10 and +10.");
        if (!(numbers.Low <= numbers.Base && numbers.Base <= numbers.High))
            check.Add($"{field}.base", "range", "The base score lies within its range.");
        Number(check, $"{field}.evidenceWeight", numbers.EvidenceWeight, 0, 1, "The weight of evidence lies between 0 and 1.");
    }

    private static bool IsUnchanged(CodebookDraft draft, Register register) => CodebookDiff.Between(
        register.Codebook, register.Ties.AllWeights, draft.Over(register.Codebook), draft.Over(register.Ties.AllWeights), register).IsEmpty;

    internal static void Number(RuleCheck check, string field, double value, double least, double most, string message)
    {
        if (!(value >= least && value <= most))
            check.Add(field, "range", message);
    }
}

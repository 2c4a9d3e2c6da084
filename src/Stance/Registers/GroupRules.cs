using System.Text.RegularExpressions;
using Stance.Acts;
using Stance.Events;

namespace Stance.Registers;

/// <summary>What countries are put into: blocs, or kinds of tie.</summary>
public enum GroupRegister
{
    Bloc,
    TieKind,
}

/// <summary>A bloc or a kind of tie as somebody typed it.</summary>
/// <param name="Alliance">"yes" or "no", of a kind of tie: whether its holders are formal allies.</param>
public sealed record GroupDraft(string? Code, string? Name, string? Alliance);

/// <summary>A bloc or a kind of tie.</summary>
/// <param name="IsAlliance">Null = a bloc.</param>
public sealed record Group(string Code, string Name, bool? IsAlliance)
{
    public IReadOnlyList<(string Field, string? Says)> Fields => IsAlliance is { } binds ? [Named, ("formal alliance", binds ? "yes" : "no")] : [Named];

    private (string, string?) Named => ("name", Name);
}

/// <summary>What a bloc and a kind of tie must be called. A code stays for good: addresses and ties carry it.</summary>
public static partial class GroupRules
{
    public const int LongestName = 80;

    public static (Group? Group, IReadOnlyList<RuleBreach> Breaches) CheckNew(GroupDraft draft, GroupRegister kind, Register register, string? reason)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        var code = NewCode(check, draft.Code, kind, register);
        var name = Name(check, draft.Name, code, kind, register);
        if (kind == GroupRegister.TieKind && draft.Alliance is not ("yes" or "no"))
            check.Add("alliance", "choice", "Say whether the tie is a formal alliance.");
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (new Group(code!, name!, kind == GroupRegister.TieKind ? draft.Alliance == "yes" : null), []);
    }

    public static (Group? Group, IReadOnlyList<RuleBreach> Breaches) CheckName(Group held, string? typed, GroupRegister kind, Register register, string? reason)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        var name = Name(check, typed, held.Code, kind, register);
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        if (name == held.Name)
            check.Add("name", "same", "This is its name already. Change it, or leave it as it is.");
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (held with { Name = name! }, []);
    }

    /// <summary>Every bloc, or every kind of tie, by name.</summary>
    public static IReadOnlyList<Group> All(GroupRegister kind, Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var groups = kind == GroupRegister.Bloc
            ? register.Blocs.Values.Select(b => new Group(b.Code, b.Name, null))
            : register.Ties.Kinds.Select(k => new Group(k.Code, k.Name, k.IsAlliance));
        return [.. groups.OrderBy(g => g.Name, StringComparer.Ordinal)];
    }

    private static string? NewCode(RuleCheck check, string? typed, GroupRegister kind, Register register)
    {
        var code = typed?.Trim().ToUpperInvariant() ?? "";
        if (!Code().IsMatch(code))
            check.Add("code", "code", "Enter 2 to 20 letters, digits or _, a letter first, such as QUAD.");
        else if (All(kind, register).FirstOrDefault(g => g.Code == code) is { } other)
            check.Add("code", "onFile", $"{code} is the code of {other.Name}. Correct its name, or enter another code.");
        // Readers choose countries and blocs from one list, by name or code.
        else if (kind == GroupRegister.Bloc && register.Countries.Values.FirstOrDefault(c => c.Code.Value == code) is { } country)
            check.Add("code", "country", $"{code} is the code of {country.Name}. Enter another.");
        else
            return code;
        return null;
    }

    private static string? Name(RuleCheck check, string? typed, string? code, GroupRegister kind, Register register)
    {
        var name = check.Line("name", typed, LongestName, "the name", required: true);
        if (All(kind, register).FirstOrDefault(g => g.Code != code && string.Equals(g.Name, name, StringComparison.OrdinalIgnoreCase)) is { } other)
            check.Add("name", "onFile", $"{other.Code} has this name. Enter one that tells the two apart.");
        return name;
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{1,19}\z")]
    private static partial Regex Code();
}

using System.Globalization;
using Stance.Acts;
using Stance.Alignment;
using Stance.Events;

namespace Stance.Registers;

/// <summary>Who shall stand on a side of an axis, as somebody typed it; days as a file holds them.</summary>
/// <param name="Weight">From −1, wholly on the negative side, to +1, wholly on the positive one.</param>
public sealed record SideDraft(string? Country, string? Weight, string? From, string? Until, string? Source);

/// <summary>An axis in its words, as somebody typed them.</summary>
public sealed record AxisDraft(string? Name, string? NegativePole, string? PositivePole, string? Description);

/// <summary>What an axis must be called, and who may stand on its sides.</summary>
public static class SideRules
{
    public const int LongestWords = 80;
    public const int LongestDescription = 500;

    public static (AxisMember? Member, IReadOnlyList<RuleBreach> Breaches) CheckNew(SideDraft draft, Axis axis, Register register, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(axis);
        var (spell, breaches) = SpellRules.CheckNew(new SpellDraft(draft.Country, axis.Code, draft.From, draft.Until, draft.Source), SpellRegister.Side, register, today);
        if (Number(draft.Weight) is { } weight)
            return spell is null ? (null, breaches) : (new AxisMember(spell.Country, weight, spell.From, spell.Until, spell.Source), []);
        return (null, [.. breaches, new RuleBreach("weight", "number", $"Enter a number from −1, wholly on the side of {axis.NegativePole}, to +1, wholly on the side of {axis.PositivePole}.")]);
    }

    /// <param name="source">What ended it, as its source says; joins the source it stands with.</param>
    public static (AxisMember? Ended, IReadOnlyList<RuleBreach> Breaches) CheckEnd(AxisMember member, string? until, string? source, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(member);
        var (ended, breaches) = SpellRules.CheckEnd(new DatedSpell(member.Country, "", member.From, member.Until, member.Source), until, source, today);
        return ended is null ? (null, breaches) : (member with { Until = ended.Until, Source = ended.Source }, []);
    }

    public static (AxisDraft? Words, IReadOnlyList<RuleBreach> Breaches) CheckWords(AxisDraft draft, Axis axis, Register register, string? reason)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        var name = check.Line("name", draft.Name, LongestWords, "the name", required: true);
        var negative = check.Line("negativePole", draft.NegativePole, LongestWords, "the negative side", required: true);
        var positive = check.Line("positivePole", draft.PositivePole, LongestWords, "the positive side", required: true);
        var description = check.Line("description", draft.Description, LongestDescription, "what the axis says", required: true);
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        if (negative is not null && negative == positive)
            check.Add("positivePole", "same", "Name the two sides differently.");
        if (register.Axes.Values.Any(a => a.Code != axis.Code && a.Name == name))
            check.Add("name", "onFile", "Another axis has this name. Enter one that tells the two apart.");
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (new AxisDraft(name, negative, positive, description), []);
    }

    public static IReadOnlyList<(string Field, string? Says)> Fields(AxisDraft words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [("name", words.Name), ("negative side", words.NegativePole), ("positive side", words.PositivePole), ("description", words.Description)];
    }

    /// <summary>"−1 from 24 February 2022 on (Codebook 1.0)".</summary>
    public static string Words(AxisMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"{Wording.NumberWords.Score(member.Weight)} {SpellRules.Words(new DatedSpell(member.Country, "", member.From, member.Until, member.Source))} ({member.Source})";
    }

    private static double? Number(string? typed) =>
        double.TryParse(typed?.Trim().Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= -1 and <= 1
            ? number + 0.0
            : null;
}

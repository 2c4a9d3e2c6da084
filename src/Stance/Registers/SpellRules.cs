using Stance.Acts;
using Stance.Countries;
using Stance.Events;

namespace Stance.Registers;

/// <summary>Which register a spell stands in: a country's tie of a kind, its membership of a bloc, or its side on an axis.</summary>
public enum SpellRegister
{
    Tie,
    Membership,
    Side,
}

/// <summary>A spell as somebody typed it; days as a file holds them.</summary>
/// <param name="Group">The code of the kind of tie, or of the bloc.</param>
/// <param name="Until">The first day it no longer holds; null = in force.</param>
public sealed record SpellDraft(string? Country, string? Group, string? From, string? Until, string? Source);

/// <summary>One country's spell in a group, with its source in words.</summary>
public sealed record DatedSpell(CountryCode Country, string Group, DateOnly From, DateOnly? Until, string Source);

/// <summary>What a tie or a membership must be, and how one ends.</summary>
public static class SpellRules
{
    public const int LongestSource = 300;

    public static (DatedSpell? Spell, IReadOnlyList<RuleBreach> Breaches) CheckNew(SpellDraft draft, SpellRegister kind, Register register, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        CountryCode? country = CountryCode.TryParse(draft.Country?.Trim() ?? "", out var code) && register.Countries.ContainsKey(code) ? code : null;
        if (country is null)
            check.Add("country", "unknown", "Choose a country.");
        var group = Groups(kind, register).FirstOrDefault(g => g.Code == draft.Group);
        if (group.Code is null)
            check.Add("group", "unknown", kind switch { SpellRegister.Tie => "Choose what kind of tie it is.", SpellRegister.Side => "Choose an axis.", _ => "Choose a bloc." });
        var from = check.PastDay("from", draft.From, today, required: true);
        var until = check.PastDay("until", draft.Until, today, required: false);
        if (until <= from)
            check.Add("until", "order", "Enter a day after the first, or leave it empty while it holds.");
        var source = check.Line("source", draft.Source, LongestSource, "the treaty or record it rests on", required: true);
        if (check.Breaches.Count > 0)
            return (null, check.Breaches);
        var spell = new DatedSpell(country!.Value, group.Code!, from!.Value, until, source!);
        if (Spells(kind, register).FirstOrDefault(s => s.Country == spell.Country && s.Group == spell.Group && Overlap(s, spell)) is { } other)
            check.Add("from", "overlap", $"{register.NameOf(spell.Country)} and {group.Name} are on file {Words(other)} already. {(other.Until is null ? "End that first, or choose days before it." : "Choose days outside it.")}");
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (spell, []);
    }

    /// <param name="source">What ended it, as its source says; joins the source of the spell.</param>
    public static (DatedSpell? Ended, IReadOnlyList<RuleBreach> Breaches) CheckEnd(DatedSpell spell, string? until, string? source, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(spell);
        var check = new RuleCheck();
        var end = check.PastDay("until", until, today, required: true);
        if (end <= spell.From)
            check.Add("until", "order", $"Enter a day after {DateText.Words(spell.From)}, when it began.");
        var ended = check.Line("source", source, LongestSource, "what ended it", required: true);
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (spell with { Until = end, Source = $"{spell.Source}; {ended}" }, []);
    }

    /// <summary>Every kind of tie, or every bloc, by name.</summary>
    public static IEnumerable<(string Code, string Name)> Groups(SpellRegister kind, Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return (kind switch
        {
            SpellRegister.Tie => register.Ties.Kinds.Select(k => (k.Code, k.Name)),
            SpellRegister.Side => register.Axes.Values.Select(a => (a.Code, a.Name)),
            _ => register.Blocs.Values.Select(b => (b.Code, b.Name)),
        }).OrderBy(g => g.Name, StringComparer.Ordinal);
    }

    /// <summary>Every spell on file, by country and day.</summary>
    public static IReadOnlyList<DatedSpell> Spells(SpellRegister kind, Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return [.. (kind switch
        {
            SpellRegister.Tie => register.Countries.Keys.SelectMany(register.Ties.Of).Select(t => new DatedSpell(t.Country, t.Kind, t.From, t.Until, t.Source)),
            SpellRegister.Side => register.Axes.Values.SelectMany(a => a.Members.Select(m => new DatedSpell(m.Country, a.Code, m.From, m.Until, m.Source))),
            _ => register.Blocs.Values.SelectMany(b => b.Memberships.Select(m => new DatedSpell(m.Country, b.Code, m.From, m.Until, m.Source))),
        }).OrderBy(s => register.NameOf(s.Country), StringComparer.Ordinal).ThenBy(s => s.Group, StringComparer.Ordinal).ThenBy(s => s.From)];
    }

    /// <summary>"from 7 October 2002 on", "from 15 May 1992 until 2 April 1999".</summary>
    public static string Words(DatedSpell spell)
    {
        ArgumentNullException.ThrowIfNull(spell);
        var from = spell.From == DateOnly.MinValue ? "from the beginning" : $"from {DateText.Words(spell.From)}";
        return spell.Until is { } until ? $"{from} until {DateText.Words(until)}" : $"{from} on";
    }

    private static bool Overlap(DatedSpell one, DatedSpell other) =>
        (other.Until is null || one.From < other.Until) && (one.Until is null || other.From < one.Until);
}

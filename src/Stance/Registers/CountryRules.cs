using Stance.Acts;
using Stance.Countries;
using Stance.Events;

namespace Stance.Registers;

/// <summary>What a country of the register must be, and by what else it may go.</summary>
public static class CountryRules
{
    public const int LongestName = 80;
    public const int LongestDispute = 300;

    private static readonly string[] KindsRead = ["name", "official name", "misprint"];

    /// <summary>What another name or code can be.</summary>
    public static IReadOnlyList<(string Code, string Name)> AliasKinds { get; } =
    [
        ("name", "Name"), ("official name", "Official name"), ("misprint", "Misprint in a record"), ("adjective", "Adjective"), ("seat of government", "Seat of government"),
        ("iso2", "ISO letters"), ("iso numeric", "M49 number"), ("cow", "Correlates of War number"), ("cow letters", "Correlates of War letters"),
        ("gleditsch-ward", "Gleditsch and Ward number"), ("fips", "FIPS code"),
    ];

    /// <param name="held">What is corrected; null = it is added.</param>
    /// <param name="all">Every country on file.</param>
    public static (CountryFacts? Country, IReadOnlyList<RuleBreach> Breaches) Check(
        CountryDraft draft, CountryFacts? held, IReadOnlyList<CountryFacts> all, string? reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(all);
        var check = new RuleCheck();
        var code = held?.Code ?? NewCode(check, draft.Code, all);
        var name = check.Line("name", draft.Name, LongestName, "the name", required: true);
        var official = check.Line("officialName", draft.OfficialName, LongestName, "the official name");
        var region = string.IsNullOrWhiteSpace(draft.Region) ? null : draft.Region;
        if (region is not null && all.All(c => c.Region != region))
            check.Add("region", "unknown", "Choose a region, or leave it open.");
        var iso2 = Digits(check, "iso2", draft.Iso2, "two capital letters such as KZ", t => t.Length == 2 && t.All(char.IsAsciiLetterUpper));
        var m49 = Digits(check, "m49", draft.M49, "three digits such as 398", t => t.Length == 3 && t.All(char.IsAsciiDigit));
        var cow = Digits(check, "cow", draft.Cow, "one to three digits such as 705", t => t.Length <= 3 && t.All(char.IsAsciiDigit));
        var from = check.PastDay("from", draft.From, today, required: false);
        var until = check.PastDay("until", draft.Until, today, required: false);
        if (until <= from)
            check.Add("until", "order", "Enter a day after the first, or leave it empty while it exists.");
        var seats = Seats(check, draft.Seats, today);
        var dispute = check.Line("dispute", draft.Dispute, LongestDispute, "what is disputed");
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        if (check.Breaches.Count > 0)
            return (null, check.Breaches);
        var country = new CountryFacts(code!.Value, name!, official, region, iso2, m49, cow, from, until, seats, dispute);
        foreach (var other in all.Where(c => c.Code != country.Code))
            Apart(check, country, other);
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (country, []);
    }

    /// <param name="register">Says by what names other countries go.</param>
    public static (string? Alias, IReadOnlyList<RuleBreach> Breaches) CheckAlias(
        CountryFacts country, IEnumerable<(string Kind, string Alias)> held, string? kind, string? alias, string? reason, Register register)
    {
        ArgumentNullException.ThrowIfNull(country);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        if (AliasKinds.All(k => k.Code != kind))
            check.Add("kind", "unknown", "Choose what it is.");
        var text = check.Line("alias", alias, LongestName, "the name or code", required: true);
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        if (check.Breaches.Count > 0)
            return (null, check.Breaches);
        if (held.Any(h => h.Kind == kind && h.Alias == text))
            check.Add("alias", "onFile", $"{country.Name} goes by this already.");
        // A name in a record must stand for one state; "Guinea" read as two would stop every roll call.
        else if (KindsRead.Contains(kind) && register.Countries.Values.FirstOrDefault(c => c.Code != country.Code && c.ValidTo is null && GoesBy(c, text!)) is { } other)
            check.Add("alias", "taken", $"{other.Name} goes by this name. Enter one that stands for {country.Name} alone.");
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (text, []);
    }

    private static CountryCode? NewCode(RuleCheck check, string? typed, IReadOnlyList<CountryFacts> all)
    {
        if (!CountryCode.TryParse(typed?.Trim(), out var code))
            check.Add("code", "code", "Enter its three letters of ISO 3166-1, such as KAZ.");
        else if (all.FirstOrDefault(c => c.Code == code) is { } other)
            check.Add("code", "onFile", $"{code} is {other.Name}. Correct that, or enter another code.");
        else
            return code;
        return null;
    }

    private static void Apart(RuleCheck check, CountryFacts country, CountryFacts other)
    {
        if (CountrySearch.Plain(country.Name) == CountrySearch.Plain(other.Name))
            check.Add("name", "onFile", $"{other.Name} ({other.Code}) is on file. Enter a name that tells the two apart.");
        if (!country.ExistedBeside(other))
            return;
        foreach (var (field, own, its) in new[] { ("iso2", country.Iso2, other.Iso2), ("m49", country.M49, other.M49), ("cow", country.Cow, other.Cow) })
        {
            if (own is not null && own == its)
                check.Add(field, "onFile", $"{own} is {other.Name}. Enter another, or leave it empty.");
        }
    }

    private static bool GoesBy(Country country, string name) =>
        country.OtherNames.Append(country.Name).Append(country.OfficialName).Any(n => CountrySearch.Plain(n) == CountrySearch.Plain(name));

    private static string? Digits(RuleCheck check, string field, string? text, string what, Func<string, bool> isRight)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!isRight(text.Trim()))
            check.Add(field, "code", $"Enter {what}, or leave it empty.");
        return text.Trim();
    }

    private static IReadOnlyList<Spell> Seats(RuleCheck check, string? typed, DateOnly today)
    {
        var seats = new List<Spell>();
        foreach (var part in (typed ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(" until ", StringSplitOptions.TrimEntries);
            DateOnly? until = null;
            if (!DateText.TryParseIso(DateText.ToIso(ends[0]), out var from) || from > today || ends.Length > 2 || (seats.Count > 0 && !(seats[^1].Until <= from)))
                return Refuse();
            if (ends.Length == 2)
            {
                if (!DateText.TryParseIso(DateText.ToIso(ends[1]), out var end) || end <= from || end > today)
                    return Refuse();
                until = end;
            }
            seats.Add(new Spell(from, until));
        }
        return seats;

        IReadOnlyList<Spell> Refuse()
        {
            check.Add("seats", "days", "Enter days such as “2 March 1992”, or “1 May 1951 until 3 June 1960; 2 March 1992”, in order, or leave it empty.");
            return [];
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Stance.Texts;

/// <summary>What a number in a text counts.</summary>
public enum MeasureUnit
{
    Tonnes,
    Troops,
    People,
    Flights,
    Money,
    PerCent,
    Days,
}

/// <summary>A number with its unit.</summary>
/// <param name="Currency">Three letters, for money.</param>
/// <param name="About">"more than", "about": the text does not say it exactly.</param>
/// <param name="Noun">What is counted or carried: "medicine" of "28 tons of medicine", "diplomats".</param>
public sealed record NumberMention(TextSpan Span, string Words, double Value, MeasureUnit Unit, string? Currency = null, string? About = null, string? Noun = null);

/// <summary>
/// Finds numbers with units in English news prose: weights in tonnes, troops, people, flights and aircraft, money with its currency, shares, days.
/// Figures and words up to twelve, thousands separators, million and billion. Tons are read as tonnes, as agencies write them; a number without a
/// unit says nothing here. Patterns in the manner of rule-based quantity tagging (Roy, Vieira and Roth 2015).
/// </summary>
public static partial class NumberMentions
{
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD",
        ["US$"] = "USD",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₸"] = "KZT",
        ["₽"] = "RUB",
        ["₴"] = "UAH",
        ["dollar"] = "USD",
        ["euro"] = "EUR",
        ["pound"] = "GBP",
        ["yen"] = "JPY",
        ["yuan"] = "CNY",
        ["tenge"] = "KZT",
        ["ruble"] = "RUB",
        ["rouble"] = "RUB",
        ["hryvnia"] = "UAH",
        ["lira"] = "TRY",
        ["rupee"] = "INR",
        ["zloty"] = "PLN",
        ["franc"] = "CHF",
        ["krona"] = "SEK",
        ["USD"] = "USD",
        ["EUR"] = "EUR",
        ["GBP"] = "GBP",
        ["KZT"] = "KZT",
        ["RUB"] = "RUB",
        ["UAH"] = "UAH",
        ["CNY"] = "CNY",
        ["JPY"] = "JPY",
        ["CHF"] = "CHF",
    };

    private const string Figure =
        @"(?:(?<about>[Mm]ore\sthan|[Oo]ver|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Aa]t\sleast|[Uu]p\sto|[Ss]ome|[Aa]pproximately|[Ff]ewer\sthan|[Ll]ess\sthan)\s(?:an?\sadditional\s)?)?";

    private const string Amount =
        @"(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)(?:[\s-]?(?<scale>thousand|million|billion|trillion|mln|bln|[mbk]n?)\b)?";

    public static IReadOnlyList<NumberMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<NumberMention>();
        Add(MoneySign(), MeasureUnit.Money);
        Add(MoneyWord(), MeasureUnit.Money);
        Add(Share(), MeasureUnit.PerCent);
        Add(Weight(), MeasureUnit.Tonnes);
        Add(Forces(), MeasureUnit.Troops);
        Add(Flying(), MeasureUnit.Flights);
        Add(Persons(), MeasureUnit.People);
        Add(Lasting(), MeasureUnit.Days);
        Add(OneAircraft(), MeasureUnit.Flights);
        return [.. found.OrderBy(f => f.Span.From)];

        void Add(Regex pattern, MeasureUnit unit)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var span = new TextSpan(match.Index, match.Index + match.Length);
                if (found.Exists(f => f.Span.Touches(span)))
                    continue;
                var factor = match.Groups["kilo"].Success ? 0.001 : match.Groups["weeks"].Success ? 7 : 1;
                found.Add(new NumberMention(
                    span, match.Value.Trim(), Value(match) * factor, unit,
                    match.Groups["currency"] is { Success: true } money ? Currencies.GetValueOrDefault(Singular(money.Value)) : null,
                    match.Groups["about"] is { Success: true } about ? about.Value.ToLowerInvariant() : null,
                    match.Groups["noun"] is { Success: true } noun ? noun.Value : null));
            }
        }
    }

    private static double Value(Match match)
    {
        if (!match.Groups["number"].Success)
            return 1;
        var number = match.Groups["number"].Value.ToLowerInvariant();
        var value = Array.IndexOf(Small, number) is >= 0 and var word
            ? word
            : double.Parse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return value * match.Groups["scale"].Value switch
        {
            "thousand" or "k" => 1e3,
            "million" or "mln" or "m" or "mn" => 1e6,
            "billion" or "bln" or "b" or "bn" => 1e9,
            "trillion" => 1e12,
            _ => 1,
        };
    }

    private static string Singular(string currency) => currency.Length > 3 && currency[^1] == 's' ? currency[..^1] : currency;

    [GeneratedRegex(Figure + @"(?<currency>US\$|[$€£¥₸₽₴])\s?" + Amount)]
    private static partial Regex MoneySign();

    [GeneratedRegex(Figure + @"\b" + Amount + @"\s(?:U\.?S\.?\s|American\s|Russian\s|Kazakh\s)?(?<currency>dollars?|euros?|pounds?|yen|yuan|tenge|rubles?|roubles?|hryvnias?|lira|rupees?|zloty|francs?|kronas?|USD|EUR|GBP|KZT|RUB|UAH|CNY|JPY|CHF)\b")]
    private static partial Regex MoneyWord();

    [GeneratedRegex(Figure + @"\b" + Amount + @"(?:\s?%|\sper\s?cent\b)")]
    private static partial Regex Share();

    [GeneratedRegex(Figure + @"\b" + Amount + @"[\s-](?:metric\s)?(?:tonnes?|tons?|(?<kilo>kg|kilos?|kilograms?)|t)\b(?:\sof\s(?<noun>(?!the\b|a\b)\p{Ll}+(?:\s(?:and\s)?(?:aid|supplies|equipment|food|goods|medicine|medicines|flour))?))?")]
    private static partial Regex Weight();

    [GeneratedRegex(Figure + @"\b" + Amount + @"\s(?:\p{L}+\s){0,2}?(?<noun>troops|soldiers|servicemen|peacekeepers|paratroopers|servicepeople|military\spersonnel)\b")]
    private static partial Regex Forces();

    [GeneratedRegex(Figure + @"\b" + Amount + @"\s(?:\p{L}+\s){0,2}?(?<noun>flights|flight|aircraft|planes|plane|convoys|convoy|sorties|planeloads|trucks)\b")]
    private static partial Regex Flying();

    [GeneratedRegex(Figure + @"\b" + Amount + @"\s(?:\p{L}+\s){0,2}?(?<noun>people|persons|refugees|diplomats|officials|civilians|citizens|evacuees|prisoners|protesters|demonstrators|children|students|employees|staff|envoys|men|women)\b")]
    private static partial Regex Persons();

    [GeneratedRegex(Figure + @"\b" + Amount + @"[\s-](?:days?|(?<weeks>weeks?))(?=\s(?:visit|trip|tour|summit|talks|stay)\b)")]
    private static partial Regex Lasting();

    // "a Boeing 767": one aircraft, and its make.
    [GeneratedRegex(@"\b(?:an?|one)\s(?<noun>" + Aircraft + @")")]
    private static partial Regex OneAircraft();

    internal const string Aircraft =
        @"(?:Boeing|Airbus|Antonov|Ilyushin|Tupolev|Lockheed)(?:\s[A-Z]?-?\d{2,3}[\w-]*)?|(?:An|Il|Tu|Yak)-\d{2,3}\w*|A-?3[0-9]0\w*|C-1\d{1,2}\w*";

    [GeneratedRegex(Aircraft)]
    internal static partial Regex AircraftName();
}

using System.Text.RegularExpressions;

namespace Stance.Texts;

/// <summary>A person whose country the text itself tells, and the name it goes by afterwards.</summary>
public sealed record NamedPerson(string FullName, string Surname, CountryMention Country);

/// <summary>
/// Who speaks for whom, by what the article says of its people: "Kazakh President Kassym-Jomart Tokayev", "Sayasat Nurbek, a Kazakh lawmaker".
/// From then on "Mr. Tokayev" stands for the country. Appositive patterns after Hearst (1992); no list of people is kept.
/// </summary>
public static partial class NamedPeople
{
    public static IReadOnlyList<NamedPerson> In(string text, IReadOnlyList<CountryMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var people = new List<NamedPerson>();
        foreach (var mention in mentions.Where(m => m.Kind != NameKind.Capital))
        {
            if (After().Match(text[mention.Span.To..]) is { Success: true } after)
                Add(after.Groups["name"].Value, mention);
            else if (Before().Match(text[..mention.Span.From]) is { Success: true } before && Role().IsMatch(text[mention.Span.To..]))
                Add(before.Groups["name"].Value, mention);
        }
        return people;

        void Add(string name, CountryMention country)
        {
            var surname = name.Split(' ')[^1];
            if (people.All(p => p.Surname != surname))
                people.Add(new NamedPerson(name, surname, country));
        }
    }

    /// <summary>Where these people are named in a text, each as a mention of the country.</summary>
    public static IEnumerable<(CountryMention Mention, NamedPerson Person)> Find(string text, IReadOnlyList<NamedPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (var person in people)
        {
            foreach (Match match in Regex.Matches(text, $@"(?<!\p{{L}})(?:(?:Mr|Mrs|Ms|Dr)\.?\s|(?:\p{{Lu}}[\p{{L}}-]+\s)*){Regex.Escape(person.Surname)}(?!\p{{L}})"))
                yield return (new CountryMention(person.Country.Code, new TextSpan(match.Index, match.Index + match.Length), NameKind.Adjective), person);
        }
    }

    private const string Office =
        "president|premier|chancellor|king|queen|emir|crown prince|leader|minister|secretary|ambassador|envoy|diplomat|lawmaker|senator|deputy|speaker|"
        + "official|spokesman|spokeswoman|spokesperson|general|governor|mayor|adviser|advisor|analyst|chief|chairman|head|ruler|strongman";

    [GeneratedRegex(@"^(?:’s|'s)?\s(?:\p{L}+\s){0,4}?(?i:" + Office + @")(?:\s(?i:of|for)\s\p{Lu}?[\p{L} ]{2,25}?)?\s(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,2})")]
    private static partial Regex After();

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,2}),\s(?:an?|the)\s(?:former\s|senior\s|prominent\s|top\s)?$")]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:’s|'s)?\s(?:\p{L}+\s){0,3}?(?i:" + Office + @")\b")]
    private static partial Regex Role();
}

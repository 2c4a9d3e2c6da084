using Stance.Countries;

namespace Stance.Texts;

/// <summary>The words of a text that carry meaning, each by its stem.</summary>
public static class WordStems
{
    private static readonly HashSet<string> Empty = [.. (
        "a an the of to in on at by for from into onto over under with without and or but nor so if as than that this these those which who whom whose what when where "
        + "is are was were be been being has have had do does did will would shall should can could may might must not no it its he his him she her they their them we our us "
        + "you your i my me one two three such more most other another some any each every all both few many much own same very too also just only even still there here then "
        + "about after before between through during against toward towards up down out off again further once because until while s t said says say mr mrs ms dr "
        + "country countries another’s kind its day days week weeks month months year years later early earlier late soon ago today yesterday now january february march april may june july "
        + "august september october november december nothing something first last").Split(' ')];

    /// <summary>Words that ways of speaking share; the first of a row stands for all. General English, no list of countries or events.</summary>
    private static readonly Dictionary<string, string> SameSense = new[]
    {
        "ban outlaw forbid prohibit bar criminalise criminalize", "send dispatch ship fly flew sent deliver", "attack invade invasion storm assault strike shell bomb",
        "raise increase boost up upped hike", "protest demonstration rally march antiwar", "relief aid humanitarian medicine medical food tent blanket", "flight plane aircraft boeing antonov airbus cargo",
        "promise pledge vow commit", "troop force soldier peacekeeper army", "host receive welcome", "visit travel trip fly flew", "recognise recognize", "envoy ambassador diplomat",
        "refuse decline reject wouldn won", "deflect dodge evade sidestep", "lawmaker legislator senator deputy parliament", "symbol sign flag letter ribbon", "money fund million billion donate",
        "gas oil pipeline energy crude export", "defence defense", "budget spending", "neutral neutrality", "sanction embargo", "ally alliance allied", "treaty pact agreement accord", "drill exercise manoeuvre maneuver", "weapon arm arms ammunition howitzer tank missile",
        "condemn denounce deplore", "vote abstain abstention resolution ballot", "expel expulsion", "refugee shelter evacuate evacuation asylum", "court tribunal inquiry", "broadcaster channel television",
        "bypass circumvent avoid reroute", "endorse back support full throated", "closer reach outreach opening", "delegation guest", "put", "summit forum talk",
    }.SelectMany(row => row.Split(' ').Select(w => (Word: Cut(w), Sense: Cut(row.Split(' ')[0])))).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.First().Sense, StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string text) => [.. Words(text).Select(w => w.Stem)];

    /// <summary>Each word as written with its stem.</summary>
    public static IEnumerable<(string Word, string Stem)> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            if (i - from > 0)
            {
                var word = text[from..i];
                var plain = CountrySearch.Plain(word);
                if (!Empty.Contains(plain) && (plain.Length > 1 || (word.Length == 1 && char.IsUpper(word[0]))))
                    yield return (word, Stem(plain));
            }
            from = i + 1;
        }
    }

    private static string Stem(string word)
    {
        var cut = Cut(word);
        return SameSense.GetValueOrDefault(cut) ?? cut;
    }

    /// <summary>Without the endings of number and tense: Harman's S-stemmer (1991) with -ed and -ing.</summary>
    private static string Cut(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 4 && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)))
            return word[..^2];
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            return Silent(word[..^1]);
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return Undouble(word[..^3]);
        if (word.Length > 4 && word.EndsWith("ied", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            return Undouble(word[..^2]);
        return Silent(word);
    }

    private static string Undouble(string word) =>
        word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('s' or 'l' or 'e') ? word[..^1] : Silent(word);

    // promise, promised: without the e that only some forms show.
    private static string Silent(string word) => word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
}

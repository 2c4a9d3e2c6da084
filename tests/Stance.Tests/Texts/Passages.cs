using Stance.Codebook;
using Stance.Countries;
using Stance.Texts;

namespace Stance.Tests.Texts;

/// <summary>Texts and names for the recognisers; the quoted passages are those on file of the sample's article.</summary>
internal static class Passages
{
    public static readonly DateOnly Published = new(2022, 7, 24);

    public const string FirstSignals =
        "One of Kazakhstan’s first signals it wouldn’t be marching in step with Russia came soon after the war began when it abstained from a United Nations vote in "
        + "early March on a resolution demanding that Russia end the invasion, instead of voting against it.";

    public const string Flight = FirstSignals + " Days later, it dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine, one of several aid flights it has sent.";

    public const string Start =
        "At the start of the year, Russia dispatched more than 2,000 troops to its longtime ally Kazakhstan to help put down violent antigovernment unrest. "
        + "Six weeks later, when Russian troops stormed into Ukraine, Kazakhstan had an opportunity to repay the favor by supporting the invasion.\n\nIt didn’t.";

    public const string Promises =
        "Kazakhstan has promised to enforce Western sanctions against Moscow, said it would boost oil exports to Europe via routes that bypass Russia, upped its "
        + "defense budget and hosted a U.S. delegation meant to coax the Central Asian country closer to Washington’s orbit.";

    public const string Forum =
        "A telling moment came in June, when Kazakh President Kassym-Jomart Tokayev flew to Russia for Mr. Putin’s flagship economic forum in St. Petersburg. "
        + "Sharing the stage with the Russian president, Mr. Tokayev said Kazakhstan wouldn’t recognize the two Moscow-backed separatist states in the Donbas region of eastern "
        + "Ukraine that Mr. Putin says he is liberating. When asked by the panel’s moderator whether the West was pressuring his country, Mr. Tokayev deflected the question.";

    public const string Balance =
        "Kazakhstan has banned antiwar demonstrations that might anger Moscow, but also outlawed publicly displaying the Z sign that has become a pro-war symbol in Russia.";

    public static readonly CountryNames Names = new(
        from row in new[]
        {
            "KAZ Kazakhstan|Republic of Kazakhstan|+Kazakh|*Astana", "RUS Russia|Russian Federation|+Russian|*Moscow|*Kremlin", "UKR Ukraine|+Ukrainian|*Kyiv", "BLR Belarus|+Belarusian|*Minsk",
            "USA United States|US|U.S.|America|+American|*Washington", "TUR Turkey|Türkiye|+Turkish|*Ankara", "CHN China|+Chinese|*Beijing", "NOR Norway|+Norwegian|*Oslo",
            "TCD Chad|+Chadian", "GNB Guinea-Bissau|+Bissau-Guinean", "GIN Guinea|+Guinean", "COD DR Congo|+Congolese", "COG Congo|+Congolese", "MEX Mexico|+Mexican|*Mexico City", "NER Niger|+Nigerien", "NGA Nigeria|+Nigerian",
        }
        let code = new CountryCode(row[..3])
        from name in row[4..].Split('|')
        select new CountryName(code, name.TrimStart('+', '*'), name[0] == '+' ? NameKind.Adjective : name[0] == '*' ? NameKind.Capital : NameKind.Name));

    /// <summary>The pin of the words between brackets.</summary>
    public static (ArticleText Text, TextPin Pin) Pinned(string marked)
    {
        var from = marked.IndexOf('[', StringComparison.Ordinal);
        var to = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = new ArticleText(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        return (text, text.Pin(new TextSpan(from, to))!);
    }

    public static (ArticleText Text, TextPin Pin) Pinned(string text, string chosen) =>
        Pinned(text.Replace(chosen, $"[{chosen}]", StringComparison.Ordinal));

    public static EventType Kind(string code, string name, string definition, string example, params AttributeDefinition[] own) =>
        new(code, name, "A family", definition, example, [new EventTypeVariant("default", name, 1, 0, 2, 1, true, false)], own);
}

using System.Globalization;
using System.Text;
using Stance.Wording;

namespace Stance.Countries;

/// <summary>
/// Finds countries by any name or code they go by; tolerant of accents, case, punctuation and slips of the fingers.
/// Order: code, start of a name, start of a word, inside, then near misses; countries that still exist first.
/// </summary>
public sealed class CountrySearch
{
    private const int LongestTyped = 100;

    private readonly IReadOnlyList<(Country Country, IReadOnlyList<string> Names)> entries;

    public CountrySearch(IEnumerable<Country> countries) => entries =
        [.. countries.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c, Names(c)))];

    /// <summary>The best matches first; all countries by name when nothing is typed.</summary>
    public IReadOnlyList<Country> Find(string? typed, int limit = 20)
    {
        var wanted = Plain(typed);
        if (wanted.Length == 0)
            return [.. entries.Take(limit).Select(e => e.Country)];
        return
        [
            .. entries
                .Select(e => (e.Country, Rank: e.Names.Min(name => Rank(name, wanted, e.Country))))
                .Where(e => e.Rank < int.MaxValue)
                .OrderBy(e => e.Rank)
                .ThenBy(e => e.Country.ValidTo is not null)
                .ThenBy(e => e.Country.Name, StringComparer.Ordinal)
                .Take(limit)
                .Select(e => e.Country),
        ];
    }

    /// <summary>Lower case, without accents, anything that is no letter or digit as one space.</summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        // Through runes, because half a surrogate pair cannot be normalised.
        foreach (var c in string.Concat((text ?? "").EnumerateRunes()).Normalize(NormalizationForm.FormD).Take(LongestTyped))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(c))
                plain.Append(Fold(c));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    private static IReadOnlyList<string> Names(Country country) =>
        [.. country.Aliases.Append(country.Name).Append(country.OfficialName).Append(country.Code.Value).Select(Plain).Where(n => n.Length > 0).Distinct()];

    // Letters that do not decompose; the dotless i so that a Turkish keyboard finds what an English one does.
    private static string Fold(char c) => c switch
    {
        'ı' or 'İ' => "i",
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' => "d",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        _ => char.ToLowerInvariant(c).ToString(),
    };

    private static int Rank(string name, string wanted, Country country)
    {
        if (name == wanted)
            return wanted == Plain(country.Code.Value) || wanted == Plain(country.Name) ? 0 : 1;
        if (name.StartsWith(wanted, StringComparison.Ordinal))
            return name == Plain(country.Name) ? 2 : 3;
        if (name.Contains(" " + wanted, StringComparison.Ordinal))
            return 4;
        if (wanted.Length >= 3 && name.Contains(wanted, StringComparison.Ordinal))
            return 5;
        var allowed = Slips.Allowed(wanted);
        if (allowed == 0)
            return int.MaxValue;
        var slips = Slips.Count(name, wanted, allowed);
        return slips <= allowed ? 5 + slips : int.MaxValue;
    }
}

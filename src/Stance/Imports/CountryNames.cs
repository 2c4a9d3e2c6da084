using Stance.Countries;

namespace Stance.Imports;

/// <summary>Countries by every name and code of the register, exactly; what fits two is not guessed at.</summary>
public sealed class CountryNames
{
    private readonly IReadOnlyDictionary<CountryCode, Country> countries;
    private readonly Dictionary<string, List<Country>> byName = new(StringComparer.Ordinal);

    public CountryNames(IReadOnlyDictionary<CountryCode, Country> countries)
    {
        this.countries = countries;
        foreach (var country in countries.Values)
        {
            foreach (var name in country.Aliases.Append(country.Name).Append(country.OfficialName).Select(CountrySearch.Plain).Where(n => n.Length > 0).Distinct())
            {
                if (!byName.TryGetValue(name, out var same))
                    byName[name] = same = [];
                same.Add(country);
            }
        }
    }

    /// <summary>The countries a text can mean: a code of three letters means one, a name that is somebody's own name means that one.</summary>
    public IReadOnlyList<Country> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (CountryCode.TryParse(text.Trim(), out var code) && countries.TryGetValue(code, out var country))
            return [country];
        if (!byName.TryGetValue(CountrySearch.Plain(text), out var found))
            return [];
        var own = found.Where(c => CountrySearch.Plain(c.Name) == CountrySearch.Plain(text)).ToList();
        return own is [var only] ? [only] : found;
    }
}

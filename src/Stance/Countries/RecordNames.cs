namespace Stance.Countries;

/// <summary>What a printed name stands for: one state, several, or none with those that come near.</summary>
public sealed record NameMatch(IReadOnlyList<Country> Found, IReadOnlyList<Country> Near)
{
    public Country? Only => Found.Count == 1 ? Found[0] : null;
}

/// <summary>Tells which state a printed name or code stood for on a day. Accents, case and punctuation do not matter; slips are proposed, never taken.</summary>
public sealed class RecordNames
{
    private const int Proposed = 3;

    private readonly ILookup<string, Country> byName;
    private readonly CountrySearch search;

    public RecordNames(IEnumerable<Country> countries)
    {
        var all = countries.ToList();
        byName = all.SelectMany(c => Names(c).Distinct().Select(name => (name, c))).ToLookup(n => n.name, n => n.c);
        search = new CountrySearch(all);
    }

    /// <param name="day">Decides where one name stood for another state before: China until 25 October 1971.</param>
    public NameMatch Find(string? printed, DateOnly? day)
    {
        var plain = CountrySearch.Plain(printed);
        var found = byName[plain].ToList();
        if (day is { } on)
        {
            if (found.Find(c => CountrySearch.Plain(c.UnPrintedAs) == plain && c.HadUnSeatOn(on)) is { } seated)
                return new NameMatch([seated], []);
            found = found.Count > 1 && found.Where(c => c.ExistedOn(on)).ToList() is { Count: > 0 } existing ? existing : found;
        }
        if (found.Count > 1)
            found.RemoveAll(c => CountrySearch.Plain(c.UnPrintedAs) == plain);
        return found.Count > 0 ? new NameMatch(found, []) : new NameMatch([], plain.Length == 0 ? [] : search.Find(printed, Proposed));
    }

    private static IEnumerable<string> Names(Country country) =>
        country.OtherNames.Append(country.Name).Append(country.OfficialName).Append(country.Code.Value).Append(country.UnPrintedAs)
            .Select(CountrySearch.Plain).Where(n => n.Length > 0);
}

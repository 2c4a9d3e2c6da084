using Stance.Countries;

namespace Stance.Web.Alignment;

/// <summary>Gives each country on a chart its place, which decides colour, dash and marker; it keeps it while it is on screen.</summary>
public sealed class SeriesPlaces
{
    public const int Most = 8;

    private readonly Dictionary<CountryCode, int> places = [];

    public IReadOnlyDictionary<CountryCode, int> Assign(IEnumerable<CountryCode> shown)
    {
        var now = shown.Take(Most).ToList();
        foreach (var gone in places.Keys.Except(now).ToList())
            places.Remove(gone);
        foreach (var country in now.Where(c => !places.ContainsKey(c)))
            places[country] = Enumerable.Range(0, Most).First(p => !places.ContainsValue(p));
        return places;
    }
}

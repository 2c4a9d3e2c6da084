using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Coverage;

/// <summary>All sweeps on file, by country: where somebody looked, as known at any moment.</summary>
public sealed class SweepBook(IEnumerable<SweptDays> sweeps)
{
    private readonly ILookup<CountryCode, SweptDays> byCountry = sweeps.ToLookup(s => s.Country);

    public static SweepBook Empty { get; } = new([]);

    public WatchedDays Watched(CountryCode country, Period period, AsOf asOf) =>
        WatchedDays.Of(period, byCountry[country].Where(s => asOf.Instant is not { } known || s.SweptAt <= known).Select(s => s.Days));
}

/// <summary>That a source was looked through for a country and these days.</summary>
public sealed record SweptDays(CountryCode Country, Period Days, DateTimeOffset SweptAt);

using Stance.Acts;
using Stance.Codebook;
using Stance.Countries;
using Stance.Coverage;

namespace Stance.Amounts;

/// <summary>An act of a kind that has a number of its own, such as tonnes, and that number where it is known.</summary>
/// <param name="Day">The day the act counts on.</param>
/// <param name="Value">Null = not known, which is not zero.</param>
/// <param name="Unit">Where the act names it itself: "EUR".</param>
/// <param name="Elsewhere">Other numbers that other reports of the act give; the preferred one counts.</param>
public sealed record ActAmount(
    ActId Id, CountryCode Country, string Type, string Title, DateOnly From, DateOnly To, string Precision, DateOnly Day, double? Value, string? Unit,
    IReadOnlyList<double> Elsewhere);

/// <summary>A month, a quarter or a year of a series.</summary>
/// <param name="Value">The sum, or the middle value where a sum means nothing; null = acts, but none with a known number. 0 without acts.</param>
/// <param name="Running">The sum since the first of the periods; null where a sum means nothing.</param>
public sealed record AmountPeriod(DateOnly From, DateOnly To, double? Value, double? Running, int Known, int NotKnown);

/// <summary>One country's numbers of one kind of act in one unit: nothing else is ever added to them.</summary>
/// <param name="Unit">Null = a plain count, or a unit that is not known.</param>
/// <param name="Sums">False where a sum means nothing, and for numbers whose unit is not known.</param>
/// <param name="Acts">By day; also those whose number is not known.</param>
/// <param name="Watched">The days somebody looked at.</param>
public sealed record AmountSeries(
    Country Country, EventType Kind, AttributeDefinition Measure, string? Unit, bool Sums, IReadOnlyList<AmountPeriod> Periods,
    IReadOnlyList<ActAmount> Acts, WatchedDays? Watched = null)
{
    public IEnumerable<double> Values => Acts.Select(a => a.Value).OfType<double>();

    public int Known { get; } = Acts.Count(a => a.Value is not null);

    public int NotKnown => Acts.Count - Known;

    /// <summary>The least it came to: acts whose number is not known are not in it. Null where a sum means nothing or none is known.</summary>
    public double? Total => Sums && Known > 0 ? Values.Sum() : null;

    public double? Median => AmountSeriesMaker.Median([.. Values]);
}

/// <summary>A number that kinds of act have, and how many acts of a view have it.</summary>
/// <param name="Unit">The one unit of all those kinds; null = none, or several.</param>
/// <param name="Acts">Acts of the kinds that have it.</param>
public sealed record MeasureChoice(string Key, string Label, string? Unit, int Acts, int Known);

using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

/// <summary>Reports made from acts given by hand or by lot, through the real index.</summary>
internal static class ReportOf
{
    public static readonly Axis Axis = new("RUW", "Russia and the West", "Moscow", "Kyiv and its backers", null, []);

    public static readonly CodebookVersion Codebook = new("1.0", new DateOnly(2022, 1, 1), 4, 2,
    [
        new EventType("HUM-AIDF", "Aid shipment or flight", "Humanitarian", "Physical relief sent.", "", [], []),
        new EventType("DIP-DECL", "Declines request", "Diplomatic", "Refuses.", "", [], []),
    ]);

    private static readonly string[] Names = ["Kazakhstan", "Belarus", "Uzbekistan", "Poland", "Hungary", "China", "India", "Turkey"];

    public static AlignmentReport Report(Period period, params CountryAlignment[] countries) =>
        new(new ViewState { Period = period }, period, DateTimeOffset.UnixEpoch, Axis, countries, [], Codebook, 1);

    public static CountryAlignment Country(Period period, double prior, IEnumerable<(int Day, double Score, double Weight)> acts, int place = 0)
    {
        var sorted = acts.OrderBy(a => a.Day).ToList();
        var evidence = new ActEvidence([.. sorted.Select(a => a.Day)], [.. sorted.Select(a => a.Score)], [.. sorted.Select(a => a.Weight)]);
        var line = AlignmentIndex.Compute(evidence, PriorSteps.Constant(prior), period, new IndexParameters(HalfLife.Default));
        var code = new CountryCode(new string([.. "AAA".Select((_, i) => (char)('A' + ((place + i) % 26)))]));
        return new CountryAlignment(
            new Country(code, Names[place], Names[place], null, null, []),
            prior,
            line,
            [.. sorted.Select((a, i) => new ActMark(new ActId(new Guid(place, (short)i, 0, new byte[8]), null), DateOnly.FromDayNumber(a.Day), a.Score, a.Weight, i % 2 == 0, i % 3 == 0 ? "HUM-AIDF" : "DIP-DECL", 0))]);
    }

    public static CountryAlignment AnyCountry(Random random, Period period, int place = 0)
    {
        // A lean for the country, so that certain sides come up as often as open ones.
        var lean = random.Next(3) switch { 0 => 0, 1 => 6, _ => -6 };
        var first = period.From.DayNumber - (random.Next(3) == 0 ? 200 : 0);
        var acts = Enumerable.Range(0, random.Next(4) == 0 ? random.Next(3) : random.Next(25)).Select(_ =>
        {
            var day = random.Next(first, period.To.DayNumber + 1);
            var turned = lean * (random.Next(6) == 0 || (day - first) * 2 < period.To.DayNumber - first ? -1 : 1);
            return (day, Math.Clamp(Math.Round(turned + (8 * random.NextDouble()) - 4, 1), -10, 10), Math.Round(0.05 + (0.9 * random.NextDouble()), 2));
        });
        return Country(period, random.Next(-8, 9), [.. acts], place);
    }
}

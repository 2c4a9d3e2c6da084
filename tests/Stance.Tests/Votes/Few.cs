using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;

namespace Stance.Tests.Votes;

/// <summary>A few countries with and without a seat, one of them under a name of another.</summary>
internal static class Few
{
    private static readonly Spell Always = new(new DateOnly(1945, 10, 24), null);

    public static IReadOnlyDictionary<CountryCode, Country> Countries { get; } = new[]
    {
        Of("ALB", "Albania"),
        Of("KAZ", "Kazakhstan"),
        Of("RUS", "Russia") with { OtherNames = ["Russian Federation"] },
        Of("PRK", "North Korea") with { OtherNames = ["Korea (Democratic People's Republic of)"] },
        Of("UZB", "Uzbekistan") with { OtherNames = ["Uzbek SSR", "Uzbek S.S.R."] },
        Of("CHN", "China") with { UnSeats = [new Spell(new DateOnly(1971, 10, 26), null)] },
        Of("TWN", "Taiwan") with { UnSeats = [new Spell(new DateOnly(1946, 1, 26), new DateOnly(1971, 10, 26))], UnPrintedAs = "China" },
        Of("SUN", "Soviet Union") with { ValidTo = new DateOnly(1991, 12, 26), UnSeats = [] },
        Of("MAC", "Macao") with { UnSeats = [] },
        Of("GIN", "Guinea") with { OtherNames = ["Guinea Land"] },
        Of("GNB", "Guinea-Bissau") with { OtherNames = ["Guinea Land"] },
    }.ToDictionary(c => c.Code);

    public static Register Register { get; } = new(
        Countries, new Dictionary<string, Bloc>(), new Dictionary<string, Axis>(), new TieBook([], [], []),
        new CodebookVersion("1.0", new DateOnly(2022, 1, 1), 4, 2, []), new Dictionary<string, ActCollection>(), []);

    private static Country Of(string code, string name) => new(new CountryCode(code), name, name, null, null, []) { UnSeats = [Always] };
}

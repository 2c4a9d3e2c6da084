using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Tests.Alignment;

namespace Stance.Tests.Sharing;

/// <summary>A small register: five countries, one bloc, two axes, two collections.</summary>
internal static class RegisterOf
{
    public static readonly Register Small = new(
        new[] { "BLR", "DEU", "KAZ", "POL", "UZB" }.ToDictionary(c => new CountryCode(c), c => new Country(new CountryCode(c), c, c, null, null, [])),
        new Dictionary<string, Bloc>
        {
            ["CSTO"] = new("CSTO", "Collective Security Treaty",
            [
                new BlocMembership(new CountryCode("BLR"), new DateOnly(1994, 1, 1), null, "treaty"),
                new BlocMembership(new CountryCode("KAZ"), new DateOnly(1994, 1, 1), null, "treaty"),
                new BlocMembership(new CountryCode("UZB"), new DateOnly(1994, 1, 1), new DateOnly(2012, 12, 19), "treaty"),
            ]),
            ["OLD"] = new("OLD", "A bloc of the past", [new BlocMembership(new CountryCode("POL"), new DateOnly(1955, 1, 1), new DateOnly(1991, 7, 1), "treaty")]),
        },
        new Dictionary<string, Axis> { ["RUW"] = ReportOf.Axis, ["CNW"] = ReportOf.Axis with { Code = "CNW" } },
        new TieBook([], [], []),
        ReportOf.Codebook,
        new Dictionary<string, ActCollection>
        {
            ["wsj-2022-07-24"] = new(1, "wsj-2022-07-24", "An article", "", ""),
            ["unga-es11"] = new(2, "unga-es11", "Roll calls", "", ""),
        },
        []);
}

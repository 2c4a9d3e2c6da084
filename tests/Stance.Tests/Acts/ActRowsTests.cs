using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Tests.Acts;

public sealed class ActRowsTests
{
    private static readonly string[] Codes = ["KAZ", "BLR", "UZB", "ARM"];

    /// <summary>Against a sort written for clarity alone; few different values, so that ties decide.</summary>
    [Fact]
    public void In__every_order__equals_a_plain_sort_with_the_same_ties()
    {
        var acts = Acts(3000);
        var table = new ActRows(acts, Register());
        foreach (var order in Enum.GetValues<ActOrder>())
            Assert.Equal(Reference(acts, order).Select(a => a.Id), table.In(order, int.MaxValue).Acts.Select(a => a.Id));
    }

    [Fact]
    public void In__more_acts_than_shown__the_first_in_the_order_and_how_many_there_are()
    {
        var acts = Acts(500);
        var shown = new ActRows(acts, Register()).In(ActOrder.ScoreDescending, 20);

        Assert.Equal((20, 500), (shown.Acts.Count, shown.Of));
        Assert.Equal(Reference(acts, ActOrder.ScoreDescending).Take(20).Select(a => a.Id), shown.Acts.Select(a => a.Id));
    }

    [Fact]
    public void In__no_act__is_empty() => Assert.Empty(new ActRows([], Register()).In(ActOrder.KindAscending, 10).Acts);

    private static IEnumerable<TableAct> Reference(IEnumerable<TableAct> acts, ActOrder order)
    {
        var byId = acts.OrderBy(a => a.Id.ToString(), StringComparer.Ordinal);
        var byDay = byId.OrderByDescending(a => a.Day);
        return order switch
        {
            ActOrder.DateDescending => byDay,
            ActOrder.DateAscending => byId.OrderBy(a => a.Day),
            ActOrder.ScoreDescending => byId.OrderByDescending(a => a.Score),
            ActOrder.ScoreAscending => byId.OrderBy(a => a.Score),
            ActOrder.CountryAscending => byDay.OrderBy(a => NameOf(a.Country.Value), StringComparer.Ordinal),
            ActOrder.CountryDescending => byDay.OrderByDescending(a => NameOf(a.Country.Value), StringComparer.Ordinal),
            ActOrder.KindAscending => byDay.OrderBy(a => a.Type, StringComparer.Ordinal),
            ActOrder.KindDescending => byDay.OrderByDescending(a => a.Type, StringComparer.Ordinal),
            ActOrder.FormAscending => byDay.OrderByDescending(a => a.IsDeed),
            ActOrder.FormDescending => byDay.OrderBy(a => a.IsDeed),
            ActOrder.WeightDescending => byDay.OrderByDescending(a => a.Weight),
            ActOrder.WeightAscending => byDay.OrderBy(a => a.Weight),
            ActOrder.ContributionDescending => byDay.OrderByDescending(a => a.Contribution),
            _ => byDay.OrderBy(a => a.Contribution),
        };
    }

    private static List<TableAct> Acts(int count)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            var country = new CountryCode(Codes[random.Next(Codes.Length)]);
            return new TableAct(
                new ActId(new Guid(bytes), random.Next(2) == 0 ? country : null), country, new DateOnly(2022, 1, 1).AddDays(random.Next(20)),
                random.Next(-3, 4), random.Next(4) / 4.0, random.Next(2) == 0, random.Next(2) == 0 ? "DIP-AAA" : "ECO-BBB", random.Next(-3, 4) / 10.0);
        })];
    }

    private static string NameOf(string code) => code == "ARM" ? "Zarmenia" : code;

    private static Register Register() => new(
        Codes.ToDictionary(c => new CountryCode(c), c => new Country(new CountryCode(c), NameOf(c), NameOf(c), null, null, [])),
        new Dictionary<string, Bloc>(), new Dictionary<string, Axis>(), new TieBook([], [], []),
        new CodebookVersion("test", new DateOnly(2020, 1, 1), 4, 1, []), new Dictionary<string, ActCollection>(), []);
}

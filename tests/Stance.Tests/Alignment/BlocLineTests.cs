using Stance.Alignment;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class BlocLineTests
{
    private static readonly DateOnly First = new(2022, 1, 1);
    private static readonly Period ThreeDays = new(First, First.AddDays(2));
    private static readonly CountryCode Aaa = new("AAA");
    private static readonly CountryCode Bbb = new("BBB");
    private static readonly CountryCode Ccc = new("CCC");

    [Fact]
    public void Of__one_joins_and_one_leaves__each_day_is_the_mean_of_its_own_members()
    {
        // Day 1: A, B at 1, −3. Day 2: C joins at 8. Day 3: B has left.
        var bloc = BlocOf((Aaa, First, null), (Bbb, First, First.AddDays(2)), (Ccc, First.AddDays(1), null));

        var days = BlocLine.Of(bloc, ThreeDays, Lines((Aaa, 1, 2), (Bbb, -3, 0), (Ccc, 8, 1)));

        Assert.Equal([2, 3, 2], days.Select(d => d.Members));
        Assert.Equal([-1, 2, 4.5], days.Select(d => d.Mean));
        Assert.Equal(2, days[0].Spread, 1e-12);
        Assert.Equal(Math.Sqrt((1 + 25 + 36) / 3.0), days[1].Spread, 1e-12);
        Assert.Equal(3.5, days[2].Spread, 1e-12);
        Assert.Equal([1, 1, 1.5], days.Select(d => d.Weight));
        Assert.Equal([Bbb, Bbb, Aaa], days.Select(d => d.Lowest.Country));
        Assert.Equal([Aaa, Ccc, Ccc], days.Select(d => d.Highest.Country));
    }

    [Fact]
    public void Of__days_without_a_member__are_left_out()
    {
        var bloc = BlocOf((Aaa, First.AddDays(2), null));

        var day = Assert.Single(BlocLine.Of(bloc, ThreeDays, Lines((Aaa, 4, 1))));

        Assert.Equal((First.AddDays(2), 1, 4.0, 0.0), (day.Date, day.Members, day.Mean, day.Spread));
    }

    [Fact]
    public void Of__a_member_without_a_line__does_not_count() =>
        Assert.All(
            BlocLine.Of(BlocOf((Aaa, First, null), (Bbb, First, null)), ThreeDays, Lines((Aaa, 4, 1))),
            day => Assert.Equal((1, 4.0), (day.Members, day.Mean)));

    [Fact]
    public void Report__one_firm_member_apart_and_one_that_left__only_the_first_is_named()
    {
        // At the end A 0, B 0, C 6 with weight 14, so bands of ±1.645 around a mean of 2; D left the day before.
        var left = new CountryCode("DDD");
        var bloc = BlocOf((Aaa, First, null), (Bbb, First, null), (Ccc, First, null), (left, First, First.AddDays(2)));

        var report = BlocReport.Of(bloc, ReportOf.Report(ThreeDays, Country(Aaa, 1, 0), Country(Bbb, 1, 0), Country(Ccc, 14, 6), Country(left, 14, 9), Country(new CountryCode("ZZZ"), 14, 9)));

        Assert.Equal(2, report.Group!.Mean, 1e-12);
        Assert.Equal(report.Group.Mean, report.Last!.Mean, 1e-12);
        Assert.Equal(report.Group.Spread, report.Last.Spread, 1e-12);
        Assert.Equal(["CCC", "AAA", "BBB"], report.Members.Select(m => m.Country.Code.Value));
        Assert.Equal(["CCC"], report.Dissenters.Select(m => m.Country.Code.Value));
        Assert.DoesNotContain(report.Alignment.Countries, c => c.Country.Code.Value == "ZZZ");
        Assert.Equal("The bloc: CCC stands certainly apart from the mean", BlocWords.Finding(report));
    }

    [Fact]
    public void Finding__nobody_left__says_so() =>
        Assert.Equal(
            "The bloc: no member on 3 January 2022",
            BlocWords.Finding(BlocReport.Of(BlocOf((Aaa, First, First.AddDays(1))), ReportOf.Report(ThreeDays, Country(Aaa, 1, 2)))));

    private static Bloc BlocOf(params (CountryCode Country, DateOnly From, DateOnly? Until)[] spells) =>
        new("BLOC", "The bloc", [.. spells.Select(s => new BlocMembership(s.Country, s.From, s.Until, "treaty"))]);

    private static Dictionary<CountryCode, AlignmentLine> Lines(params (CountryCode Country, double Index, double Weight)[] flat) =>
        flat.ToDictionary(c => c.Country, c => Flat(c.Index, c.Weight));

    private static CountryAlignment Country(CountryCode code, double weight, double index) =>
        new(new Country(code, code.Value, code.Value, null, null, []), 0, Flat(index, weight), []);

    private static AlignmentLine Flat(double index, double weight)
    {
        var line = new AlignmentLine(ThreeDays, new IndexParameters(HalfLife.Default));
        Array.Fill(line.Index, index);
        Array.Fill(line.Weight, weight);
        return line;
    }
}

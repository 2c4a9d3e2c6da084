using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Tests.Alignment;

public sealed class RankWordsTests
{
    private static readonly Period Half = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24));

    [Fact]
    public void Finding__levels_far_apart__names_the_ends() => Assert.Equal(
        "Of three countries Kazakhstan ends nearest Kyiv and its backers, Uzbekistan nearest Moscow",
        RankWords.Finding(ReportOf.Report(Half, Steady(9, 0), Steady(0, 1), Steady(-9, 2))));

    [Fact]
    public void Finding__levels_within_their_bands__names_no_order() => Assert.Equal(
        "Two countries end too close together to be told apart with certainty",
        RankWords.Finding(ReportOf.Report(Half, ReportOf.Country(Half, 1, []), ReportOf.Country(Half, -1, [], 1))));

    [Fact]
    public void Finding__one_country__its_level() =>
        Assert.Equal("Kazakhstan ends at −4.00", RankWords.Finding(ReportOf.Report(Half, ReportOf.Country(Half, -4, []))));

    [Fact]
    public void Sentences__rank_rise_fall_and_thin_evidence() => Assert.Equal(
        [
            "At the end, from high to low: Belarus +1.00, Kazakhstan +0.80 and Uzbekistan −3.00.",
            "Largest rise: Kazakhstan, by +4.80.",
            "Evidence at the end is thin for Belarus and Uzbekistan.",
        ],
        RankWords.Sentences(ReportOf.Report(
            Half, ReportOf.Country(Half, -4, [(Half.To.DayNumber, 4, 3)]), ReportOf.Country(Half, 1, [], 1), ReportOf.Country(Half, -3, [], 2))));

    [Fact]
    public void Nothing_in_view__says_so() => Assert.Equal(("No country is in view", 0), (RankWords.Finding(ReportOf.Report(Half)), RankWords.Sentences(ReportOf.Report(Half)).Count));

    /// <summary>Forty acts of one score, the last on the last day.</summary>
    private static CountryAlignment Steady(double score, int place) =>
        ReportOf.Country(Half, 0, [.. Enumerable.Range(0, 40).Select(i => (Half.To.DayNumber - i, score, 1.0))], place);
}

using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Tests.Wording;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2022-06-17", "2022-06-17", "day", "17 Jun")]
    [InlineData("2022-06-01", "2022-06-30", "month", "Jun 2022")]
    [InlineData("2022-02-24", "2022-07-24", "interval", "by 24 Jul")]
    [InlineData("2022-02-24", "2022-02-24", "start", "from 24 Feb")]
    [InlineData("2022-07-24", "2022-07-24", "before", "by 24 Jul")]
    [InlineData("2022-03-14", "2022-03-20", "interval", "between 14 and 20 Mar")]
    [InlineData("2022-03-28", "2022-04-03", "interval", "between 28 Mar and 3 Apr")]
    [InlineData("2022-03-14", "2022-03-20", "week", "week of 14 Mar")]
    [InlineData("2021-06-17", "2021-06-17", "day", "17 Jun 2021")]
    public void When__each_precision__is_never_more_exact_than_known(string from, string to, string precision, string expected) =>
        Assert.Equal(expected, DateWords.When(On(from), On(to), precision, 2022));

    [Theory]
    [InlineData("2022-06-17", "2022-06-17", "day", "17 June 2022")]
    [InlineData("2022-06-01", "2022-06-30", "month", "June 2022")]
    [InlineData("2022-02-24", "2022-07-24", "interval", "between 24 February and 24 July 2022")]
    [InlineData("2021-12-24", "2022-07-24", "interval", "between 24 December 2021 and 24 July 2022")]
    [InlineData("2022-02-24", "2022-02-24", "start", "from 24 February 2022 on")]
    [InlineData("2022-07-24", "2022-07-24", "before", "by 24 July 2022")]
    public void LongWhen__each_precision__reads_in_a_sentence(string from, string to, string precision, string expected) =>
        Assert.Equal(expected, DateWords.LongWhen(On(from), On(to), precision));

    [Theory]
    [InlineData("2022-01-01", "2022-07-24", "1 Jan – 24 Jul 2022")]
    [InlineData("2021-11-01", "2022-07-24", "1 Nov 2021 – 24 Jul 2022")]
    [InlineData("2022-07-24", "2022-07-24", "24 Jul 2022")]
    public void Span__same_or_other_year__names_each_year_once(string from, string to, string expected) =>
        Assert.Equal(expected, DateWords.Span(new Period(On(from), On(to))));

    [Fact]
    public void Fading__with_and_without_half_life__says_how_acts_fade()
    {
        Assert.Equal("fade by half in 180\u00a0days", DateWords.Fading(HalfLife.Default));
        Assert.Equal("never fade", DateWords.Fading(HalfLife.None));
    }

    private static DateOnly On(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

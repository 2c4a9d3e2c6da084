using System.Globalization;
using Stance.Wording;

namespace Stance.Tests.Wording;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0.6923, 2, "+0.69")]
    [InlineData(-4.8704, 2, "\u22124.87")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(0.004, 2, "0.00")]
    [InlineData(0.005, 2, "+0.01")]
    [InlineData(-0.7, 0, "\u22121")]
    [InlineData(1234.5, 1, "+1,234.5")]
    public void WithSign__any_value__carries_its_sign_unless_it_rounds_to_zero(double value, int decimals, string expected) =>
        Assert.Equal(expected, NumberWords.WithSign(value, decimals));

    [Theory]
    [InlineData(7, "+7")]
    [InlineData(-2.5, "\u22122.5")]
    [InlineData(0, "0")]
    [InlineData(-0.001, "0")]
    public void Score__whole_or_not__shows_no_idle_decimals(double value, string expected) => Assert.Equal(expected, NumberWords.Score(value));

    [Fact]
    public void Range__band_over_zero__is_said_with_to() => Assert.Equal("\u22121.27 to +2.65", NumberWords.Range(-1.2659, 2.6504));

    [Theory]
    [InlineData(0, "0\u00a0acts")]
    [InlineData(1, "1\u00a0act")]
    [InlineData(2000, "2,000\u00a0acts")]
    public void Count__any_number__agrees_with_its_noun(int number, string expected) => Assert.Equal(expected, NumberWords.Count(number, "act"));

    [Theory]
    [InlineData("Flies 28 t of medicine", "Flies 28\u00a0t of medicine")]
    [InlineData("Sends 5 kg", "Sends 5\u00a0kg")]
    [InlineData("Sends 2,000 troops", "Sends 2,000 troops")]
    [InlineData("In 2022 ", "In 2022 ")]
    [InlineData("", "")]
    public void KeepUnits__number_and_unit__do_not_part(string text, string expected) => Assert.Equal(expected, NumberWords.KeepUnits(text));

    [Fact]
    public void InWords__up_to_twenty_then_digits()
    {
        Assert.Equal("eight", NumberWords.InWords(8));
        Assert.Equal("twenty", NumberWords.InWords(20));
        Assert.Equal("21", NumberWords.InWords(21));
    }

    [Fact]
    public void Every_number__under_foreign_cultures__is_written_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "de-DE", "ar-SA", "fa-IR", "sv-SE", "th-TH", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal("\u22121,234.50", NumberWords.WithSign(-1234.5, 2));
                Assert.Equal("0.80", NumberWords.Weight(0.8));
                Assert.Equal("24 Jul 2022", DateWords.Day(new DateOnly(2022, 7, 24)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

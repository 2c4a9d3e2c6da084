using Stance.ViewStates;

namespace Stance.Tests.ViewStates;

public sealed class DateInputTests
{
    [Theory]
    [InlineData("24 Jul 2022", "2022-07-24", "2022-07-24")]
    [InlineData(" 24  july 2022 ", "2022-07-24", "2022-07-24")]
    [InlineData("July 24, 2022", "2022-07-24", "2022-07-24")]
    [InlineData("2022-07-24", "2022-07-24", "2022-07-24")]
    [InlineData("24.7.2022", "2022-07-24", "2022-07-24")]
    [InlineData("Feb 2024", "2024-02-01", "2024-02-29")]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    public void First_and_Last__a_day_a_month_a_year__what_was_meant(string typed, string first, string last)
    {
        Assert.Equal(first, DateInput.First(typed)?.ToString("yyyy-MM-dd", null));
        Assert.Equal(last, DateInput.Last(typed)?.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2022")]
    [InlineData("07/24/2022")]
    [InlineData("24 Jul 22")]
    [InlineData("1 Jan 0022")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void First__anything_else__nothing_is_guessed(string? typed) => Assert.Null(DateInput.First(typed));
}

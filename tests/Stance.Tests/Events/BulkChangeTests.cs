using Stance.Events;

namespace Stance.Tests.Events;

public sealed class BulkChangeTests
{
    private static readonly StanceEventDraft Day = new() { Country = "KAZ", Recipient = "UKR", From = "2022-03-14", Precision = "day", ScoredOn = "2022-03-14", Confidence = 0.85, Credibility = 2, Collections = ["first"] };

    [Theory]
    [InlineData("day", "start", null)]
    [InlineData("day", "month", null)]
    [InlineData("month", "day", "inexact")]
    [InlineData("interval", "start", "inexact")]
    [InlineData("before", "day", "inexact")]
    [InlineData("before", "month", "inexact")]
    public void Precision__a_day_that_is_not_known__is_never_made_up(string from, string to, string? rule)
    {
        var (draft, breach) = new BulkChange(BulkField.Precision, to).Of(Day with { Precision = from });

        Assert.Equal(rule, breach?.Rule);
        Assert.Equal(rule is null ? to : null, draft?.Precision);
    }

    [Fact]
    public void Precision__from_days_within_a_month_to_the_month__keeps_the_day_it_counts_on()
    {
        var within = Day with { Precision = "interval", From = "2022-03-03", To = "2022-03-20", ScoredOn = "2022-03-09" };
        var month = new BulkChange(BulkField.Precision, "month");

        Assert.Equal(("2022-03-03", null, "2022-03-09"), month.Of(within).Draft is { } d ? (d.From, d.To, d.ScoredOn) : default);
        Assert.Equal("months", month.Of(within with { To = "2022-04-01" }).Breach?.Rule);
    }

    [Fact]
    public void Confidence__without_a_reason_follows_the_sources__with_one_it_stays()
    {
        var change = new BulkChange(BulkField.Credibility, "4");

        Assert.Equal((4, null), change.Of(Day).Draft is { } d ? (d.Credibility, d.Confidence) : default);
        Assert.Equal(0.5, change.Of(Day with { Confidence = 0.5, ConfidenceReason = "One pilot told it" }).Draft!.Confidence);
    }

    [Fact]
    public void What_an_act_says_already__is_no_change()
    {
        Assert.False(new BulkChange(BulkField.Recipient, "UKR").Changes(Day));
        Assert.False(new BulkChange(BulkField.Recipient, null).Changes(Day with { Recipient = null }));
        Assert.True(new BulkChange(BulkField.Recipient, null).Changes(Day));
        Assert.False(new BulkChange(BulkField.AddCollection, "first").Changes(Day));
        Assert.False(new BulkChange(BulkField.RemoveCollection, "second").Changes(Day));
        Assert.Equal(["first", "second"], new BulkChange(BulkField.AddCollection, "second").Of(Day).Draft!.Collections!);
        Assert.Empty(new BulkChange(BulkField.RemoveCollection, "first").Of(Day).Draft!.Collections!);
        Assert.True(new BulkChange(BulkField.Retract, null).Changes(Day));
    }
}

using System.Globalization;
using Stance.Events;
using Stance.Texts;

namespace Stance.Tests.Texts;

public sealed class DateMentionsTests
{
    // 24 July 2022 is a Sunday.
    [Theory]
    [InlineData("on 14 March 2022", "2022-03-14 2022-03-14 day")]
    [InlineData("on March 14, 2021,", "2021-03-14 2021-03-14 day")]
    [InlineData("on March 14", "2022-03-14 2022-03-14 day")]
    [InlineData("on Dec. 3", "2021-12-03 2021-12-03 day")]
    [InlineData("on the 3rd of August", "2021-08-03 2021-08-03 day")]
    [InlineData("2022-03-14", "2022-03-14 2022-03-14 day")]
    [InlineData("on 31 February", "")]
    [InlineData("14–15 March", "2022-03-14 2022-03-15 interval")]
    [InlineData("March 14 to 16, 2020", "2020-03-14 2020-03-16 interval")]
    [InlineData("in early March", "2022-03-01 2022-03-10 interval")]
    [InlineData("in mid-March", "2022-03-11 2022-03-20 interval")]
    [InlineData("late February 2020", "2020-02-21 2020-02-29 interval")]
    [InlineData("at the beginning of May", "2022-05-01 2022-05-10 interval")]
    [InlineData("in June", "2022-06-01 2022-06-30 month")]
    [InlineData("in November", "2021-11-01 2021-11-30 month")]
    [InlineData("June 2019", "2019-06-01 2019-06-30 month")]
    [InlineData("since March", "2022-03-01 2022-03-01 start")]
    [InlineData("since 24 February", "2022-02-24 2022-02-24 start")]
    [InlineData("by April", ".. 2022-04-30 before")]
    [InlineData("before 3 April", ".. 2022-04-02 before")]
    [InlineData("by 3 April", ".. 2022-04-03 before")]
    [InlineData("in 2020", "2020-01-01 2020-12-31 interval")]
    [InlineData("At the start of the year", "2022-01-01 2022-01-31 month")]
    [InlineData("the end of last year", "2021-12-01 2021-12-31 month")]
    [InlineData("last Friday", "2022-07-22 2022-07-22 day")]
    [InlineData("on Sunday", "2022-07-24 2022-07-24 day")]
    [InlineData("last Sunday", "2022-07-17 2022-07-17 day")]
    [InlineData("yesterday", "2022-07-23 2022-07-23 day")]
    [InlineData("last week", "2022-07-11 2022-07-17 week")]
    [InlineData("earlier this week", "2022-07-18 2022-07-24 interval")]
    [InlineData("last month", "2022-06-01 2022-06-30 month")]
    [InlineData("three days ago", "2022-07-21 2022-07-21 day")]
    [InlineData("two weeks ago", "2022-07-07 2022-07-13 interval")]
    [InlineData("two months ago", "2022-05-01 2022-05-31 month")]
    [InlineData("They may march in step", "")]
    [InlineData("May I ask", "")]
    [InlineData("March 14,000 steps", "")]
    public void Find__words_of_a_date__no_more_exact_than_said(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', DateMentions.Find(text, Passages.Published).Select(Print)));

    [Theory]
    [InlineData("Days later, it came.", "Days later")]
    [InlineData("several weeks later", "several weeks later")]
    [InlineData("soon after the war began", "soon after")]
    [InlineData("Six weeks later", "Six weeks later")]
    [InlineData("the next day", "the next day")]
    public void Find__words_that_give_no_day__say_what_to_do(string text, string words)
    {
        var mention = Assert.Single(DateMentions.Find(text, Passages.Published));

        Assert.Equal($"The passage says “{words}”. Pin one that gives the day, or choose Between or By.", mention.Sentence);
    }

    [Fact]
    public void Find__six_weeks_later__counted_from_the_date_before()
    {
        var later = DateMentions.Find(Passages.Start, Passages.Published)[1];

        Assert.Equal(("2022-02-09 2022-03-17 interval", "At the start of the year"), (Print(later), later.CountedFrom));
    }

    [Theory]
    [InlineData(Passages.Flight, "abstained from a United Nations vote in early March", "2022-03-01 2022-03-10 Interval")]
    [InlineData(Passages.Flight, "dispatched a Boeing 767", "2022-02-24 2022-07-24 Interval, 2022-02-24 2022-02-24 Start, .. 2022-07-24 Before; The passage says “Days later”. Pin one that gives the day, or choose Between or By.")]
    [InlineData(Passages.Forum, "Mr. Tokayev deflected the question", "2022-06-01 2022-06-30 Month, 2022-02-24 2022-07-24 Interval, 2022-02-24 2022-02-24 Start, .. 2022-07-24 Before")]
    [InlineData(Passages.Promises, "upped its defense budget", "2022-02-24 2022-07-24 Interval, 2022-02-24 2022-02-24 Start, .. 2022-07-24 Before")]
    [InlineData("In July they met.", "they met", "2022-07-01 2022-07-24 Interval")]
    public void Proposals__for_chosen_words__in_order_of_nearness(string text, string chosen, string expected)
    {
        var (article, pin) = Passages.Pinned(text, chosen);

        var reading = DateProposals.For(article, pin, Passages.Published, [new DayKnown(new DateOnly(2022, 2, 24), "Russia invades Ukraine")]);

        Assert.Equal(expected, string.Join(", ", reading.Proposals.Select(p => $"{Day(p.From)} {Day(p.To)} {p.Precision}")) + (reading.Unresolved is { } said ? $"; {said}" : ""));
    }

    private static string Print(DateMention mention) => $"{Day(mention.From)} {Day(mention.To)} {EventDates.Print(mention.Precision)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "..";
}

using Stance.Coverage;

namespace Stance.Tests.Coverage;

public sealed class ReadingBookTests
{
    private static readonly Guid Agency = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly DateOnly May = new(2022, 5, 3);
    private static readonly DateTimeOffset Entered = new(2022, 5, 10, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2022-01-01", null, true)]
    [InlineData("2022-05-02", null, true)]
    [InlineData("2022-05-03", null, false)]
    [InlineData("2022-06-01", null, false)]
    [InlineData("2022-01-01", "2022-01-01", false)]
    [InlineData("2022-01-01", "2021-06-01", false)]
    [InlineData("2022-01-01", "2022-01-02", true)]
    public void IsNewIn__a_line_that_begins_before_its_acts_do(string first, string? codedBackTo, bool isNew)
    {
        var reading = new SourceReading(Agency, May, codedBackTo is null ? null : DateOnly.Parse(codedBackTo, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(isNew, reading.IsNewIn(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void NewIn__as_the_register_told_it__not_before_it_was_entered_and_not_after_it_was_coded_back()
    {
        var coded = Entered.AddDays(30);
        var book = new ReadingBook(
        [
            new(new SourceReading(Agency, May, null), Entered, coded),
            new(new SourceReading(Agency, May, new DateOnly(2022, 1, 1)), coded, null),
        ]);
        var (january, earlier) = (new DateOnly(2022, 1, 1), new DateOnly(2021, 12, 31));

        Assert.Empty(book.NewIn(january, Entered.UtcTicks - 1));
        Assert.Null(Assert.Single(book.NewIn(january, Entered.UtcTicks)).CodedBackTo);
        Assert.Single(book.NewIn(january, coded.UtcTicks - 1));
        Assert.Empty(book.NewIn(january, coded.UtcTicks));
        Assert.Equal(january, Assert.Single(book.NewIn(earlier, long.MaxValue - 1)).CodedFrom);
        Assert.Equal([Entered.UtcTicks, coded.UtcTicks], book.Changes.Order());
    }
}

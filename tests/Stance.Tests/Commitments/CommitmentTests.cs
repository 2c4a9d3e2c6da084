using Stance.Acts;
using Stance.Commitments;

namespace Stance.Tests.Commitments;

public sealed class CommitmentTests
{
    private static readonly DateOnly Said = new(2022, 3, 1);

    [Fact]
    public void Pledge__no_deed__is_overdue_only_after_180_days()
    {
        var pledge = Stage(1, "a", "MIL-ARMP", Said, isDeed: false);

        Assert.Equal(CommitmentState.Open, State(Said.AddDays(180), pledge));
        Assert.Equal(CommitmentState.Overdue, State(Said.AddDays(181), pledge));
    }

    [Fact]
    public void Pledge__dated_by_an_interval__is_counted_from_its_last_day()
    {
        var pledge = Stage(1, "a", "ECO-SPLG", Said, isDeed: false) with { To = Said.AddDays(100), Precision = "interval" };

        Assert.Equal(CommitmentState.Open, State(Said.AddDays(280), pledge));
        Assert.Equal(Said.AddDays(280), Book(Said.AddDays(300), pledge).Commitments[0].DueOn);
    }

    [Theory]
    [InlineData(180, 1)]
    [InlineData(181, 0)]
    public void Pledge__a_deed_of_the_same_chain__carries_it_out_and_counts_when_in_time(int after, int kept)
    {
        var book = Book(Said.AddDays(400), Stage(1, "a", "MIL-ARMP", Said, isDeed: false), Stage(2, "a", "MIL-ARMD", Said.AddDays(after), isDeed: true));

        var commitment = Assert.Single(book.Commitments);
        Assert.Equal((CommitmentState.CarriedOut, after), (commitment.State, commitment.Taken));
        Assert.Equal((kept, 1), (book.Kept, book.Due));
    }

    [Fact]
    public void Pledge__a_deed_of_another_chain__stays_overdue() =>
        Assert.Equal((0, 1), Balance(Said.AddDays(400), Stage(1, "a", "MIL-ARMP", Said, isDeed: false), Stage(2, "b", "MIL-ARMD", Said.AddDays(10), isDeed: true)));

    [Fact]
    public void Chain__closed_by_a_stage_that_does_not_score__has_ended() =>
        Assert.Equal(CommitmentState.Ended, State(Said.AddDays(400), Stage(1, "a", "MIL-DEPL", Said, isDeed: true), Stage(2, "a", "MIL-DEPL", Said.AddDays(12), isDeed: true) with { IsScored = false }));

    [Fact]
    public void Act__alone_and_no_pledge__is_no_commitment() =>
        Assert.Empty(Book(Said.AddDays(400), Stage(1, "a", "HUM-AIDF", Said, isDeed: true)).Commitments);

    [Fact]
    public void Stage__after_the_day_asked__does_not_count_yet() =>
        Assert.Equal(CommitmentState.Open, State(Said.AddDays(50), Stage(1, "a", "MIL-ARMP", Said, isDeed: false), Stage(2, "a", "MIL-ARMD", Said.AddDays(60), isDeed: true)));

    [Fact]
    public void Balance__of_what_is_not_due_yet__is_left_out() =>
        Assert.Equal((0, 0), Balance(Said.AddDays(50), Stage(1, "a", "MIL-ARMP", Said, isDeed: false)));

    private static CommitmentBook Book(DateOnly on, params CommitmentStage[] stages) => CommitmentBook.Of(stages, on);

    private static CommitmentState State(DateOnly on, params CommitmentStage[] stages) => Book(on, stages).Commitments.Single().State;

    private static (int Kept, int Due) Balance(DateOnly on, params CommitmentStage[] stages) => (Book(on, stages).Kept, Book(on, stages).Due);

    private static CommitmentStage Stage(int id, string chain, string type, DateOnly day, bool isDeed) => new(
        new ActId(new Guid(id, 0, 0, new byte[8]), null), chain, type, "default", $"Act {id}", null, day, day, day, "day", isDeed, true);
}

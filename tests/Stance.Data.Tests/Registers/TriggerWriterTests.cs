using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Registers;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Registers;

public sealed class TriggerWriterTests(PostgresFixture postgres)
{
    private static readonly TriggerDraft Mark = new("A mark of the test", "2022-02-24", null, "Made up");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark__corrected_and_taken_back__keeps_what_was_known_when()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new TriggerWriter(desk.Pipeline, TimeProvider.System);
        var id = Assert.IsType<TriggerWritten>(await writer.AddAsync(new(Mark), RegisterDesk.Curator, RegisterDesk.Key(), Cancel)).Id;
        var first = Assert.Single(await desk.Kept.TriggersAsync(Cancel)).Newest;

        var moved = Mark with { From = "2022-02-25", To = "2022-03-01" };
        Assert.IsType<TriggerWritten>(await writer.CorrectAsync(new(id, first.Since, moved, "The day after"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        var second = Assert.Single(await desk.Kept.TriggersAsync(Cancel)).Newest;
        Assert.Equal("The day after", second.Reason);
        Assert.Equal(new DateOnly(2022, 2, 25), Assert.Single((await desk.ReadAsync()).Triggers).From);

        Assert.IsType<TriggerWritten>(await writer.TakeBackAsync(new(id, second.Since, "Nothing happened"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        var gone = Assert.Single(await desk.Kept.TriggersAsync(Cancel));
        Assert.False(gone.IsMarked);
        Assert.Equal(["Nothing happened", null], gone.Versions.Select(v => v.TakenBackReason));
        Assert.Equal(second.Since, gone.Versions[1].Until);

        var register = await desk.ReadAsync();
        Assert.Empty(register.Triggers);
        Assert.Empty(register.TriggersAsOf(AsOf.At(first.Since.AddMicroseconds(-1))));
        Assert.Equal(new DateOnly(2022, 2, 24), Assert.Single(register.TriggersAsOf(AsOf.At(first.Since))).From);
        Assert.Equal(new DateOnly(2022, 2, 25), Assert.Single(register.TriggersAsOf(AsOf.At(second.Since))).From);
        Assert.Empty(register.TriggersAsOf(AsOf.At(gone.Newest.Until!.Value)));
        Assert.Equal(3, await desk.AskAsync<long>("select count(*) from change_feed where country_code is null and subject like 'trigger:%'"));
    }

    [Fact]
    public async Task The_same_key__adds_once__and_an_old_sight_of_a_mark_corrects_nothing()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new TriggerWriter(desk.Pipeline, TimeProvider.System);
        var once = Assert.IsType<TriggerWritten>(await writer.AddAsync(new(Mark), RegisterDesk.Curator, "once", Cancel));
        var again = Assert.IsType<TriggerWritten>(await writer.AddAsync(new(Mark), RegisterDesk.Curator, "once", Cancel));
        Assert.Equal((once.Id, true), (again.Id, again.Replayed));
        Assert.IsType<KeyReused>(await writer.AddAsync(new(Mark with { Note = null }), RegisterDesk.Curator, "once", Cancel));

        var seen = Assert.Single(await desk.Kept.TriggersAsync(Cancel)).Newest.Since;
        Assert.IsType<TriggerWritten>(await writer.CorrectAsync(new(once.Id, seen, Mark with { Title = "Another" }, "Better"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        Assert.Equal("changed", await RuleAsync(writer.CorrectAsync(new(once.Id, seen, Mark, "Back"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel)));
        Assert.Equal("changed", await RuleAsync(writer.TakeBackAsync(new(once.Id, seen, "Away"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel)));
        Assert.Equal("required", await RuleAsync(writer.TakeBackAsync(new(once.Id, seen, " "), RegisterDesk.Curator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<Missing>(await writer.TakeBackAsync(new(Guid.NewGuid(), seen, "Away"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() =>
            writer.AddAsync(new(Mark), Actor.Token(Guid.NewGuid(), "tests", Role.Viewer), RegisterDesk.Key(), Cancel));
        Assert.Equal("Another", Assert.Single((await desk.ReadAsync()).Triggers).Title);
    }

    private static async Task<string> RuleAsync(Task<WriteOutcome> writing) => Assert.Single(Assert.IsType<Refused>(await writing).Breaches).Rule;
}

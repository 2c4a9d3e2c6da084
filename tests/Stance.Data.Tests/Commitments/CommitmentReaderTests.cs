using Stance.Acts;
using Stance.Commitments;
using Stance.Countries;
using Stance.Data.Commitments;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Commitments;

public sealed class CommitmentReaderTests(PostgresFixture postgres)
{
    private static readonly ViewState Until2022 = new() { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read__Kazakhstan_in_the_article__two_pledges_open_then_overdue()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = new CommitmentReader(acts.Database, TimeProvider.System);

        var then = await reader.ReadAsync(Until2022, new CountryCode("KAZ"), Scope.Everything, Cancel);
        var later = await reader.ReadAsync(Until2022 with { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31)) }, new CountryCode("KAZ"), Scope.Everything, Cancel);

        Assert.Equal(["ECO-SPLG", "ENE-RERO"], then!.Commitments.Select(c => c.First.Type).Order());
        Assert.All(then.Commitments, c => Assert.Equal(CommitmentState.Open, c.State));
        Assert.Equal((0, 0), (then.Kept, then.Due));
        Assert.All(later!.Commitments, c => Assert.Equal(CommitmentState.Overdue, c.State));
        Assert.Equal((0, 2), (later.Kept, later.Due));
    }

    [Fact]
    public async Task Read__Russia_in_the_article__the_troops_sent_and_gone_are_one_chain()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var book = await new CommitmentReader(acts.Database, TimeProvider.System).ReadAsync(Until2022, new CountryCode("RUS"), Scope.Everything, Cancel);

        var chain = Assert.Single(book!.Commitments);
        Assert.Equal(["Sent", "Ended"], chain.Stages.Select(s => s.Stage));
        Assert.Equal(CommitmentState.Ended, chain.State);
    }

    [Fact]
    public async Task Read__outside_the_scope_or_of_one_form__gives_none()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = new CommitmentReader(acts.Database, TimeProvider.System);
        var kaz = new CountryCode("KAZ");

        Assert.Null(await reader.ReadAsync(Until2022, kaz, Scope.Nothing, Cancel));
        Assert.Null(await reader.ReadAsync(Until2022, kaz, Scope.Everything with { Form = ActForm.Words }, Cancel));
        Assert.Empty((await reader.ReadAsync(Until2022, kaz, Scope.Everything with { Collections = new HashSet<string> { "unga-es11" } }, Cancel))!.Commitments);
        Assert.Empty((await reader.ReadAsync(Until2022 with { AsOf = AsOf.EndOf(new DateOnly(2022, 7, 23)) }, kaz, Scope.Everything, Cancel))!.Commitments);
    }
}

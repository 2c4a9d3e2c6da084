using Npgsql;
using Stance.Data.People;
using Stance.Data.Tests.Sharing;
using Stance.Data.Variations;
using Stance.Testing;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Data.Tests.Variations;

public sealed class ScenarioWriterTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save__by_an_analyst__is_listed_as_it_was_assumed_and_audited()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        var draft = Draft("  Without <b>votes</b>  ");

        await Writer(room).SaveAsync(room.Analyst, draft, Cancel);

        var saved = Assert.Single(await Reader(room).ListAsync(room.Analyst, Cancel));
        Assert.Equal((draft.Id, "Without <b>votes</b>", false, "Ana"), (saved.Id, saved.Name, saved.IsShared, saved.CreatedByName));
        Assert.Equal(("HUM:0.5,without:votes", "90"), (saved.Assumed!.ToString(), saved.HalfLife.ToString()));
        Assert.Equal("scenario.saved", await room.People.AskAsync<string>($"select action from audit_entry where subject = 'scenario:{draft.Id}'"));
        Assert.Equal(0, await room.People.AskAsync<long>("select count(*) from change_feed"));
    }

    [Fact]
    public async Task Save__repeated__saves_once_and_audits_once()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        var draft = Draft("Once");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Writer(room).SaveAsync(room.Analyst, draft, Cancel)));

        Assert.Equal(1, await room.People.AskAsync<long>("select count(*) from scenario"));
        Assert.Equal(1, await room.People.AskAsync<long>("select count(*) from audit_entry where action = 'scenario.saved'"));
    }

    [Fact]
    public async Task Save__a_name_or_an_id_that_is_taken__is_refused_and_the_first_stands()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        var draft = Draft("Mine");
        await Writer(room).SaveAsync(room.Analyst, draft, Cancel);

        await Assert.ThrowsAsync<ScenarioRuleException>(() => Writer(room).SaveAsync(room.Analyst, Draft("MINE") with { Assumed = new WhatIf(1) }, Cancel));
        await Assert.ThrowsAsync<ScenarioRuleException>(() => Writer(room).SaveAsync(room.Analyst, draft with { Assumed = new WhatIf(1) }, Cancel));
        await Assert.ThrowsAsync<ScenarioRuleException>(() => Writer(room).SaveAsync(room.OtherAnalyst, draft, Cancel));
        await Writer(room).SaveAsync(room.OtherAnalyst, Draft("Mine"), Cancel);

        Assert.Equal("HUM:0.5,without:votes", Assert.Single(await Reader(room).ListAsync(room.Analyst, Cancel)).Assumed!.ToString());
    }

    [Fact]
    public async Task Save__by_a_viewer_a_token_or_somebody_disabled__is_refused_and_leaves_nothing()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        await room.People.Persons.DisableAsync(room.Administrator, room.OtherAnalyst.Id!.Value, Cancel);

        foreach (var actor in (Actor[])[room.Viewer, room.OtherAnalyst, Actor.Console, Actor.Token(Guid.NewGuid(), "nightly", Role.Administrator)])
            await Assert.ThrowsAsync<NotAllowedException>(() => Writer(room).SaveAsync(actor, Draft("No"), Cancel));

        Assert.Equal(0, await room.People.AskAsync<long>("select count(*) from scenario"));
    }

    [Fact]
    public async Task Save__bad_drafts__are_refused_and_leave_nothing()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        var good = Draft("Good");
        ScenarioDraft[] bad =
        [
            good with { Name = " " },
            good with { Name = new string('x', 81) },
            good with { Name = "a\u202eb" },
            good with { Assumed = null, HalfLife = HalfLife.Default },
            good with { Assumed = new WhatIf(2), HalfLife = HalfLife.Default },
            good with { Assumed = new WhatIf().WithScore("XYZ", 0.5) },
            good with { Assumed = new WhatIf().WithEvidence(61, 0.5) },
            good with { Assumed = new WhatIf { LeftOut = [Guid.NewGuid()] } },
        ];

        foreach (var draft in bad)
            await Assert.ThrowsAsync<ScenarioRuleException>(() => Writer(room).SaveAsync(room.Analyst, draft, Cancel));

        Assert.Equal(0, await room.People.AskAsync<long>("select count(*) from scenario"));
    }

    [Fact]
    public async Task List__own_and_shared_ones__an_administrator_everybodys()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        var (mine, shared) = (Draft("Mine"), Draft("Ours") with { IsShared = true });
        await Writer(room).SaveAsync(room.Analyst, mine, Cancel);
        await Writer(room).SaveAsync(room.Analyst, shared, Cancel);

        Assert.Equal(2, (await Reader(room).ListAsync(room.Analyst, Cancel)).Count);
        Assert.Equal("Ours", Assert.Single(await Reader(room).ListAsync(room.Viewer, Cancel)).Name);
        Assert.Equal("Ours", Assert.Single(await Reader(room).FindAsync(room.OtherAnalyst, [mine.Id, shared.Id], Cancel)).Name);
        Assert.Equal(2, (await Reader(room).ListAsync(room.Administrator, Cancel)).Count);

        await Writer(room).ShareAsync(room.Analyst, mine.Id, true, Cancel);
        await Writer(room).ShareAsync(room.Analyst, shared.Id, false, Cancel);
        await Writer(room).ShareAsync(room.Analyst, shared.Id, false, Cancel);

        Assert.Equal("Mine", Assert.Single(await Reader(room).ListAsync(room.Viewer, Cancel)).Name);
        Assert.Equal(1, await room.People.AskAsync<long>("select count(*) from audit_entry where action = 'scenario.shared'"));
        Assert.Equal(1, await room.People.AskAsync<long>("select count(*) from audit_entry where action = 'scenario.withdrawn'"));
    }

    [Fact]
    public async Task Rename_and_delete__own_ones_only__an_administrator_any()
    {
        await using var room = await SharesOf.NewAsync(postgres);
        var (first, second) = (Draft("First"), Draft("Second"));
        await Writer(room).SaveAsync(room.Analyst, first, Cancel);
        await Writer(room).SaveAsync(room.Analyst, second, Cancel);

        await Assert.ThrowsAsync<NotAllowedException>(() => Writer(room).RenameAsync(room.OtherAnalyst, first.Id, "Theirs", Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => Writer(room).DeleteAsync(room.OtherAnalyst, first.Id, Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => Writer(room).DeleteAsync(room.Viewer, first.Id, Cancel));
        await Assert.ThrowsAsync<ScenarioRuleException>(() => Writer(room).RenameAsync(room.Analyst, first.Id, "second", Cancel));

        await Writer(room).RenameAsync(room.Analyst, first.Id, "Better", Cancel);
        await Writer(room).DeleteAsync(room.Administrator, second.Id, Cancel);

        Assert.Equal("Better", Assert.Single(await Reader(room).ListAsync(room.Analyst, Cancel)).Name);
        Assert.Equal("First", await room.People.AskAsync<string>("select details->>'from' from audit_entry where action = 'scenario.renamed'"));
        Assert.Equal(2, await room.People.AskAsync<long>("select count(*) from scenario"));
        await Assert.ThrowsAsync<ScenarioRuleException>(() => Writer(room).RenameAsync(room.Analyst, second.Id, "Back", Cancel));
        await Writer(room).SaveAsync(room.Analyst, Draft("Second"), Cancel);
    }

    [Theory]
    [InlineData("update scenario set assumptions = 'words:0'")]
    [InlineData("update scenario set half_life = '30'")]
    [InlineData("update scenario set created_at = now()")]
    [InlineData("delete from scenario")]
    public async Task The_table__changed_by_hand__keeps_what_was_assumed(string statement)
    {
        await using var room = await SharesOf.NewAsync(postgres);
        await Writer(room).SaveAsync(room.Analyst, Draft("Kept"), Cancel);

        await Assert.ThrowsAsync<PostgresException>(() => room.People.ExecuteAsync(statement));

        Assert.Equal("HUM:0.5,without:votes", Assert.Single(await Reader(room).ListAsync(room.Analyst, Cancel)).Assumed!.ToString());
    }

    private static ScenarioDraft Draft(string name) => new(Guid.NewGuid(), name, WhatIf.Parse("HUM:0.5,without:votes"), HalfLife.Parse("90"), IsShared: false);

    private static ScenarioWriter Writer(SharesOf room) => new(room.People.Database, room.Feed, room.People.Audit, room.People.Clock);

    private static ScenarioReader Reader(SharesOf room) => new(room.People.Database);
}

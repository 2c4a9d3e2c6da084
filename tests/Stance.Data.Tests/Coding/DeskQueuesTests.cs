using Dapper;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commitments;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Tests.People;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Coding;

public sealed class DeskQueuesTests(PostgresFixture postgres)
{
    private static readonly Scope Uzbekistan = new() { Countries = new HashSet<CountryCode> { new("UZB") } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drafts__own_ones_only__newest_first_with_what_each_is_about()
    {
        await using var people = await PeopleOf.NewAsync(postgres, withSample: true);
        var ada = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(ada, "bo", Role.Curator);
        var writer = new DraftWriter(people.Database, TimeProvider.System);
        var reader = new DraftReader(people.Database);
        var (_, disputed) = await new DisputedActReader(people.Database).FindAsync(Scope.Everything, 1, Cancel);
        var act = Assert.Single(disputed);
        await writer.KeepAsync(ada.Id!.Value, "act:new", """{"title":"Half typed"}""", Cancel);
        await writer.KeepAsync(ada.Id!.Value, "act:not-an-id:1", "{}", Cancel);
        await writer.KeepAsync(ada.Id!.Value, $"text:{Guid.NewGuid()}", new string('x', 200_000), Cancel);
        await writer.KeepAsync(ada.Id!.Value, $"act:{act.Id}:1", "{}", Cancel);

        var (count, own) = await reader.ListAsync(ada.Id!.Value, Scope.Everything, 2, Cancel);
        var (_, all) = await reader.ListAsync(ada.Id!.Value, Scope.Everything, 10, Cancel);

        Assert.Equal((4, 2), (count, own.Count));
        Assert.Equal((act.Title, true), (own[0].About, own[0].Newest >= 1));
        Assert.Null(own[1].Body);
        Assert.Equal("""{"title":"Half typed"}""", all[3].Body);
        Assert.Null((await reader.ListAsync(ada.Id!.Value, Uzbekistan, 1, Cancel)).Drafts[0].About);
        Assert.Equal(0, (await reader.ListAsync(bo.Id!.Value, Scope.Everything, 10, Cancel)).Count);
    }

    [Fact]
    public async Task Disputed__acts_and_votes_as_many_as_the_lists_mark__and_none_outside_the_scope()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = new DisputedActReader(acts.Database);
        await DisputeVoteAsync(acts);

        var (count, found) = await reader.FindAsync(Scope.Everything, 100, Cancel);

        var marked = (await acts.Acts.ListAsync(new ViewState { Countries = [.. found.Select(a => a.Country).Distinct()] }, Scope.Everything, ActReader.LargestPage, null, Cancel)).Acts.Where(a => a.IsDisputed).ToList();
        Assert.Contains(marked, a => !a.Id.IsVote);
        Assert.Equal(count, found.Count);
        Assert.Equal(marked.Select(a => (a.Id, a.Title)).OrderBy(a => a.Title), found.Select(a => (a.Id, a.Title)).OrderBy(a => a.Title));
        Assert.True(found[0].Id.IsVote);
        Assert.Single((await reader.FindAsync(Scope.Everything, 1, Cancel)).Acts);
        Assert.Equal((0, 0), (await reader.FindAsync(Uzbekistan, 100, Cancel)) is var (none, list) ? (none, list.Count) : (-1, -1));
    }

    /// <summary>A report contradicts how Kazakhstan voted, and one contradicts a vote of a roll call that no axis counts.</summary>
    private static async Task DisputeVoteAsync(LoadedActs acts)
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            insert into claim (country_code, roll_call_id, known, rank, contradicts_preferred, credibility, statement)
            select 'KAZ', r.id, tstzrange(now(), null), 'normal', true, 3, 'It is said to have voted otherwise'
            from roll_call r
            where r.id in (
              (select v.roll_call_id from vote v join roll_call_side s on s.roll_call_id = v.roll_call_id and s.choice = v.choice and upper_inf(s.known) where v.country_code = 'KAZ' and upper_inf(v.known) order by 1 limit 1),
              (select v.roll_call_id from vote v where v.country_code = 'KAZ' and not exists (select from roll_call_scoring c where c.roll_call_id = v.roll_call_id) order by 1 limit 1))
            """);
    }

    [Fact]
    public async Task Overdue__of_all_countries__as_the_page_of_each_says()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = new CommitmentReader(acts.Database, TimeProvider.System);

        var overdue = await reader.OverdueAsync(Scope.Everything, Cancel);

        var kazakh = await reader.ReadAsync(new ViewState(), new CountryCode("KAZ"), Scope.Everything, Cancel);
        Assert.Equal(
            kazakh!.Commitments.Where(c => c.State == Stance.Commitments.CommitmentState.Overdue).Select(c => c.First.Id.ToString()).Order(),
            overdue.Where(p => p.Country == new CountryCode("KAZ")).Select(p => p.Commitment.First.Id.ToString()).Order());
        Assert.True(overdue.Count >= 2);
        Assert.Equal(overdue.Select(p => p.Commitment.DueOn).Order(), overdue.Select(p => p.Commitment.DueOn));
        Assert.Empty(await reader.OverdueAsync(Scope.Nothing, Cancel));
    }
}

using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

public sealed class SpellWriterTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kazakhstan = new("KAZ");
    private static readonly DateOnly Day = new(2022, 7, 24);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SpellRegister.Tie, "UNION_STATE")]
    [InlineData(SpellRegister.Membership, "NATO")]
    public async Task A_spell__is_added_once_and_ended__and_the_register_follows(SpellRegister kind, string group)
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new SpellWriter(desk.Pipeline, TimeProvider.System);
        var before = await desk.ReadAsync();
        var add = new AddSpell(kind, new("KAZ", group, "2022-03-01", null, "A treaty of the test"));

        Assert.IsType<SpellWritten>(await writer.AddAsync(add, RegisterDesk.Administrator, "once", Cancel));
        Assert.True(Assert.IsType<SpellWritten>(await writer.AddAsync(add, RegisterDesk.Administrator, "once", Cancel)).Replayed);
        Assert.Equal("overlap", await RuleAsync(writer.AddAsync(add, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.AddAsync(add, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        var during = await desk.ReadAsync();
        Assert.Equal(kind == SpellRegister.Tie, during.Prior("RUW", Kazakhstan).On(Day) < before.Prior("RUW", Kazakhstan).On(Day));
        Assert.Equal(kind == SpellRegister.Membership, during.Blocs["NATO"].MembersOn(Day).Contains(Kazakhstan));

        var end = new EndSpell(kind, "KAZ", group, new(2022, 3, 1), "2022-06-01", "A notice of the test");
        Assert.IsType<SpellWritten>(await writer.EndAsync(end, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        Assert.Equal("ended", await RuleAsync(writer.EndAsync(end, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<Missing>(await writer.EndAsync(end with { From = new(2021, 1, 1) }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        var after = await desk.ReadAsync();
        Assert.Equal(before.Prior("RUW", Kazakhstan).On(Day), after.Prior("RUW", Kazakhstan).On(Day));
        Assert.Equal(during.Prior("RUW", Kazakhstan).On(new(2022, 5, 31)), after.Prior("RUW", Kazakhstan).On(new(2022, 5, 31)));
        Assert.Contains("A notice of the test", SpellRules.Spells(kind, after).Single(s => s.Country == Kazakhstan && s.Group == group).Source, StringComparison.Ordinal);

        var back = new TakeBackSpell(kind, "KAZ", group, new(2022, 3, 1), new(2022, 6, 1), "Entered in error");
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.TakeBackAsync(back, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        Assert.Equal("required", await RuleAsync(writer.TakeBackAsync(back with { Reason = null }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.Equal("changed", await RuleAsync(writer.TakeBackAsync(back with { Until = null }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<SpellWritten>(await writer.TakeBackAsync(back, RegisterDesk.Administrator, "back", Cancel));
        Assert.True(Assert.IsType<SpellWritten>(await writer.TakeBackAsync(back, RegisterDesk.Administrator, "back", Cancel)).Replayed);
        Assert.IsType<Missing>(await writer.TakeBackAsync(back, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        var never = await desk.ReadAsync();
        Assert.Equal(SpellRules.Spells(kind, before), SpellRules.Spells(kind, never));
        Assert.Equal(before.Prior("RUW", Kazakhstan).On(new(2022, 5, 31)), never.Prior("RUW", Kazakhstan).On(new(2022, 5, 31)));
        var changes = await new KeptCountryReader(desk.Database).ChangesAsync(kind == SpellRegister.Tie ? "tie" : "membership", $"KAZ:{group}:2022-03-01", Cancel);
        Assert.Equal(["Entered in error", "A notice of the test", "A treaty of the test"], changes.Select(c => c.Reason));
        Assert.Equal((changes[1].Change.After, null), (changes[0].Change.Before, changes[0].Change.After));
        Assert.Equal(1, await desk.AskAsync<int>($"select count(*)::int from audit_entry where action like '%.take-back' and details::text like '%Entered in error%'"));
        Assert.IsType<SpellWritten>(await writer.AddAsync(add, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        Assert.Equal(4, await desk.AskAsync<long>("select count(*) from change_feed where country_code is null and (subject like 'tie:%' or subject like 'membership:%')"));
    }

    [Fact]
    public async Task An_alliance__taken_back__leaves_the_votes_on_file_their_scores()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var registers = new RegisterReader(acts.Database);
        var writer = new SpellWriter(new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System), TimeProvider.System);
        var tie = SpellRules.Spells(SpellRegister.Tie, acts.Feed.Register).Single(s => s.Country == Kazakhstan && s.Group == "CSTO");
        var before = await ScoresAsync();
        Assert.Contains("1", before, StringComparison.Ordinal);

        var back = new TakeBackSpell(SpellRegister.Tie, "KAZ", "CSTO", tie.From, tie.Until, "By the test");
        Assert.IsType<SpellWritten>(await writer.TakeBackAsync(back, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));

        Assert.Equal(0, (await registers.ReadAsync(Cancel)).Ties.AllySide("RUW", Kazakhstan, Day));
        Assert.Equal(before, await ScoresAsync());

        async Task<string> ScoresAsync()
        {
            await using var command = acts.Database.CreateCommand("select string_agg(expectation || ' ' || score, ',' order by act_id, axis_code) from vote_act where country_code = 'KAZ'");
            return (string)(await command.ExecuteScalarAsync(Cancel))!;
        }
    }

    private static async Task<string> RuleAsync(Task<WriteOutcome> writing) => Assert.Single(Assert.IsType<Refused>(await writing).Breaches).Rule;
}

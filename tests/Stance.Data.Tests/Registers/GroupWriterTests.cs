using Npgsql;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

public sealed class GroupWriterTests(PostgresFixture postgres)
{
    private static readonly DateOnly Day = new(2022, 7, 24);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(GroupRegister.Bloc, "bloc")]
    [InlineData(GroupRegister.TieKind, "tie_kind")]
    public async Task A_group__is_added_once_and_called_as_corrected__with_what_it_was_called_before(GroupRegister kind, string name)
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new GroupWriter(desk.Pipeline);
        var before = GroupRules.All(kind, await desk.ReadAsync());
        var add = new AddGroup(kind, new("quad", "Dialogue of four", "yes"), "A record of the test");

        await Assert.ThrowsAsync<NotAllowedException>(() => writer.AddAsync(add, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        Assert.Equal("QUAD", Assert.IsType<GroupWritten>(await writer.AddAsync(add, RegisterDesk.Administrator, "once", Cancel)).Code);
        Assert.True(Assert.IsType<GroupWritten>(await writer.AddAsync(add, RegisterDesk.Administrator, "once", Cancel)).Replayed);
        Assert.Equal(["onFile", "onFile"], await RulesAsync(writer.AddAsync(add with { Draft = new("Quad", "DIALOGUE of four", "no") }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<KeyReused>(await writer.AddAsync(add with { Reason = "Otherwise" }, RegisterDesk.Administrator, "once", Cancel));

        var correct = new CorrectGroup(kind, "QUAD", "Dialogue of four", "Quadrilateral Dialogue", "Its own name");
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.CorrectAsync(correct, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        Assert.IsType<GroupWritten>(await writer.CorrectAsync(correct, RegisterDesk.Administrator, "again", Cancel));
        Assert.True(Assert.IsType<GroupWritten>(await writer.CorrectAsync(correct, RegisterDesk.Administrator, "again", Cancel)).Replayed);
        Assert.Equal(["changed"], await RulesAsync(writer.CorrectAsync(correct, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.Equal(["same"], await RulesAsync(writer.CorrectAsync(correct with { Was = "Quadrilateral Dialogue" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<Missing>(await writer.CorrectAsync(correct with { Code = "NONE" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));

        bool? binds = kind == GroupRegister.TieKind ? true : null;
        Assert.Equal([new Group("QUAD", "Quadrilateral Dialogue", binds)], GroupRules.All(kind, await desk.ReadAsync()).Except(before));
        var changes = await new KeptCountryReader(desk.Database).ChangesAsync(name, "QUAD", Cancel);
        FieldChange[] expected =
        [
            new("name", "Dialogue of four", "Quadrilateral Dialogue"),
            .. binds is null ? Array.Empty<FieldChange>() : [new("formal alliance", null, "yes")],
            new("name", null, "Dialogue of four"),
        ];
        Assert.Equal(expected, changes.Select(c => c.Change));
        Assert.Equal(("Its own name", "A record of the test"), (changes[0].Reason, changes[^1].Reason));
        Assert.Equal((2, 2), (
            await desk.AskAsync<int>($"select count(*)::int from change_feed where country_code is null and subject = '{name}:QUAD'"),
            await desk.AskAsync<int>($"select count(*)::int from audit_entry where subject = '{name}:QUAD' and action in ('{name}.add', '{name}.correct')")));
    }

    [Fact]
    public async Task A_new_bloc__takes_members_and_a_new_kind_takes_ties__which_move_nothing_yet()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var groups = new GroupWriter(desk.Pipeline);
        var spells = new SpellWriter(desk.Pipeline, TimeProvider.System);
        var before = await desk.ReadAsync();
        foreach (var (kind, spell) in new[] { (GroupRegister.Bloc, SpellRegister.Membership), (GroupRegister.TieKind, SpellRegister.Tie) })
        {
            Assert.IsType<GroupWritten>(await groups.AddAsync(new(kind, new("QUAD", "Dialogue of four", "yes"), "A record of the test"), RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
            Assert.IsType<SpellWritten>(await spells.AddAsync(new(spell, new("JPN", "QUAD", "2007-05-25", null, "A record of the test")), RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        }

        var japan = new CountryCode("JPN");
        var now = await desk.ReadAsync();
        Assert.Equal([japan], now.Blocs["QUAD"].MembersOn(Day));
        Assert.Contains(now.Ties.Of(japan), t => t.Kind == "QUAD");
        Assert.All(now.Axes.Keys, axis => Assert.Equal((before.Prior(axis, japan).On(Day), before.Ties.AllySide(axis, japan, Day)), (now.Prior(axis, japan).On(Day), now.Ties.AllySide(axis, japan, Day))));
    }

    [Fact]
    public async Task The_tables__hold_one_group_of_a_name_in_capitals_or_not()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        foreach (var row in new[] { "bloc (code, name) values ('X', 'nato')", "tie_kind (code, name, is_alliance) values ('X', 'nato', false)" })
            Assert.Equal(PostgresErrorCodes.UniqueViolation, (await Assert.ThrowsAsync<PostgresException>(() => desk.AskAsync<int>($"insert into {row} returning 1"))).SqlState);
    }

    private static async Task<IEnumerable<string>> RulesAsync(Task<WriteOutcome> writing) => Assert.IsType<Refused>(await writing).Breaches.Select(b => b.Rule);
}

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
        var writer = new SpellWriter(desk.Pipeline, desk.Registers, TimeProvider.System);
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
        Assert.Equal(2, await desk.AskAsync<long>("select count(*) from change_feed where country_code is null and (subject like 'tie:%' or subject like 'membership:%')"));
    }

    private static async Task<string> RuleAsync(Task<WriteOutcome> writing) => Assert.Single(Assert.IsType<Refused>(await writing).Breaches).Rule;
}

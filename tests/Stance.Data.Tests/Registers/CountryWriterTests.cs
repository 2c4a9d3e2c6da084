using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Data.Texts;
using Stance.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

public sealed class CountryWriterTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kazakhstan = new("KAZ");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_country__corrected__goes_by_its_new_words_and_keeps_the_old_ones()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var (writer, reader) = Of(desk);
        var held = (await reader.FindAsync(Kazakhstan, Cancel))!;
        var corrected = Draft(held) with { Name = "Kazakhstan of the test", Iso2 = "ZK", Dispute = "Nobody, in truth" };
        var command = new CorrectCountry("KAZ", 0, corrected, "Renamed by the test");

        await Assert.ThrowsAsync<NotAllowedException>(() => writer.CorrectAsync(command, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        Assert.IsType<CountryWritten>(await writer.CorrectAsync(command, RegisterDesk.Administrator, "once", Cancel));
        Assert.True(Assert.IsType<CountryWritten>(await writer.CorrectAsync(command, RegisterDesk.Administrator, "once", Cancel)).Replayed);
        Assert.Equal("changed", await RuleAsync(writer.CorrectAsync(command with { Reason = "Again" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.Equal("same", await RuleAsync(writer.CorrectAsync(command with { Version = 3 }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<Missing>(await writer.CorrectAsync(command with { Code = "XXX" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));

        var country = (await desk.ReadAsync()).Countries[Kazakhstan];
        Assert.Equal(("Kazakhstan of the test", "Nobody, in truth"), (country.Name, country.Dispute));
        Assert.Equal(held.OnFile.Facts.Seats, country.UnSeats);
        var now = (await reader.FindAsync(Kazakhstan, Cancel))!;
        Assert.Equal([("dispute", null, "Nobody, in truth"), ("ISO letters", "KZ", "ZK"), ("name", "Kazakhstan", "Kazakhstan of the test")],
            now.Changes.Select(c => (c.Change.Field, c.Change.Before, c.Change.After)));
        Assert.All(now.Changes, c => Assert.Equal("Renamed by the test", c.Reason));
        Assert.Equal(["ZK"], now.Aliases.Where(a => a.Kind == "iso2").Select(a => a.Alias));
        Assert.Equal((1, 1), (
            await desk.AskAsync<int>("select count(*)::int from change_feed where country_code is null and subject = 'country:KAZ'"),
            await desk.AskAsync<int>("select count(*)::int from audit_entry where subject = 'country:KAZ' and details::text like '%Kazakhstan of the test%'")));
    }

    [Fact]
    public async Task Days__that_would_leave_votes_outside__are_refused_with_their_number()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var (writer, reader) = Of(desk);
        await desk.AskAsync<int>("""
            with called as (
              insert into roll_call (body, symbol, title, held_on, yes, no, abstain, absent) values ('A body of the test', 'T/1', 'A text', '1992-03-02', 1, 0, 0, 0) returning id)
            insert into vote (roll_call_id, country_code, choice, known) select id, 'KAZ', 'Y', '[2020-01-01,)' from called returning 1
            """);
        var held = (await reader.FindAsync(Kazakhstan, Cancel))!;

        var outcome = await writer.CorrectAsync(
            new CorrectCountry("KAZ", 0, Draft(held) with { From = "1992-03-03" }, "Later by the test"), RegisterDesk.Administrator, RegisterDesk.Key(), Cancel);

        var breach = Assert.Single(Assert.IsType<Refused>(outcome).Breaches);
        Assert.Equal(("from", "inUse"), (breach.Field, breach.Rule));
        Assert.StartsWith("One act or vote of Kazakhstan", breach.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successor_state__is_added_with_its_codes_and_can_be_found()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var (writer, reader) = Of(desk);
        var draft = new CountryDraft("XTS", "State of the test", "Republic of the test", "Asia: Central Asia", "QX", "990", "999", "2001-01-01", null, "2 January 2001", null);

        Assert.IsType<CountryWritten>(await writer.AddAsync(new AddCountry(draft, "A treaty of the test"), RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        Assert.Equal("onFile", await RuleAsync(writer.AddAsync(new AddCountry(draft with { Name = "Another", Iso2 = null, M49 = null, Cow = null }, "Again"), RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));

        var country = (await desk.ReadAsync()).Countries[new("XTS")];
        Assert.Equal(("State of the test", "Republic of the test", new DateOnly(2001, 1, 1)), (country.Name, country.OfficialName, country.ValidFrom));
        Assert.True(country.HadUnSeatOn(new(2001, 1, 2)));
        Assert.Equal(["990", "999", "QX"], country.Aliases.Order(StringComparer.Ordinal));
        Assert.Equal("Asia: Central Asia", (await reader.FindAsync(new("XTS"), Cancel))!.OnFile.Facts.Region);
        var names = await new StoredTextReader(desk.Database).NamesAsync(Cancel);
        Assert.Equal(new CountryCode("XTS"), Assert.Single(names.Find("An envoy of the Republic of the test spoke.")).Code);
    }

    [Fact]
    public async Task A_name__is_added_once_and_taken_away__and_searches_follow()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var (writer, reader) = Of(desk);
        var add = new AddAlias("KAZ", "name", "Steppeland", "A map of the test");

        Assert.IsType<CountryWritten>(await writer.AddAliasAsync(add, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        Assert.Equal("onFile", await RuleAsync(writer.AddAliasAsync(add, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.Equal("taken", await RuleAsync(writer.AddAliasAsync(add with { Code = "UZB" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.Equal(Kazakhstan, new CountrySearch((await desk.ReadAsync()).Countries.Values).Find("steppeland")[0].Code);

        var away = new TakeAwayAlias("KAZ", "name", "Steppeland", "No map says so");
        Assert.Equal("required", await RuleAsync(writer.TakeAwayAliasAsync(away with { Reason = "" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.Equal("own", await RuleAsync(writer.TakeAwayAliasAsync(away with { Kind = "iso2", Alias = "KZ" }, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));
        Assert.IsType<CountryWritten>(await writer.TakeAwayAliasAsync(away, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        Assert.IsType<Missing>(await writer.TakeAwayAliasAsync(away, RegisterDesk.Administrator, RegisterDesk.Key(), Cancel));
        Assert.DoesNotContain("Steppeland", (await desk.ReadAsync()).Countries[Kazakhstan].Aliases);
        Assert.Equal([("Steppeland", null), (null, "Steppeland")], (await reader.FindAsync(Kazakhstan, Cancel))!.Changes.Select(c => (c.Change.Before, c.Change.After)));
    }

    private static (CountryWriter Writer, KeptCountryReader Reader) Of(RegisterDesk desk) =>
        (new CountryWriter(desk.Pipeline, TimeProvider.System), new KeptCountryReader(desk.Database));

    private static CountryDraft Draft(KeptCountry held)
    {
        var facts = held.OnFile.Facts;
        return new CountryDraft(
            null, facts.Name, facts.OfficialName, facts.Region, facts.Iso2, facts.M49, facts.Cow, facts.From?.ToString("yyyy-MM-dd", null), facts.Until?.ToString("yyyy-MM-dd", null),
            facts.SeatsInWords, facts.Dispute);
    }

    private static async Task<string> RuleAsync(Task<WriteOutcome> writing) => Assert.Single(Assert.IsType<Refused>(await writing).Breaches).Rule;
}

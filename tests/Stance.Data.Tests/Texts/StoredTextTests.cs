using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Data.Texts;
using Stance.Events;
using Stance.Testing;
using Stance.Texts;

namespace Stance.Data.Tests.Texts;

public sealed class StoredTextTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Words = "A headline of the test\n\nNorway sent relief goods. Nothing else was said.";

    private NpgsqlDataSource database = null!;
    private StoredTextWriter writer = null!;
    private StoredTextReader reader = null!;
    private EventWriter events = null!;
    private Actor curator = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        var pipeline = new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        writer = new StoredTextWriter(pipeline, TimeProvider.System);
        reader = new StoredTextReader(database);
        events = new EventWriter(pipeline, new RegisterReader(database));
        await using var connection = await database.OpenConnectionAsync(Cancel);
        curator = Actor.Person(
            await connection.QuerySingleAsync<Guid>(
                """
                insert into app_user (email, normalized_email, name, role, password_hash, security_stamp, created_at)
                values ('c@example.org', 'C@EXAMPLE.ORG', 'A curator', 'curator', '', '', now()) returning id
                """),
            "A curator", Role.Curator);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Store__the_whole_text__on_file_with_who_and_when()
    {
        var id = await StoredAsync(Command("whole"));

        var text = (await reader.FindAsync(id, null, Cancel))!;
        Assert.Equal(
            (Words, "whole", "A curator", "pasted", ReadableText.Hash(Words), false),
            (text.Text, text.Keeps, text.StoredBy, text.FileKind, text.TextSha256, text.IsOwnCopy));
        Assert.Equal($"report:{id}", await AskAsync<string>("select subject from audit_entry order by entry_no desc limit 1"));
    }

    [Theory]
    [InlineData("passages")]
    [InlineData("hash")]
    public async Task Store__not_to_be_kept__its_words_are_the_curators_alone_until_the_sitting_ends(string keeps)
    {
        var id = await StoredAsync(Command(keeps));

        Assert.Equal((Words, true), await reader.FindAsync(id, curator.Id, Cancel) is { } mine ? (mine.Text, mine.IsOwnCopy) : default);
        Assert.Null((await reader.FindAsync(id, Guid.NewGuid(), Cancel))!.Text);
        await new DraftWriter(database, TimeProvider.System).DropAsync(curator.Id!.Value, StoredTextWriter.DraftOf(id), Cancel);
        Assert.Equal((null, ReadableText.Hash(Words)), await reader.FindAsync(id, curator.Id, Cancel) is { } left ? (left.Text, left.TextSha256) : default);
        Assert.Equal(0, await AskAsync<long>("select count(*) from report where stored_text is not null"));
    }

    [Fact]
    public async Task Store__the_same_text_again__the_report_on_file_is_offered()
    {
        var id = await StoredAsync(Command("whole"));

        var again = Assert.IsType<TextOnFile>(await writer.StoreAsync(Command("whole") with { Sha256 = new string('b', 64) }, curator, "k2", Cancel));

        Assert.Equal((id, "A report of the test", true), (again.Id, again.Title, again.HoldsWords));
        Assert.Equal(1, await AskAsync<long>("select count(*) from report"));
    }

    [Fact]
    public async Task Store__the_same_words_in_another_paper__must_say_whose_they_are()
    {
        await StoredAsync(Command("whole"));
        var copy = Command("whole") with { Source = new(Name: "Another paper", Reliability: "C") };

        var refused = Assert.IsType<Refused>(await writer.StoreAsync(copy, curator, "k2", Cancel));

        Assert.Equal("report.originGroup", Assert.Single(refused.Breaches).Field);
        Assert.IsType<TextWritten>(await writer.StoreAsync(copy with { Report = copy.Report! with { OriginGroup = "A paper" } }, curator, "k3", Cancel));
    }

    [Fact]
    public async Task Store__what_breaks_rules__says_so_at_each_field()
    {
        var refused = Assert.IsType<Refused>(await writer.StoreAsync(
            Command(null) with { Report = new(PublishedOn: "2999-01-01"), Source = null }, curator, "k1", Cancel));

        Assert.Equal(["keeps", "report.publishedOn", "report.title", "source"], refused.Breaches.Select(b => b.Field).Order());
        await Assert.ThrowsAsync<NotAllowedException>(() => writer.StoreAsync(Command("whole"), Actor.Token(Guid.NewGuid(), "reads", Role.Analyst), "k2", Cancel));
    }

    [Fact]
    public async Task Pin__act_coded_from_the_text__stands_there_and_breaks_when_the_text_changes()
    {
        var id = await StoredAsync(Command("whole"));
        var act = await CodedAsync(Words);

        var before = Assert.Single(await reader.CodedAsync(id, Scope.Everything, Cancel));
        var written = Assert.IsType<TextWritten>(await writer.ReplaceAsync(
            new ReplaceText(id, 1, Words + " More.", new string('c', 64), "pasted", null, "The paper added a sentence."), curator, "r1", Cancel));
        var after = Assert.Single(await reader.CodedAsync(id, Scope.Everything, Cancel));

        Assert.Equal((act.ToString(), "Norway sent relief goods.", false), (before.ActId, Words[before.Pin!.From..before.Pin.To], before.IsBroken));
        Assert.Equal((2, true, before.Pin), (written.Version, after.IsBroken, after.Pin));
        Assert.Equal((1, 1), (await reader.ListAsync(Scope.Everything, Cancel))[0] is { } listed ? (listed.Acts, listed.Broken) : default);
        Assert.Equal((Words, "The paper added a sentence."), await AskAsync<(string, string)>("select stored_text, reason from former_text"));
        Assert.IsType<TextConflict>(await writer.ReplaceAsync(new ReplaceText(id, 1, "Other", new string('d', 64), "pasted", null, "Late"), curator, "r2", Cancel));
    }

    [Fact]
    public async Task Pin__not_where_the_passage_stands__refused()
    {
        await StoredAsync(Command("whole"));

        var refused = Assert.IsType<Refused>(await events.CreateAsync(new CreateAct(Act(Words, 1)), curator, "a1", Cancel));

        Assert.Equal("excerpt.pin", Assert.Single(refused.Breaches).Field);
    }

    [Fact]
    public async Task Pin__kept_through_a_correction_that_leaves_the_passage()
    {
        var id = await StoredAsync(Command("whole"));
        var act = await CodedAsync(Words);
        var stored = (await new EventReader(database).FindAsync(act, Scope.Everything, Cancel))!;

        Assert.IsType<ActWritten>(await events.EditAsync(new EditAct(act, 1, stored.Draft with { Title = "Corrected", Credibility = 3, Confidence = null }), curator, "e1", Cancel));

        Assert.NotNull(Assert.Single(await reader.CodedAsync(id, Scope.Everything, Cancel)).Pin);
    }

    [Fact]
    public async Task TakeUp__a_report_without_words__the_text_of_its_hash_may_be_coded_from()
    {
        await CodedAsync(null);
        var id = await AskAsync<Guid>("select id from report");
        var read = new TakeUpText(id, "passages", Words, new string('a', 64), "pasted", null);

        Assert.IsType<TextWritten>(await writer.TakeUpAsync(read, curator, "t1", Cancel));

        Assert.Equal((Words, true, "passages"), await reader.FindAsync(id, curator.Id, Cancel) is { } mine ? (mine.Text, mine.IsOwnCopy, mine.Keeps) : default);
        Assert.IsType<Refused>(await writer.TakeUpAsync(read with { Text = "Another" }, curator, "t2", Cancel));
    }

    [Fact]
    public async Task Names__by_register_adjective_and_capital()
    {
        var names = await reader.NamesAsync(Cancel);

        Assert.Equal(
            ["KAZ True", "RUS False", "UKR True", "USA True", "CIV True", "GBR True"],
            names.Find("Kazakh aid; Moscow; Ukrainians; the U.S.; Côte d’Ivoire; a British envoy").Select(m => $"{m.Code} {m.IsSure}"));
    }

    [Fact]
    public async Task Like__acts_that_share_words__the_likest_first_within_the_scope()
    {
        var act = await CodedAsync(Words);

        Assert.Equal(act.ToString(), Assert.Single(await reader.LikeAsync("goods were sent to Chad'); drop table x; --", Scope.Everything, Cancel)).ActId);
        Assert.Empty(await reader.LikeAsync("goods were sent", new Scope { Countries = new HashSet<CountryCode> { new("KAZ") } }, Cancel));
        Assert.Empty(await reader.LikeAsync("the and of", Scope.Everything, Cancel));
    }

    private async Task<Guid> StoredAsync(StoreText command) => Assert.IsType<TextWritten>(await writer.StoreAsync(command, curator, Guid.NewGuid().ToString(), Cancel)).Id;

    private async Task<Guid> CodedAsync(string? words) =>
        Assert.IsType<ActWritten>(await events.CreateAsync(new CreateAct(Act(words)), curator, Guid.NewGuid().ToString(), Cancel)).Id;

    private static StoreText Command(string? keeps) => new(
        new(Name: "A paper", Reliability: "B"), new("A report of the test", null, "2022-07-24", "en"), keeps, Words, new string('a', 64), "pasted");

    private static StanceEventDraft Act(string? words, int shift = 0)
    {
        const string passage = "Norway sent relief goods.";
        var from = words?.IndexOf(passage, StringComparison.Ordinal) + shift ?? 0;
        return new StanceEventDraft
        {
            Country = "NOR",
            Recipient = "UKR",
            Type = "HUM-AIDF",
            Date = "2022-04-14",
            Title = "Sends relief goods",
            Source = new(Name: "A paper", Reliability: "B"),
            Report = new("A report of the test", null, "2022-07-24", "en"),
            Excerpt = new(passage, 0, 11, "¶1, sentence 1", words is null ? null : new PinDraft(from, from + passage.Length, ReadableText.Hash(words))),
            Credibility = 2,
        };
    }

    private async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(sql);
    }
}

using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Testing;

namespace Stance.Data.Tests.Events;

public sealed class EventWriterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private NpgsqlDataSource database = null!;
    private EventWriter writer = null!;
    private EventReader reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        writer = new EventWriter(
            new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System),
            new RegisterReader(database));
        reader = new EventReader(database);
        await ExecuteAsync("insert into collection (code, name, description) values ('first', 'First', ''), ('second', 'Second', '')");
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Create__a_good_draft__everything_stands_in_one_change()
    {
        var written = await WrittenAsync(new CreateAct(Draft()), "k1");

        Assert.Equal((1, false, "KAZ"), (written.Version, written.Replayed, written.Country.Value));
        Assert.Equal(5, await AskAsync<double>("select score from scored_act where axis_code = 'RUW'"));
        Assert.Equal(0.85, await AskAsync<double>("select weight from scored_act where axis_code = 'RUW'"), 12);
        Assert.Equal("first", await AskAsync<string>("select c.code from collection_item i join collection c on c.id = i.collection_id"));
        Assert.Equal("Boeing 767", await AskAsync<string>("select substr(passage, highlight_from + 1, highlight_to - highlight_from) from excerpt"));
        Assert.Equal($"act:{written.Id}", await AskAsync<string>("select subject from audit_entry order by entry_no desc limit 1"));
        Assert.Equal(("KAZ", written.Id.ToString()), await AskAsync<(string, string)>("select country_code, subject from change_feed order by change_no desc limit 1"));
        Assert.Equal(1, await AskAsync<long>("select count(*) from act_version_as_of(now())"));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("'); drop table stance_event cascade; --")]
    [InlineData("Қазақстан \u200F 🕊 \\ \" % _")]
    public async Task Create__hostile_text_in_every_field__stored_as_typed(string text)
    {
        var draft = Draft() with
        {
            Title = text,
            Note = text,
            Statement = text,
            Attributes = Json(new { tonnes = 28, cargo = text }),
            Source = new(Name: text, Reliability: "B"),
            Report = new(text, "https://example.org/?q=<script>", "2022-07-24", null, text, text),
            Excerpt = new(text, null, null, text),
        };
        var written = await WrittenAsync(new CreateAct(draft), "k1");

        var stored = (await reader.FindAsync(written.Id, Scope.Everything, Cancel))!.Draft;
        Assert.Equal(
            (text, text, text, text, text, text, text),
            (stored.Title, stored.Note, stored.Statement, stored.Attributes!["cargo"].GetString(), stored.Source!.Name, stored.Report!.Title, stored.Excerpt!.Passage));
    }

    [Fact]
    public async Task Create__a_draft_that_breaks_rules__says_so_and_leaves_nothing_behind()
    {
        var refused = Assert.IsType<Refused>(await writer.CreateAsync(
            new CreateAct(Draft() with { Title = new string('x', 10000), Country = "XYZ" }), Curator, "k1", Cancel));

        Assert.Equal(["country", "title"], refused.Breaches.Select(b => b.Field).Order());
        await NothingStoredAsync();
        Assert.IsType<ActWritten>(await writer.CreateAsync(new CreateAct(Draft()), Curator, "k1", Cancel));
    }

    [Fact]
    public async Task Create__failing_at_its_last_statement__leaves_nothing_half()
    {
        await ExecuteAsync("alter table change_feed add constraint refuse check (what <> 'act.create') not valid");

        await Assert.ThrowsAsync<PostgresException>(() => writer.CreateAsync(new CreateAct(Draft()), Curator, "k1", Cancel));

        await NothingStoredAsync();
        await ExecuteAsync("alter table change_feed drop constraint refuse");
        Assert.False((await WrittenAsync(new CreateAct(Draft()), "k1")).Replayed);
    }

    [Fact]
    public async Task Create__repeated_with_its_key__the_first_answer_and_one_act()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");
        var again = await WrittenAsync(new CreateAct(Draft()), "k1");

        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(1, await AskAsync<long>("select count(*) from stance_event"));
        Assert.Equal(1, await AskAsync<long>("select count(*) from change_feed where what = 'act.create'"));
    }

    [Fact]
    public async Task Create__the_same_key_twenty_times_at_once__one_act()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => WrittenAsync(new CreateAct(Draft()), "k1")));

        Assert.Single(outcomes.Select(o => o.Id).Distinct());
        Assert.Single(outcomes, o => !o.Replayed);
        Assert.Equal(1, await AskAsync<long>("select count(*) from stance_event"));
    }

    [Fact]
    public async Task Create__a_key_used_for_something_else__refused_but_free_for_another_person()
    {
        await WrittenAsync(new CreateAct(Draft()), "k1");

        Assert.IsType<KeyReused>(await writer.CreateAsync(new CreateAct(Draft() with { Title = "Other" }), Curator, "k1", Cancel));
        var other = Actor.Token(Guid.NewGuid(), "other", Role.Curator);
        Assert.IsType<ActWritten>(await writer.CreateAsync(new CreateAct(Draft() with { Title = "Other" }), other, "k1", Cancel));
    }

    [Fact]
    public async Task Create__by_an_analyst__not_allowed() => await Assert.ThrowsAsync<NotAllowedException>(() =>
        writer.CreateAsync(new CreateAct(Draft()), Actor.Token(Guid.NewGuid(), "reader", Role.Analyst), "k1", Cancel));

    [Fact]
    public async Task Create__two_acts_from_one_report__share_source_report_and_passage()
    {
        await WrittenAsync(new CreateAct(Draft()), "k1");
        await WrittenAsync(new CreateAct(Draft() with { Title = "Second" }), "k2");

        Assert.Equal((1L, 1L, 1L), await AskAsync<(long, long, long)>(
            "select (select count(*) from source), (select count(*) from report), (select count(*) from excerpt)"));
    }

    [Fact]
    public async Task Create__a_new_source_with_a_known_name_and_another_grade__asked_to_choose()
    {
        await WrittenAsync(new CreateAct(Draft()), "k1");

        var refused = Assert.IsType<Refused>(await writer.CreateAsync(
            new CreateAct(Draft() with { Source = new(Name: "Wall Street Journal", Reliability: "D") }), Curator, "k2", Cancel));
        Assert.Equal("source.reliability", Assert.Single(refused.Breaches).Field);
    }

    [Fact]
    public async Task Create__a_source_by_id__its_grade_from_the_file_and_unknown_ids_refused()
    {
        await WrittenAsync(new CreateAct(Draft()), "k1");
        var known = Assert.Single(await reader.SourcesAsync(Cancel));

        var second = await WrittenAsync(new CreateAct(Draft() with { Source = new(known.Id, "Forged name", "A") }), "k2");
        Assert.Equal("B", (await reader.FindAsync(second.Id, Scope.Everything, Cancel))!.Draft.Source!.Reliability);
        var refused = Assert.IsType<Refused>(await writer.CreateAsync(
            new CreateAct(Draft() with { Source = new(Guid.NewGuid(), "Forged name", "A") }), Curator, "k3", Cancel));
        Assert.Contains(refused.Breaches, b => b.Field == "source.id");
    }

    [Fact]
    public async Task Create__from_an_archive__known_since_then_under_its_own_id()
    {
        var id = Guid.NewGuid();
        var published = new DateTimeOffset(2022, 7, 24, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(id, (await WrittenAsync(new CreateAct(Draft(), published, id), "k1")).Id);

        Assert.Equal(0, await CountAsOfAsync(published.AddMicroseconds(-1)));
        Assert.Equal(1, await CountAsOfAsync(published));
        Assert.Equal(1, await AskAsync<long>("select count(*) from claim_as_of('2022-07-24 12:00Z')"));
    }

    [Fact]
    public async Task Edit__of_the_newest_version__closes_it_and_opens_the_next()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");
        var before = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        var edited = await EditAsync(before, before.Draft with { Title = "Corrected", Intensity = 4, IntensityReason = "size unknown", Collections = ["second"] }, "k2");

        Assert.Equal((first.Id, 2), (edited.Id, edited.Version));
        var after = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        Assert.Equal(("Corrected", 2, "second"), (after.Draft.Title, after.Version, Assert.Single(after.Draft.Collections!)));
        Assert.Equal(before.Claims[0].Id, after.Claims[0].Id);
        Assert.Equal((Draft().Title, 5.0), await AsOfAsync(before.KnownFrom));
        Assert.Equal(("Corrected", 4.0), await AsOfAsync(after.KnownFrom));
        Assert.Equal((Draft().Title, 5.0), await AsOfAsync(after.KnownFrom.AddMicroseconds(-1)));
        Assert.Equal(1, await AskAsync<long>("select count(*) from claim"));
    }

    [Fact]
    public async Task Create__known_only_by_a_day__counts_on_it_or_on_an_earlier_one_and_reads_back_as_told()
    {
        var told = Draft() with { Date = null, From = null, To = "2022-07-24", Precision = "before" };
        var written = await WrittenAsync(new CreateAct(told), "k1");
        var read = (await reader.FindAsync(written.Id, Scope.Everything, Cancel))!;

        Assert.Equal((null, "2022-07-24", "before", "2022-07-24"), (read.Draft.From, read.Draft.To, read.Draft.Precision, read.Draft.ScoredOn));
        await EditAsync(read, read.Draft with { ScoredOn = "2022-03-01" }, "k2");
        Assert.Equal(new DateOnly(2022, 3, 1), await AskAsync<DateOnly>("select scored_on from stance_event_version where upper_inf(known)"));
    }

    [Fact]
    public async Task Edit__of_what_the_report_says__ends_the_claim_and_opens_the_next_under_its_id()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");
        var before = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        await EditAsync(before, before.Draft with { Credibility = 1, Confidence = null }, "k2");

        var after = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        Assert.Equal((1, before.Claims[0].Id), (after.Draft.Credibility, after.Claims[0].Id));
        Assert.Equal(0.95, after.Draft.Confidence);
        Assert.Equal(2, await AskAsync<long>("select count(*) from claim"));
    }

    [Fact]
    public async Task Edit__without_naming_further_claims__keeps_them_and_an_empty_list_ends_them()
    {
        var second = new ClaimDraft
        {
            Source = new(Name: "Agency", Reliability: "C"),
            Report = new("Two flights", PublishedOn: "2022-03-16"),
            Credibility = 3,
            Statement = "28.2 t in two flights, 14–15 March",
            ContradictsPreferred = true,
            Attributes = Json(new { tonnes = 28.2, flights = 2 }),
        };
        var first = await WrittenAsync(new CreateAct(Draft() with { FurtherClaims = [second] }), "k1");
        await EditAsync((await reader.FindAsync(first.Id, Scope.Everything, Cancel))!, Draft() with { Note = "Second look" }, "k2");
        var kept = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        Assert.Equal(second.Statement, Assert.Single(kept.Draft.FurtherClaims!).Statement);
        Assert.Equal(2, await AskAsync<long>("select count(*) from claim"));

        await EditAsync(kept, Draft() with { FurtherClaims = [] }, "k3");
        Assert.Empty((await reader.FindAsync(first.Id, Scope.Everything, Cancel))!.Draft.FurtherClaims!);
    }

    [Fact]
    public async Task Edit__an_older_version__conflict_with_the_newer_and_nothing_changed()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");
        var opened = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        await EditAsync(opened, opened.Draft with { Title = "Theirs" }, "k2");

        var conflict = Assert.IsType<ActConflict>(await writer.EditAsync(
            new EditAct(first.Id, 1, opened.Draft with { Title = "Mine" }), Curator, "k3", Cancel));
        Assert.Equal((2, "Theirs"), (conflict.Current.Version, conflict.Current.Draft.Title));
        Assert.Equal("Theirs", await AskAsync<string>("select title from act_version_as_of(now())"));
    }

    [Fact]
    public async Task Edit__twenty_racing_editors_each_retrying__every_acknowledged_edit_is_a_version()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");
        var conflicts = 0;
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            for (var attempt = 0; ; attempt++)
            {
                var seen = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
                switch (await writer.EditAsync(new EditAct(first.Id, seen.Version, seen.Draft with { Title = $"Editor {n}" }), Curator, $"{n}-{attempt}", Cancel))
                {
                    case ActWritten written:
                        return (Version: written.Version, Title: $"Editor {n}");
                    case ActConflict:
                        Interlocked.Increment(ref conflicts);
                        break;
                    case var other:
                        throw new InvalidOperationException(other.ToString());
                }
            }
        }));

        await using var connection = await database.OpenConnectionAsync(Cancel);
        var stored = await connection.QueryAsync<(int, string)>("select version, title from stance_event_version where version > 1 order by version");
        Assert.Equal(versions.OrderBy(v => v.Version), stored);
        Assert.Equal(Enumerable.Range(2, 20), versions.Select(v => v.Version).Order());
        Assert.True(conflicts > 0);
        Assert.Equal(1, await AskAsync<long>("select count(*) from stance_event_version where upper_inf(known)"));
    }

    [Fact]
    public async Task Edit__for_another_country_or_of_nothing__refused()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");

        var refused = Assert.IsType<Refused>(await writer.EditAsync(new EditAct(first.Id, 1, Draft() with { Country = "BLR" }), Curator, "k2", Cancel));
        Assert.Equal("country", Assert.Single(refused.Breaches).Field);
        Assert.IsType<Missing>(await writer.EditAsync(new EditAct(Guid.NewGuid(), 1, Draft()), Curator, "k3", Cancel));
    }

    [Fact]
    public async Task Retract__with_a_reason__gone_from_now_and_there_as_of_before()
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");
        var stored = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        var retracted = Assert.IsType<ActWritten>(await writer.RetractAsync(new RetractAct(first.Id, 1, "Never happened"), Curator, "k2", Cancel));

        Assert.Equal(2, retracted.Version);
        var after = (await reader.FindAsync(first.Id, Scope.Everything, Cancel))!;
        Assert.True(after.IsRetracted);
        Assert.Equal("Never happened", after.Reason);
        Assert.Equal(0, await CountAsOfAsync(after.KnownFrom));
        Assert.Equal(1, await CountAsOfAsync(stored.KnownFrom));
        Assert.Equal(0, await AskAsync<long>("select count(*) from act_score_as_of(now()) where event_id is not null"));
        Assert.Equal(0, await AskAsync<long>("select count(*) from claim_as_of(now())"));
        Assert.IsType<Refused>(await writer.RetractAsync(new RetractAct(first.Id, 2, "Again"), Curator, "k3", Cancel));
        Assert.IsType<Refused>(await writer.EditAsync(new EditAct(first.Id, 2, Draft()), Curator, "k4", Cancel));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public async Task Retract__without_a_usable_reason__refused(string? reason)
    {
        var first = await WrittenAsync(new CreateAct(Draft()), "k1");

        var refused = Assert.IsType<Refused>(await writer.RetractAsync(new RetractAct(first.Id, 1, reason), Curator, "k2", Cancel));
        Assert.Equal("reason", Assert.Single(refused.Breaches).Field);
        Assert.Equal(1, await AskAsync<long>("select count(*) from act_version_as_of(now())"));
    }

    [Fact]
    public async Task Create__while_another_countrys_writer_stands_still__is_not_held_up()
    {
        var kazakh = await WrittenAsync(new CreateAct(Draft()), "k1");
        await using var standing = await database.OpenConnectionAsync(Cancel);
        await using var transaction = await standing.BeginTransactionAsync(Cancel);
        await standing.ExecuteAsync("select from stance_event where id = @Id for update", new { kazakh.Id }, transaction);

        var other = writer.CreateAsync(new CreateAct(Draft() with { Country = "UZB" }), Curator, "k2", Cancel);
        Assert.Same(other, await Task.WhenAny(other, Task.Delay(TimeSpan.FromSeconds(20), Cancel)));
    }

    [Fact]
    public async Task Writers__of_sixteen_countries_with_new_sources_at_once__all_written_and_the_feed_in_order()
    {
        string[] countries = ["KAZ", "UZB", "KGZ", "TJK", "TKM", "BLR", "ARM", "AZE", "GEO", "MDA", "MNG", "TUR", "CHN", "IND", "IRN", "SRB"];
        var outcomes = await Task.WhenAll(countries.Select((c, i) => WrittenAsync(
            new CreateAct(Draft() with
            {
                Country = c,
                Source = new(Name: $"Source {i % 2}", Reliability: "B"),
                FurtherClaims = [new() { Source = new(Name: $"Source {1 - (i % 2)}", Reliability: "B"), Report = new("r", PublishedOn: "2022-03-16"), Credibility = 2, Statement = "s" }],
            }),
            $"k{i}")));

        Assert.Equal(16, outcomes.Select(o => o.Id).Distinct().Count());
        Assert.Equal(2, await AskAsync<long>("select count(*) from source"));
        Assert.Equal(16, await AskAsync<long>("select count(*) from change_feed where what = 'act.create'"));
    }

    private static StanceEventDraft Draft() => new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        Date = "2022-03-14",
        Title = "28 t of medicine by air",
        Attributes = Json(new { tonnes = 28, cargo = "medicine" }),
        Source = new(Name: "Wall Street Journal", Reliability: "B"),
        Report = new("Putin’s Unexpected Challenge", "https://example.org/a", "2022-07-24", "en", null, "Evan Gershkovich", true),
        Excerpt = new("dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine", 13, 23, "¶11"),
        Credibility = 2,
        Collections = ["first"],
    };

    private static Dictionary<string, JsonElement> Json(object value) =>
        JsonSerializer.SerializeToElement(value).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);

    private async Task<ActWritten> WrittenAsync(CreateAct command, string key) =>
        Assert.IsType<ActWritten>(await writer.CreateAsync(command, Curator, key, Cancel));

    private async Task<ActWritten> EditAsync(StoredEvent opened, StanceEventDraft draft, string key) =>
        Assert.IsType<ActWritten>(await writer.EditAsync(new EditAct(opened.Id, opened.Version, draft), Curator, key, Cancel));

    private async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(question);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync(statement);
    }

    private async Task<long> CountAsOfAsync(DateTimeOffset at)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<long>("select count(*) from act_version_as_of(@at)", new { at });
    }

    private async Task<(string Title, double Score)> AsOfAsync(DateTimeOffset at)
    {
        await using var connection = await database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<(string, double)>(
            "select v.title, s.score from act_version_as_of(@at) v join act_score_as_of(@at) s using (act_id) where s.axis_code = 'RUW'", new { at });
    }

    private async Task NothingStoredAsync() => Assert.Equal((0L, 0L, 0L, 0L, 0L), await AskAsync<(long, long, long, long, long)>(
        "select (select count(*) from stance_event), (select count(*) from source), (select count(*) from claim), (select count(*) from command_log), (select count(*) from audit_entry)"));
}

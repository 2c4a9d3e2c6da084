using Dapper;
using Npgsql;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Imports;
using Stance.Testing;

namespace Stance.Data.Tests.Imports;

/// <summary>A database of its own with two collections, and the writers over it.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    public static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    // All that acts consist of, without ids and moments that differ from one writing to the next.
    private const string Picture = """
        select string_agg(line, E'\n' order by line)
        from (
          select concat_ws('|', 'version', v.country_code, v.version, upper_inf(v.known), v.title, v.recipient_code, v.codebook_version, v.type_code, v.variant, v.happened_from, v.happened_to, v.precision, v.scored_on,
            v.intensity, v.intensity_reason, v.attributes, v.confidence, v.confidence_reason, v.evidence_weight, v.mode, v.note, v.parent_id, v.chain_id, v.stage, v.is_scored, v.state, v.changed_by, v.words,
            (select count(*) from stance_event e where e.id = v.event_id and e.created_by is null)) as line
          from stance_event_version v
          union all
          select concat_ws('|', 'score', v.title, v.version, s.axis_code, s.base_score, s.pole_weight, s.expectation, s.score, s.weight)
          from scored_act s join stance_event_version v using (country_code, event_id, version)
          union all
          select concat_ws('|', 'claim', (select min(v.title) from stance_event_version v where v.event_id = k.event_id and v.version = 1), upper_inf(k.known), k.rank, k.contradicts_preferred, k.credibility, k.statement, k.attributes, k.reason,
            r.title, r.author, r.published_on, r.url, r.language, r.origin_group, r.is_partial, o.name, o.reliability, o.url, x.passage, x.highlight_from, x.highlight_to, x.pointer, x.translation, x.words,
            (select count(distinct c.id) from claim c where c.event_id = k.event_id),
            (select count(*) from claim c where c.report_id = k.report_id), (select count(*) from claim c where c.excerpt_id = k.excerpt_id),
            k.known = (select v.known from stance_event_version v where v.event_id = k.event_id and lower(v.known) = lower(k.known)))
          from claim k left join report r on r.id = k.report_id left join source o on o.id = r.source_id left join excerpt x on x.id = k.excerpt_id
          where k.event_id is not null
          union all
          select concat_ws('|', 'item', c.code, (select min(v.title) from stance_event_version v where v.event_id = i.event_id and v.version = 1))
          from collection_item i join collection c on c.id = i.collection_id
          where i.event_id is not null
          union all
          select concat_ws('|', 'word', word) from written_word
          union all
          select concat_ws('|', 'on file', (select count(*) from source), (select count(*) from report), (select count(*) from excerpt))
        ) picture
        """;

    private ImportDesk(NpgsqlDataSource database, ImportLimits limits)
    {
        Database = database;
        Registers = new RegisterReader(database);
        Pipeline = new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        Events = new EventWriter(Pipeline, Registers);
        Imports = new ImportWriter(database, Pipeline, Registers, new EventReader(database), TimeProvider.System) { Limits = limits };
        Undo = new ImportUndo(Pipeline);
    }

    public NpgsqlDataSource Database { get; }

    public RegisterReader Registers { get; }

    public CommandPipeline Pipeline { get; }

    public EventWriter Events { get; }

    public ImportWriter Imports { get; }

    public ImportUndo Undo { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImportDesk> OpenAsync(PostgresFixture postgres, ImportLimits? limits = null)
    {
        var desk = new ImportDesk(StanceDatabase.Open(await postgres.NewDatabaseAsync()), limits ?? ImportLimits.Usual);
        await desk.ExecuteAsync("insert into collection (code, name, description) values ('first', 'First', ''), ('second', 'Second', '')");
        return desk;
    }

    public async Task<ImportMapping> MappingAsync(ReceivedFile file) =>
        ImportMapping.Of(TableFile.Headers(file.Content, ImportLimits.Usual), (await Registers.ReadAsync(Cancel)).Codebook);

    public async Task<WriteOutcome> LoadAsync(ReceivedFile file, int leaveOut = 0, string? key = null, IProgress<ImportProgress>? progress = null, CancellationToken? cancel = null) =>
        await Imports.LoadAsync(file, new LoadFile(file.Sha256, await MappingAsync(file), leaveOut), Curator, key ?? Guid.NewGuid().ToString("N"), progress, cancel ?? Cancel);

    public async Task<ImportReport> TryAsync(ReceivedFile file) =>
        Assert.IsType<ImportStopped>(await Imports.TryAsync(file, await MappingAsync(file), Curator, null, Cancel)).Report;

    public async Task<WriteOutcome> UndoAsync(Guid batch, bool leaveEdited = false) =>
        await Undo.UndoAsync(new UndoImport(batch, "Wrong file", leaveEdited), Curator, Guid.NewGuid().ToString("N"), Cancel);

    public Task<string> PictureAsync() => AskAsync<string>(Picture);

    /// <summary>How many rows each table holds.</summary>
    public Task<string> SizesAsync() => AskAsync<string>(
        "select concat_ws('|', (select count(*) from stance_event), (select count(*) from stance_event_version), (select count(*) from scored_act), (select count(*) from claim), "
        + "(select count(*) from source), (select count(*) from report), (select count(*) from excerpt), (select count(*) from collection_item), (select count(*) from written_word))");

    /// <summary>The current scores of all acts: what every index is made of.</summary>
    public Task<string> IndexAsync() => AskAsync<string>(
        "select coalesce(string_agg(concat_ws('|', country_code, act_id, axis_code, scored_on, score, weight), E'\\n' order by country_code, act_id, axis_code), '') from act_score_as_of('infinity')");

    /// <summary>Every constraint and index of the database, as it would be written.</summary>
    public Task<string> OrdersAsync() => AskAsync<string>("""
        select string_agg(line, E'\n' order by line)
        from (
          select concat_ws('|', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line from pg_constraint where connamespace = 'public'::regnamespace
          union all
          select concat_ws('|', indexrelid::regclass, pg_get_indexdef(indexrelid)) from pg_index where indexrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
        ) orders
        """);

    public async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(new CommandDefinition(question, cancellationToken: Cancel));
    }

    public async Task ExecuteAsync(string statement)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync(new CommandDefinition(statement, cancellationToken: Cancel));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

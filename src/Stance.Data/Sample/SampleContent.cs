using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;

namespace Stance.Data.Sample;

/// <summary>
/// Loads what a fresh Stance shows: nine roll calls on the war in Ukraine, and one article coded act by act.
/// Loading again changes nothing, takes up where a broken load ended, and never touches an act that a curator has corrected since.
/// </summary>
public sealed class SampleContent(NpgsqlDataSource database, RegisterReader registers, EventWriter writer)
{
    public const string ArticleCollection = "wsj-2022-07-24";
    public const string RollCallCollection = "unga-es11";

    private const string OpeningView = "collections=wsj-2022-07-24&countries=KAZ&from=2022-01-01&to=2022-07-24";

    private static readonly string Loaded = SqlFile.Read("Sample/LoadedSample.sql");
    private static readonly string ExistingEvents = SqlFile.Read("Sample/ExistingEvents.sql");
    private static readonly string InsertCollections = SqlFile.Read("Sample/InsertSampleCollections.sql");
    private static readonly string InsertRollCalls = SqlFile.Read("Sample/InsertSampleRollCalls.sql");
    private static readonly string InsertVotes = SqlFile.Read("Sample/InsertSampleVotes.sql");
    private static readonly string InsertItems = SqlFile.Read("Sample/InsertSampleItems.sql");
    private static readonly string InsertSources = SqlFile.Read("Sample/InsertSampleSources.sql");
    private static readonly string InsertReports = SqlFile.Read("Sample/InsertSampleReports.sql");
    private static readonly string InsertParents = SqlFile.Read("Sample/InsertSampleParents.sql");
    private static readonly string InsertTriggers = SqlFile.Read("Sample/InsertSampleTriggers.sql");
    private static readonly string InsertExcerpts = SqlFile.Read("Sample/InsertSampleExcerpts.sql");
    private static readonly string InsertClaims = SqlFile.Read("Sample/InsertSampleClaims.sql");
    private static readonly string KeepAllWords = SqlFile.Read("Search/KeepAllWords.sql");
    private static readonly string Record = SqlFile.Read("Sample/RecordSample.sql");
    private static readonly string SetOpeningView = SqlFile.Read("Sample/SetOpeningView.sql");
    private static readonly string Announce = SqlFile.Read("Sample/AnnounceSample.sql");

    /// <summary>Over a database alone, for tools that have no services.</summary>
    public static SampleContent Over(NpgsqlDataSource database, TimeProvider clock)
    {
        var registers = new RegisterReader(database);
        return new SampleContent(database, registers, new EventWriter(new CommandPipeline(database, new AuditWriter(clock), clock), registers));
    }

    /// <returns>False when the database had this edition of the sample already.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancel = default)
    {
        var files = SampleFiles.Read();
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await connection.ExecuteScalarAsync<string?>(new CommandDefinition(Loaded, cancellationToken: cancel)) == files.Sha256)
            return false;
        var codebook = (await registers.ReadAsync(cancel)).Codebook.Version;
        await InOneTransactionAsync(connection, write => WriteFrameAsync(files, codebook, write), cancel);
        await WriteEventsAsync(connection, files.Article, cancel);
        await InOneTransactionAsync(connection, write => WriteClaimsAsync(files, write), cancel);
        return true;
    }

    private static async Task InOneTransactionAsync(
        NpgsqlConnection connection, Func<Func<string, object, Task>, Task> work, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await work((sql, parameters) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancel)));
        await transaction.CommitAsync(cancel);
    }

    private static async Task WriteFrameAsync(SampleFiles files, string codebook, Func<string, object, Task> write)
    {
        await write(InsertCollections, new { rows = Rows(SampleRows.Collections(files)) });
        await write(InsertRollCalls, new { rows = Rows(SampleRows.RollCalls(files)), codebook });
        await write(InsertVotes, new
        {
            countries = files.Votes.Select(v => v.Country).ToArray(),
            rollCalls = files.Votes.Select(v => SampleId.Of(v.Symbol)).ToArray(),
            choices = files.Votes.Select(v => v.Choice).ToArray(),
        });
        await write(InsertItems, new { rows = Rows(SampleRows.VoteItems(files)) });
        await write(InsertSources, new { rows = Rows(files.Article.Sources) });
        await write(InsertReports, new { rows = Rows(SampleRows.Reports(files.Article)) });
        await write(InsertParents, new { rows = Rows(SampleRows.Parents(files.Article)) });
        await write(InsertTriggers, new { rows = Rows(SampleRows.Triggers(files.Article)) });
    }

    private async Task WriteEventsAsync(NpgsqlConnection connection, SampleArticle article, CancellationToken cancel)
    {
        var ids = article.Events.Select(e => SampleId.Of(e.Key)).ToArray();
        var existing = (await connection.QueryAsync<Guid>(new CommandDefinition(ExistingEvents, new { ids }, cancellationToken: cancel))).ToHashSet();
        var drafts = new SampleDrafts(article);
        foreach (var act in article.Events.Where(e => !existing.Contains(SampleId.Of(e.Key))))
        {
            var outcome = await writer.CreateAsync(drafts.Command(act), Actor.Console, $"sample {act.Key}", cancel);
            if (outcome is Refused refused)
                throw new InvalidOperationException($"The sample's act {act.Key} breaks a rule: {string.Join("; ", refused.Breaches)}");
        }
    }

    private static async Task WriteClaimsAsync(SampleFiles files, Func<string, object, Task> write)
    {
        await write(InsertExcerpts, new { rows = Rows(SampleRows.Excerpts(files.Article)) });
        await write(InsertClaims, new { rows = Rows(SampleRows.Claims(files.Article)) });
        await write(Record, new { sha256 = files.Sha256 });
        await write(SetOpeningView, new { printed = OpeningView });
        var countries = files.Article.Events.Select(e => e.Country).Concat(files.Votes.Select(v => v.Country)).Distinct().Order();
        await write(Announce, new { countries = countries.ToArray() });
        await write(KeepAllWords, new { });
    }

    private static string Rows(IEnumerable<object> rows) => JsonSerializer.Serialize(rows, SampleFiles.Json);
}

using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Data.People;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>One command's transaction: who, when, and the statements that lay down an act.</summary>
internal sealed class EventTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, Actor actor, Register register, DateTimeOffset now)
{
    private static readonly string InsertEvent = SqlFile.Read("Events/InsertEvent.sql");
    private static readonly string InsertVersion = SqlFile.Read("Events/InsertVersion.sql");
    private static readonly string CloseVersion = SqlFile.Read("Events/CloseVersion.sql");
    private static readonly string InsertRetraction = SqlFile.Read("Events/InsertRetraction.sql");
    private static readonly string InsertOverride = SqlFile.Read("Events/InsertOverride.sql");
    private static readonly string InsertScore = SqlFile.Read("Events/InsertScore.sql");
    private static readonly string CloseClaims = SqlFile.Read("Events/CloseClaims.sql");
    private static readonly string AddToCollections = SqlFile.Read("Events/AddToCollections.sql");
    private static readonly string RemoveFromCollections = SqlFile.Read("Events/RemoveFromCollections.sql");
    private static readonly string KeepWords = SqlFile.Read("Search/KeepWords.sql");
    private static readonly string AppendChange = SqlFile.Read("Events/AppendChange.sql");

    public NpgsqlConnection Connection { get; } = connection;

    public NpgsqlTransaction Transaction { get; } = transaction;

    public Register Register { get; } = register;

    public DateTimeOffset Now { get; } = now;

    // Versions name people only; a token's hand is in the audit.
    private Guid? By { get; } = actor.IsPerson ? actor.Id : null;

    public Task<Guid> InsertEventAsync(StanceEvent act, Guid? id, CancellationToken cancel) =>
        Connection.QuerySingleAsync<Guid>(Statement(InsertEvent, new { country = act.Country.Value, id, at = Now, by = By }, cancel));

    public async Task InsertVersionAsync(
        StanceEvent act, Guid id, int version, DateTimeOffset knownFrom, string? reason, CancellationToken cancel)
    {
        await RunAsync(
            InsertVersion,
            new
            {
                country = act.Country.Value,
                id,
                version,
                knownFrom,
                recordedAt = Now,
                act.Title,
                recipient = act.Recipient?.Value,
                codebook = Register.Codebook.Version,
                type = act.Type.Code,
                variant = act.Variant.Key,
                from = act.Dates.From,
                to = act.Dates.To,
                precision = EventDates.Print(act.Dates.Precision),
                scoredOn = act.Dates.ScoredOn,
                act.Intensity,
                act.IntensityReason,
                attributes = JsonSerializer.Serialize(act.Attributes),
                act.Confidence,
                act.ConfidenceReason,
                act.Variant.EvidenceWeight,
                mode = act.Variant.IsDeed ? "M" : "D",
                act.Note,
                act.Parent,
                act.Chain,
                act.Stage,
                act.IsScored,
                reason,
                by = By,
            },
            cancel);
        var country = act.Country.Value;
        foreach (var set in act.Overrides)
            await RunAsync(InsertOverride, new { country, id, version, set.Axis, set.Score, set.Reason }, cancel);
        if (!act.IsScored)
            return;
        foreach (var score in ActScoring.Score(act.Facts, Register.Axes.Values, Register.Ties))
        {
            await RunAsync(
                InsertScore,
                new { country, id, version, score.Axis, score.BaseScore, score.PoleWeight, score.Expectation, score.Score, score.Weight },
                cancel);
        }
    }

    public Task CloseVersionAsync(StoredEvent current, DateTimeOffset at, CancellationToken cancel) =>
        RunAsync(CloseVersion, new { country = current.Country.Value, current.Id, current.Version, at }, cancel);

    public Task InsertRetractionAsync(StoredEvent current, DateTimeOffset at, string reason, CancellationToken cancel) => RunAsync(
        InsertRetraction, new { country = current.Country.Value, current.Id, current.Version, at, recordedAt = Now, reason, by = By }, cancel);

    /// <param name="ids">Null = all claims of the act.</param>
    public Task CloseClaimsAsync(StoredEvent current, DateTimeOffset at, Guid[]? ids, CancellationToken cancel) =>
        RunAsync(CloseClaims, new { country = current.Country.Value, @event = current.Id, at, ids }, cancel);

    public async Task SetCollectionsAsync(StanceEvent act, Guid id, CancellationToken cancel)
    {
        var parameters = new { country = act.Country.Value, id, codes = act.Collections.ToArray() };
        await RunAsync(RemoveFromCollections, parameters, cancel);
        await RunAsync(AddToCollections, parameters, cancel);
    }

    /// <summary>The last of a command: under the change lock, so that two that bring the same new words do not wait for each other.</summary>
    public async Task AppendChangeAsync(ActWritten written, string what, CancellationToken cancel)
    {
        await RunAsync(KeepWords, new { country = written.Country.Value, id = written.Id }, cancel);
        await RunAsync(AppendChange, new { at = Now, country = written.Country.Value, what, subject = written.Id.ToString() }, cancel);
    }

    private Task<int> RunAsync(string sql, object parameters, CancellationToken cancel) => Connection.ExecuteAsync(Statement(sql, parameters, cancel));

    private CommandDefinition Statement(string sql, object parameters, CancellationToken cancel) =>
        new(sql, parameters, Transaction, cancellationToken: cancel);
}

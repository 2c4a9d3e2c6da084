using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Coding;
using Stance.Data.Events;
using Stance.Data.People;

namespace Stance.Data.Coding;

/// <summary>
/// Answers what waits for whom, and what coders agree on. Until both have answered, nobody is told what the first answer was: the second coder
/// is shown the passage and where it stands, and nothing else.
/// </summary>
public sealed class CodingReader(NpgsqlDataSource database)
{
    private static readonly string Rule = SqlFile.Read("Coding/SecondCodingRule.sql");
    private static readonly string Queue = SqlFile.Read("Coding/CodingQueue.sql");
    private static readonly string Stored = SqlFile.Read("Coding/StoredCase.sql");
    private static readonly string Pairs = SqlFile.Read("Coding/CodingPairs.sql");
    private static readonly string Names = SqlFile.Read("Coding/CodersByName.sql");
    private static readonly string Precedents = SqlFile.Read("Coding/Precedents.sql");
    private static readonly string OfAct = SqlFile.Read("Coding/CodingOfAct.sql");
    private static readonly string SourcesById = SqlFile.Read("Events/SourcesById.sql");

    /// <summary>Which acts go to a second coder, and whether there is anybody besides this coder who could be one.</summary>
    public async Task<(SecondCoding Rule, bool HasSecondCoder)> RuleAsync(Guid? coder, CancellationToken cancel)
    {
        var row = await OneAsync<RuleRow>(Rule, new { coder }, cancel);
        return (new SecondCoding(row!.Share, row.Kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Salt), row.HasSecondCoder);
    }

    /// <summary>What becomes of an entry: null = it is published at once.</summary>
    public async Task<SecondCodingReason?> DrawAsync(Actor coder, string key, string kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(coder);
        if (!coder.IsPerson)
            return null;
        var (rule, hasSecondCoder) = await RuleAsync(coder.Id, cancel);
        return hasSecondCoder ? rule.Draw(key, kind) : null;
    }

    public async Task<IReadOnlyList<QueuedCase>> QueueAsync(Actor coder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(coder);
        return [.. (await ListAsync<QueueRow>(Queue, new { coder = coder.Id }, cancel)).Select(r => r.ToCase())];
    }

    /// <summary>The passage of a case that waits for its second coder; null for the first coder and when nothing waits.</summary>
    public async Task<CaseEvidence?> EvidenceAsync(Guid id, Actor coder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(coder);
        var stored = await StoredAsync(id, cancel);
        return stored is { IsClosed: false, Answers.Count: 1 } && coder.IsPerson && !stored.IsOf(coder.Id) ? await NamedAsync(stored.Evidence, cancel) : null;
    }

    /// <summary>A case both coders have answered; null before, for everybody.</summary>
    public async Task<StoredCase?> AnsweredAsync(Guid id, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var stored = await StoredAsync(id, cancel);
        return stored is { Answers.Count: 2 } && stored.Answers.All(a => a.Coded is null || a.Coded.Actors.All(scope.Allows)) ? stored : null;
    }

    /// <summary>The case an act came from; null for an act that was coded once.</summary>
    public Task<CodingOfAct?> OfActAsync(Guid act, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return OneAsync<CodingOfAct>(OfAct, new { @event = act, countries = scope.Countries?.Select(c => c.Value).ToArray() }, cancel);
    }

    /// <summary>Up to three rulings of the same kind or with like words, the nearest first.</summary>
    /// <param name="except">The case that is being ruled.</param>
    public Task<IReadOnlyList<Precedent>> PrecedentsAsync(string? kind, string words, Guid? except, CancellationToken cancel) =>
        ListAsync<Precedent>(Precedents, new { type = kind, words, except }, cancel);

    public async Task<(AgreementReport Report, IReadOnlyDictionary<Guid, string> Coders)> AgreementAsync(Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var rows = await ListAsync<PairRow>(Pairs, new { countries = scope.Countries?.Select(c => c.Value).ToArray() }, cancel);
        var names = await ListAsync<(Guid Id, string Name)>(Names, new { }, cancel);
        return (AgreementReport.Of([.. rows.Select(r => r.ToPair())]), names.ToDictionary(n => n.Id, n => n.Name));
    }

    private async Task<StoredCase?> StoredAsync(Guid id, CancellationToken cancel) => CaseRow.CaseOf(await ListAsync<CaseRow>(Stored, new { id }, cancel));

    private async Task<CaseEvidence> NamedAsync(CaseEvidence evidence, CancellationToken cancel)
    {
        if (evidence.Source.Id is not { } id)
            return evidence;
        var row = await OneAsync<EventReader.SourceRow>(SourcesById, new { ids = new[] { id } }, cancel);
        return row is null ? evidence : evidence with { Source = new(id, row.Name, row.Reliability, row.Url) };
    }

    private async Task<T?> OneAsync<T>(string sql, object parameters, CancellationToken cancel) => (await ListAsync<T>(sql, parameters, cancel)) is [var first, ..] ? first : default;

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();
    }

    private sealed record RuleRow(double Share, string Kinds, string Salt, bool HasSecondCoder);
}

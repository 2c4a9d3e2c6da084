using Dapper;
using Npgsql;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>Answers what the registers that people keep say and said, for their pages.</summary>
public sealed class KeptRegisterReader(NpgsqlDataSource database)
{
    private static readonly string Triggers = SqlFile.Read("Registers/TriggerHistory.sql");
    private static readonly string Sources = SqlFile.Read("Registers/SourcesKept.sql");
    private static readonly string Earlier = SqlFile.Read("Registers/SourceVersions.sql");

    /// <summary>Every mark, the latest day first.</summary>
    public async Task<IReadOnlyList<TriggerHistory>> TriggersAsync(CancellationToken cancel) =>
        [.. (await RowsAsync<TriggerRow>(Triggers, cancel)).Select(r => r.ToTrigger()).GroupBy(t => t.Id)
            .Select(g => new TriggerHistory(g.Key, [.. g])).OrderByDescending(t => t.Newest.Text.From).ThenBy(t => t.Id)];

    /// <summary>Every source, the most used first.</summary>
    public async Task<IReadOnlyList<KeptSource>> SourcesAsync(CancellationToken cancel)
    {
        var earlier = (await RowsAsync<EarlierRow>(Earlier, cancel)).ToLookup(r => r.Id, r => r.ToEarlier());
        return [.. (await RowsAsync<SourceRow>(Sources, cancel)).Select(r => new KeptSource(
            r.Id, r.Facts, r.Version, r.Reports, r.Acts, [.. earlier[r.Id]]))];
    }

    private async Task<IEnumerable<T>> RowsAsync<T>(string sql, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.QueryAsync<T>(new CommandDefinition(sql, cancellationToken: cancel));
    }

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);

    private sealed record TriggerRow(
        Guid Id, string Title, DateOnly FromDay, DateOnly? ToDay, string? Note, DateTime Since, DateTime? Until,
        string? OpenedBy, string? Reason, string? TakenBackBy, string? TakenBackReason)
    {
        public KeptTrigger ToTrigger() => new(
            Id, new TriggerText(Title, FromDay, ToDay, Note), Utc(Since), Until is { } until ? Utc(until) : null, OpenedBy, Reason, TakenBackBy, TakenBackReason);
    }

    private sealed record SourceRow(
        Guid Id, string Name, string Reliability, string? Url, DateOnly? ReadSince, DateOnly? CodedBackTo, int Version, int Reports, int Acts)
    {
        public SourceFacts Facts => new(Name, Reliability[0], Url, ReadSince, CodedBackTo);
    }

    private sealed record EarlierRow(
        Guid Id, string Name, string Reliability, string? Url, DateOnly? ReadSince, DateOnly? CodedBackTo, DateTime Until, string? ChangedBy, string Reason)
    {
        public EarlierSource ToEarlier() => new(new SourceFacts(Name, Reliability[0], Url, ReadSince, CodedBackTo), Utc(Until), ChangedBy, Reason);
    }
}

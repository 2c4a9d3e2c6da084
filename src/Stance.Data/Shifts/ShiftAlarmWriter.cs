using Dapper;
using Npgsql;
using Stance.Data.Acts;
using Stance.Shifts;

namespace Stance.Data.Shifts;

/// <summary>Stores alarms, each shift once however often it is found.</summary>
public sealed class ShiftAlarmWriter(NpgsqlDataSource database, ActFeed feed)
{
    private static readonly string Lock = SqlFile.Read("Shifts/LockAlarms.sql");
    private static readonly string Insert = SqlFile.Read("Shifts/InsertAlarm.sql");

    /// <returns>How many were not known yet.</returns>
    public async Task<int> RaiseAsync(IReadOnlyCollection<RaisedAlarm> alarms, CancellationToken cancel)
    {
        if (alarms.Count == 0)
            return 0;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancel));
        var stored = 0;
        foreach (var alarm in alarms)
            stored += await connection.ExecuteAsync(new CommandDefinition(Insert, Row(alarm), transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
        return stored;
    }

    private object Row(RaisedAlarm raised) => new
    {
        country = raised.Country.Value,
        axis = raised.Axis,
        method = AlarmRecord.NameOf(raised.Alarm.Method),
        week = raised.Alarm.Monday,
        since = raised.Alarm.Since,
        value = raised.Alarm.Value,
        before = raised.Alarm.Before,
        after = raised.Alarm.After,
        acts = raised.Acts.Select(a => a.ToString()).ToArray(),
        codebook = feed.Register.Codebook.Version,
        at = raised.RaisedAt.UtcDateTime,
        rest = ShiftWatch.BaselineDays,
    };
}

internal sealed record AlarmRecord(
    string Country, string Axis, string Method, DateOnly Week, DateOnly Since, double Value, double Before, double After, string ActIds, DateTime RaisedAt)
{
    private const string Departures = "departures";
    private const string FreshLevel = "fresh-level";

    public static string NameOf(AlarmMethod method) => method == AlarmMethod.Departures ? Departures : FreshLevel;

    public RaisedAlarm ToAlarm() => new(
        new(Country), Axis,
        new ShiftAlarm(Method == Departures ? AlarmMethod.Departures : AlarmMethod.FreshLevel, Week, Since, Value, Before, After),
        [.. ActIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Stance.Acts.ActId.TryParse(id, out var act) ? act : throw new InvalidOperationException($"Act id {id} is malformed."))],
        new DateTimeOffset(RaisedAt, TimeSpan.Zero));
}

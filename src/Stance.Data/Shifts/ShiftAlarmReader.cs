using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Explanation;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Data.Shifts;

/// <summary>The alarms a reader may see and the names of their acts.</summary>
public sealed record AlarmReport(IReadOnlyList<RaisedAlarm> Alarms, IReadOnlyDictionary<ActId, ActName> Names);

/// <summary>Reads the alarms that were raised, newest week first.</summary>
public sealed class ShiftAlarmReader(NpgsqlDataSource database, ActNameReader names, TimeProvider clock)
{
    public const int Most = 200;

    private static readonly string Alarms = SqlFile.Read("Shifts/Alarms.sql");

    /// <summary>Those of some countries on a view's axis and in its period, as told by its knowledge date.</summary>
    public Task<AlarmReport> ReadAsync(ViewState view, IReadOnlyCollection<CountryCode> countries, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        var period = asked.PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return ReadAsync(new AlarmQuery([.. countries.Select(c => c.Value)], asked.Axis, period.From, period.To, Instant(asked.AsOf)), asked.AsOf, scope, cancel);
    }

    /// <summary>The newest of all countries and axes.</summary>
    public Task<AlarmReport> ReadNewestAsync(Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var countries = scope.Countries?.Select(c => c.Value).ToArray();
        return ReadAsync(new AlarmQuery(countries, scope.Axis, null, null, Instant(scope.Until)), scope.Until, scope, cancel);
    }

    private async Task<AlarmReport> ReadAsync(AlarmQuery query, AsOf known, Scope scope, CancellationToken cancel)
    {
        // An alarm is raised from all acts of a country; who may see only some of them is told of none.
        if (scope is not { Collections: null, Families: null, Form: null, Period: null })
            return new AlarmReport([], new Dictionary<ActId, ActName>());
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<AlarmRecord>(new CommandDefinition(Alarms, query, cancellationToken: cancel));
        var alarms = rows.Select(r => r.ToAlarm()).Where(a => scope.Allows(a.Country)).ToList();
        var leading = alarms.SelectMany(a => a.Acts.Select(act => (a.Country, act))).Distinct().ToList();
        return new AlarmReport(alarms, await names.ReadAsync(leading, scope, new KnownSpan(known, known), cancel));
    }

    private DateTime Instant(AsOf known) => (known.Instant ?? clock.GetUtcNow()).UtcDateTime;

    private sealed record AlarmQuery(string[]? Countries, string? Axis, DateOnly? From, DateOnly? To, DateTime KnownAt)
    {
        public int Most { get; } = ShiftAlarmReader.Most;
    }
}

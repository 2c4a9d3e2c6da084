using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Fields of an act under a name, to start new acts from.</summary>
/// <param name="IsShared">Every curator sees it; else its owner alone.</param>
/// <param name="IsMine">Whether the reader owns it.</param>
public sealed record ActTemplate(Guid Id, string Name, StanceEventDraft Draft, bool IsShared, bool IsMine, string Owner, DateTimeOffset MadeAt);

/// <summary>Answers which templates a curator can start from: own ones and shared ones.</summary>
public sealed class TemplateReader(NpgsqlDataSource database)
{
    private static readonly string Templates = SqlFile.Read("Events/Templates.sql");

    /// <returns>In the order of their names, at most 500.</returns>
    public Task<IReadOnlyList<ActTemplate>> ListAsync(Guid user, Scope scope, CancellationToken cancel) => ReadAsync(user, null, scope, cancel);

    /// <summary>Null when there is none, or it is somebody else's and not shared.</summary>
    public async Task<ActTemplate?> FindAsync(Guid id, Guid user, Scope scope, CancellationToken cancel) =>
        await ReadAsync(user, id, scope, cancel) is [var found] ? found : null;

    private async Task<IReadOnlyList<ActTemplate>> ReadAsync(Guid user, Guid? id, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var parameters = new { user, id, countries = scope.Countries?.Select(c => c.Value).ToArray() };
        return [.. (await connection.QueryAsync<Row>(new CommandDefinition(Templates, parameters, cancellationToken: cancel))).Select(r => r.ToTemplate())];
    }

    private sealed record Row(Guid Id, string Name, string Draft, bool IsShared, bool IsMine, string Owner, DateTime MadeAt)
    {
        public ActTemplate ToTemplate() => new(
            Id, Name, JsonSerializer.Deserialize<StanceEventDraft>(Draft, JsonSerializerOptions.Web)!, IsShared, IsMine, Owner,
            new DateTimeOffset(DateTime.SpecifyKind(MadeAt, DateTimeKind.Utc)));
    }
}

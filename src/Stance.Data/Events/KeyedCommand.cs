using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using Stance.Countries;
using Stance.Data.People;

namespace Stance.Data.Events;

/// <summary>A command with the key its sender gave it: carried out once, answered alike as often as it is repeated.</summary>
internal sealed record KeyedCommand(Actor Actor, string Key, string Name, byte[] BodyHash)
{
    private static readonly string LockKey = SqlFile.Read("Events/LockCommandKey.sql");
    private static readonly string Find = SqlFile.Read("Events/FindCommand.sql");
    private static readonly string Log = SqlFile.Read("Events/LogCommand.sql");

    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static KeyedCommand Of(Actor actor, string key, string name, object body) =>
        new(actor, key, name, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Canonical)));

    /// <summary>Waits for a twin of this command, and gives the first answer if there was one.</summary>
    public async Task<WriteOutcome?> EarlierAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var parameters = new { actor = Actor.Key, key = Key };
        await connection.ExecuteAsync(new CommandDefinition(LockKey, parameters, transaction, cancellationToken: cancel));
        var earlier = await connection.QuerySingleOrDefaultAsync<CommandRow>(new CommandDefinition(Find, parameters, transaction, cancellationToken: cancel));
        if (earlier is null)
            return null;
        if (earlier.Command != Name || !earlier.BodyHash.AsSpan().SequenceEqual(BodyHash))
            return new KeyReused();
        var answer = JsonSerializer.Deserialize<Answer>(earlier.Outcome, JsonSerializerOptions.Web)!;
        return new ActWritten(answer.Id, new CountryCode(answer.Country), answer.Version, Replayed: true);
    }

    public Task LogAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ActWritten written, DateTimeOffset at, CancellationToken cancel)
    {
        var outcome = JsonSerializer.Serialize(new Answer(written.Id, written.Country.Value, written.Version), JsonSerializerOptions.Web);
        return connection.ExecuteAsync(new CommandDefinition(
            Log, new { actor = Actor.Key, key = Key, command = Name, bodyHash = BodyHash, outcome, at }, transaction, cancellationToken: cancel));
    }

    private sealed record CommandRow(string Command, byte[] BodyHash, string Outcome);

    private sealed record Answer(Guid Id, string Country, int Version);
}

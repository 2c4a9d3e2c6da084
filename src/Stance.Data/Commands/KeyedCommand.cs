using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using Stance.Data.People;

namespace Stance.Data.Commands;

/// <summary>A command with the key its sender gave it: carried out once, answered alike as often as it is repeated.</summary>
public sealed record KeyedCommand
{
    private static readonly string LockKey = SqlFile.Read("Commands/LockCommandKey.sql");
    private static readonly string Find = SqlFile.Read("Commands/FindCommand.sql");
    private static readonly string Log = SqlFile.Read("Commands/LogCommand.sql");

    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly string key;
    private readonly byte[] bodyHash;

    private KeyedCommand(Actor actor, string key, string name, byte[] bodyHash) =>
        (Actor, this.key, Name, this.bodyHash) = (actor, key, name, bodyHash);

    public Actor Actor { get; }

    /// <summary>As the audit and the change feed call it: <c>act.edit</c>.</summary>
    public string Name { get; }

    /// <param name="least">The lowest role that may send it.</param>
    /// <param name="body">All that is asked; the same key with another body is refused.</param>
    /// <exception cref="NotAllowedException">The actor's role is lower.</exception>
    /// <exception cref="ArgumentException">The key is none.</exception>
    public static KeyedCommand Of(Actor actor, Role least, string key, string name, object body)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(body);
        actor.Require(least);
        if (!IsKey(key))
            throw new ArgumentException("A key has 1 to 200 printable characters.", nameof(key));
        return new KeyedCommand(actor, key, name, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Canonical)));
    }

    /// <summary>Whether text can serve as a key: 1 to 200 printable ASCII characters.</summary>
    public static bool IsKey(string? key) => key is { Length: >= 1 and <= 200 } && key.All(c => c is >= ' ' and <= '~');

    /// <summary>Waits for a twin of this command, and gives the first answer if there was one.</summary>
    internal async Task<WriteOutcome?> EarlierAsync<TWritten>(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
        where TWritten : Written
    {
        var parameters = new { actor = Actor.Key, key };
        await connection.ExecuteAsync(new CommandDefinition(LockKey, parameters, transaction, cancellationToken: cancel));
        var earlier = await connection.QuerySingleOrDefaultAsync<CommandRow>(new CommandDefinition(Find, parameters, transaction, cancellationToken: cancel));
        if (earlier is null)
            return null;
        if (earlier.Command != Name || !earlier.BodyHash.AsSpan().SequenceEqual(bodyHash))
            return new KeyReused();
        return JsonSerializer.Deserialize<TWritten>(earlier.Outcome, JsonSerializerOptions.Web)! with { Replayed = true };
    }

    internal Task LogAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Written written, DateTimeOffset at, CancellationToken cancel)
    {
        var outcome = JsonSerializer.Serialize(written, written.GetType(), JsonSerializerOptions.Web);
        return connection.ExecuteAsync(new CommandDefinition(
            Log, new { actor = Actor.Key, key, command = Name, bodyHash, outcome, at }, transaction, cancellationToken: cancel));
    }

    private sealed record CommandRow(string Command, byte[] BodyHash, string Outcome);
}

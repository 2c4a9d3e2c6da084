using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>Which suggestions to show: of these countries, or of all; after the last one shown.</summary>
public sealed record SuggestionQuery(IReadOnlyList<CountryCode>? Actors = null, Suggestion? After = null);

/// <summary>Answers what machines coded and nobody has decided on.</summary>
public sealed class SuggestionReader(NpgsqlDataSource database)
{
    public const int Page = 50;

    private static readonly string Suggestions = SqlFile.Read("Imports/Suggestions.sql");

    public Task<IReadOnlyList<Suggestion>> ListAsync(SuggestionQuery query, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(
            new { id = (Guid?)null, actors = query.Actors is { Count: > 0 } ? query.Actors.Select(a => a.Value).ToArray() : null, day = query.After?.Day, after = query.After?.Id, limit = Page }, scope, cancel);
    }

    /// <summary>Null when it is decided, or none.</summary>
    public async Task<Suggestion?> FindAsync(Guid id, Scope scope, CancellationToken cancel) =>
        await ReadAsync(new { id = (Guid?)id, actors = (string[]?)null, day = (DateOnly?)null, after = (Guid?)null, limit = 1 }, scope, cancel) is [var found] ? found : null;

    private async Task<IReadOnlyList<Suggestion>> ReadAsync(object parameters, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<SuggestionRow>(new CommandDefinition(Suggestions, parameters, cancellationToken: cancel));
        return [.. rows.Where(r => scope.Allows(new CountryCode(r.Actor))).Select(r => r.ToSuggestion())];
    }

    private sealed record SuggestionRow(
        Guid Id, string Format, string RowIds, string File, int Row, string Actor, string? Recipient, DateOnly Day, string? Url, string? Publisher,
        string Scheme, string Code, double? Goldstein, string Proposals, string Words)
    {
        public Suggestion ToSuggestion() => new(
            Id, Format, RowIds, File, Row, Actor, Recipient, Day, Url, Publisher, Scheme, Code, Goldstein,
            JsonSerializer.Deserialize<KindProposal[]>(Proposals, JsonSerializerOptions.Web)!, Words);
    }
}

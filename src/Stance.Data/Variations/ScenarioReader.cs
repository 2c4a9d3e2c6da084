using Dapper;
using Npgsql;
using Stance.Data.People;
using Stance.Variations;
using Stance.ViewStates;

namespace Stance.Data.Variations;

/// <summary>Lists the scenarios a person may see: own ones, shared ones, an administrator everybody's.</summary>
public sealed class ScenarioReader(NpgsqlDataSource database)
{
    private static readonly string Scenarios = SqlFile.Read("Variations/Scenarios.sql");

    public Task<IReadOnlyList<Scenario>> ListAsync(Actor actor, CancellationToken cancel) => ReadAsync(actor, null, cancel);

    /// <summary>Those of these ids that may be seen, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Scenario>> FindAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = (await ReadAsync(actor, [.. ids], cancel)).ToDictionary(s => s.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private async Task<IReadOnlyList<Scenario>> ReadAsync(Actor actor, Guid[]? ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Viewer);
        var asked = new { person = actor.IsPerson ? actor.Id : null, seesAll = actor.Role == Role.Administrator, ids };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Scenarios, asked, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToScenario())];
    }

    private sealed record Row
    {
        public Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Assumptions { get; init; }

        public required string HalfLife { get; init; }

        public bool IsShared { get; init; }

        public Guid CreatedBy { get; init; }

        public required string CreatedByName { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public Scenario ToScenario() => new(
            Id, Name, Assumptions.Length == 0 ? null : WhatIf.Parse(Assumptions), Stance.ViewStates.HalfLife.Parse(HalfLife), IsShared, CreatedBy, CreatedByName, CreatedAt);
    }
}

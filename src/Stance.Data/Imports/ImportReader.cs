using Dapper;
using Npgsql;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>An import on file.</summary>
public sealed class ImportBatch
{
    public Guid Id { get; init; }

    public string File { get; init; } = "";

    public string Sender { get; init; } = "";

    public int Rows { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int LeftOut { get; init; }

    public DateTime At { get; init; }

    public string By { get; init; } = "";

    public DateTime? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public string? Reason { get; init; }

    public int ActsLeft { get; init; }
}

/// <summary>The act a row became.</summary>
public sealed record ImportedRow(int Row, string Key, string Country, Guid Act, int Version, bool IsChange, string Title);

/// <summary>Answers which files were imported and what came from each row; for curators.</summary>
public sealed class ImportReader(NpgsqlDataSource database)
{
    private static readonly string Batches = SqlFile.Read("Imports/Batches.sql");
    private static readonly string BatchRows = SqlFile.Read("Imports/BatchRows.sql");
    private static readonly string LeftOut = SqlFile.Read("Imports/BatchLeftOut.sql");

    public Task<IReadOnlyList<ImportBatch>> BatchesAsync(CancellationToken cancel) => ListAsync<ImportBatch>(Batches, new { id = (Guid?)null }, cancel);

    public async Task<ImportBatch?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ListAsync<ImportBatch>(Batches, new { id }, cancel)) is [var batch, ..] ? batch : null;

    /// <summary>200 rows after the given one.</summary>
    public Task<IReadOnlyList<ImportedRow>> RowsAsync(Guid id, int after, CancellationToken cancel) => ListAsync<ImportedRow>(BatchRows, new { id, after }, cancel);

    public Task<IReadOnlyList<RowBreach>> LeftOutAsync(Guid id, CancellationToken cancel) => ListAsync<RowBreach>(LeftOut, new { id }, cancel);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();
    }
}

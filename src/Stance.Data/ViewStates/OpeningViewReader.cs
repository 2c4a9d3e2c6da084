using Dapper;
using Npgsql;

namespace Stance.Data.ViewStates;

/// <summary>Reads the view that opens at an address without filters, as a printed state; null = the default state.</summary>
public sealed class OpeningViewReader(NpgsqlDataSource database)
{
    private static readonly string OpeningView = SqlFile.Read("ViewStates/OpeningView.sql");

    public async Task<string?> ReadAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(OpeningView, cancellationToken: cancel));
    }
}

using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Stance.Acts;
using Stance.Countries;

namespace Stance.Data.Acts;

/// <summary>Reads the stream of acts into columns: all of it by binary COPY, or again for the countries that changed.</summary>
public sealed class ActColumnsReader(NpgsqlDataSource database)
{
    private static readonly string All = SqlFile.Read("Acts/ActColumns.sql");
    private static readonly string OfCountries = SqlFile.Read("Acts/ActColumnsOfCountries.sql");
    private static readonly string Sets = SqlFile.Read("Acts/CollectionSets.sql");
    private static readonly string Sources = SqlFile.Read("Acts/SourcesOfActs.sql");
    private static readonly string LatestChange = SqlFile.Read("Acts/LatestChange.sql");

    /// <summary>The change number is read before the acts: what is written in between is read twice, never missed.</summary>
    public async Task<ActColumns> ReadAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await ReadAsync(connection, cancel);
    }

    /// <summary>The stream as one transaction sees it.</summary>
    internal static async Task<ActColumns> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var changeNo = await connection.ExecuteScalarAsync<long>(new CommandDefinition(LatestChange, cancellationToken: cancel));
        var columns = new ActColumnsBuilder(await CollectionsAsync(connection, null, cancel), await SourcesAsync(connection, null, null, cancel));
        await using var copy = await connection.BeginBinaryExportAsync($"copy ({All}) to stdout (format binary)", cancel);
        while (await copy.StartRowAsync(cancel) >= 0)
        {
            columns.Add(
                copy.Read<string>(NpgsqlDbType.Text),
                copy.Read<string>(NpgsqlDbType.Text),
                copy.Read<Guid>(NpgsqlDbType.Uuid),
                copy.Read<bool>(NpgsqlDbType.Boolean),
                copy.Read<DateOnly>(NpgsqlDbType.Date),
                copy.Read<double>(NpgsqlDbType.Double),
                copy.Read<double>(NpgsqlDbType.Double),
                copy.Read<string>(NpgsqlDbType.Text),
                copy.Read<bool>(NpgsqlDbType.Boolean),
                copy.Read<DateTime>(NpgsqlDbType.TimestampTz),
                ReadEnd(copy),
                copy.Read<string>(NpgsqlDbType.Text),
                copy.Read<float>(NpgsqlDbType.Real),
                copy.Read<short>(NpgsqlDbType.Smallint));
        }
        return columns.Build(changeNo);
    }

    /// <summary>The columns with the acts of a few countries read again.</summary>
    public async Task<ActColumns> RefreshAsync(ActColumns columns, IReadOnlySet<CountryCode> countries, long changeNo, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await RefreshAsync(connection, columns, countries, changeNo, cancel);
    }

    /// <summary>The same, as one transaction sees the acts of these countries.</summary>
    internal static async Task<ActColumns> RefreshAsync(
        NpgsqlConnection connection, ActColumns columns, IReadOnlySet<CountryCode> countries, long changeNo, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var codes = countries.Select(c => c.Value).ToArray();
        var fresh = new ActColumnsBuilder(await CollectionsAsync(connection, codes, cancel), await SourcesAsync(connection, codes, columns, cancel), columns);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(OfCountries, new { countries = codes }, cancellationToken: cancel));
        while (await rows.ReadAsync(cancel))
        {
            fresh.Add(
                rows.GetString(0), rows.GetString(1), rows.GetGuid(2), rows.GetBoolean(3), rows.GetFieldValue<DateOnly>(4),
                rows.GetDouble(5), rows.GetDouble(6), rows.GetString(7), rows.GetBoolean(8), rows.GetDateTime(9),
                rows.IsDBNull(10) ? null : rows.GetDateTime(10), rows.GetString(11), rows.GetFloat(12), rows.GetInt16(13));
        }
        return fresh.BuildInto(columns, countries, changeNo);
    }

    private static DateTime? ReadEnd(NpgsqlBinaryExporter copy)
    {
        if (!copy.IsNull)
            return copy.Read<DateTime>(NpgsqlDbType.TimestampTz);
        copy.Skip();
        return null;
    }

    private static async Task<Dictionary<(string, Guid), string[]>> CollectionsAsync(
        DbConnection connection, string[]? countries, CancellationToken cancel)
    {
        var sets = new Dictionary<(string, Guid), string[]>();
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(Sets, new { countries }, cancellationToken: cancel));
        while (await rows.ReadAsync(cancel))
            sets.Add((rows.GetString(0), rows.GetGuid(1)), rows.GetFieldValue<string[]>(2));
        return sets;
    }

    private static async Task<ActSources> SourcesAsync(DbConnection connection, string[]? countries, ActColumns? known, CancellationToken cancel)
    {
        var sources = new ActSources(known?.SourceSets);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(Sources, new { countries }, cancellationToken: cancel));
        while (await rows.ReadAsync(cancel))
            sources.Add(rows.GetGuid(0), rows.GetGuid(1), rows.GetDateTime(2), rows.IsDBNull(3) ? null : rows.GetDateTime(3));
        return sources;
    }
}

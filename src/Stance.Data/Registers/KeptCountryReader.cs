using Dapper;
using Npgsql;
using Stance.Countries;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>Answers what the register says of countries, and what it said before, for those who keep it.</summary>
public sealed class KeptCountryReader(NpgsqlDataSource database)
{
    private static readonly string Countries = SqlFile.Read("Registers/CountriesKept.sql");
    private static readonly string Aliases = SqlFile.Read("Registers/CountryAliases.sql");
    private static readonly string Changes = SqlFile.Read("Registers/RegisterChanges.sql");

    public async Task<IReadOnlyList<CountryOnFile>> AllAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await AllAsync(connection, cancel);
    }

    /// <summary>Null when it is not on file.</summary>
    public async Task<KeptCountry?> FindAsync(CountryCode code, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await connection.QuerySingleOrDefaultAsync<CountryRow>(new CommandDefinition(Countries, new { code = code.Value }, cancellationToken: cancel)) is not { } row)
            return null;
        return new KeptCountry(row.ToCountry(), await AliasesAsync(connection, code.Value, cancel), await ChangesAsync(connection, "country", code.Value, cancel));
    }

    /// <summary>What was changed in a register, or in one entry of it, the newest first.</summary>
    public async Task<IReadOnlyList<KeptChange>> ChangesAsync(string register, string? about, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await ChangesAsync(connection, register, about, cancel);
    }

    internal static async Task<IReadOnlyList<CountryOnFile>> AllAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. (await connection.QueryAsync<CountryRow>(new CommandDefinition(Countries, new { code = (string?)null }, cancellationToken: cancel))).Select(r => r.ToCountry())];

    internal static async Task<IReadOnlyList<CountryAlias>> AliasesAsync(NpgsqlConnection connection, string code, CancellationToken cancel) =>
        [.. await connection.QueryAsync<CountryAlias>(new CommandDefinition(Aliases, new { code }, cancellationToken: cancel))];

    private static async Task<IReadOnlyList<KeptChange>> ChangesAsync(NpgsqlConnection connection, string register, string? about, CancellationToken cancel) =>
        [.. (await connection.QueryAsync<ChangeRow>(new CommandDefinition(Changes, new { register, about }, cancellationToken: cancel))).Select(r => r.ToChange())];

    private sealed record ChangeRow(string About, string Field, string? Before, string? After, DateTime At, string? ChangedBy, string Reason)
    {
        public KeptChange ToChange() => new(About, new FieldChange(Field, Before, After), new DateTimeOffset(At, TimeSpan.Zero), ChangedBy, Reason);
    }

    // A class with setters: Dapper hands arrays only to these.
    private sealed class CountryRow
    {
        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string? OfficialName { get; init; }

        public string? Region { get; init; }

        public string? Iso2 { get; init; }

        public string? M49 { get; init; }

        public string? Cow { get; init; }

        public DateOnly? FromDay { get; init; }

        public DateOnly? UntilDay { get; init; }

        public DateOnly[] SeatFrom { get; init; } = [];

        public DateOnly[] SeatUntil { get; init; } = [];

        public string? Dispute { get; init; }

        public int Aliases { get; init; }

        public int Version { get; init; }

        public CountryOnFile ToCountry() => new(
            new CountryFacts(
                new CountryCode(Code), Name, OfficialName, Region, Iso2, M49, Cow, FromDay, UntilDay,
                [.. SeatFrom.Zip(SeatUntil, (from, until) => new Spell(from, until == DateOnly.MaxValue ? null : until))], Dispute),
            Aliases, Version);
    }
}

using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

/// <summary>A database of its own with the registers as shipped, and what keeps them.</summary>
internal sealed class RegisterDesk : IAsyncDisposable
{
    public static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);
    public static readonly Actor Administrator = Actor.Token(Guid.NewGuid(), "tests", Role.Administrator);

    private RegisterDesk(NpgsqlDataSource database)
    {
        Database = database;
        Pipeline = new CommandPipeline(database, new AuditWriter(TimeProvider.System), TimeProvider.System);
        Registers = new RegisterReader(database);
        Kept = new KeptRegisterReader(database);
    }

    public NpgsqlDataSource Database { get; }

    public CommandPipeline Pipeline { get; }

    public RegisterReader Registers { get; }

    public KeptRegisterReader Kept { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RegisterDesk> OpenAsync(PostgresFixture postgres) => new(StanceDatabase.Open(await postgres.NewDatabaseAsync()));

    public static string Key() => Guid.NewGuid().ToString("N");

    public Task<Register> ReadAsync() => Registers.ReadAsync(Cancel);

    public async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<T>(new CommandDefinition(question, cancellationToken: Cancel));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

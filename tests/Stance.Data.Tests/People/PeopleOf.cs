using Dapper;
using Npgsql;
using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

/// <summary>Everything about people over one fresh database and a clock that the test moves.</summary>
internal sealed class PeopleOf : IAsyncDisposable
{
    public const string Hash = "hash";

    private PeopleOf(NpgsqlDataSource database)
    {
        Database = database;
        Audit = new AuditWriter(Clock);
        Transaction = new PeopleTransaction(database, Audit, Clock);
        Links = new LinkWriter(Transaction);
        Join = new JoinWriter(Transaction);
        Persons = new PersonWriter(Transaction);
        Tokens = new TokenWriter(Transaction);
        Sessions = new SessionWriter(database, Audit, Clock);
        Tries = new SignInTries(database, Clock);
        SessionReader = new SessionReader(database, Clock);
        TokenReader = new TokenReader(database, Clock);
        LinkReader = new LinkReader(database, Clock);
    }

    public NpgsqlDataSource Database { get; }

    public MovedClock Clock { get; } = new();

    public AuditWriter Audit { get; }

    public PeopleTransaction Transaction { get; }

    public LinkWriter Links { get; }

    public JoinWriter Join { get; }

    public PersonWriter Persons { get; }

    public TokenWriter Tokens { get; }

    public SessionWriter Sessions { get; }

    public SignInTries Tries { get; }

    public SessionReader SessionReader { get; }

    public TokenReader TokenReader { get; }

    public LinkReader LinkReader { get; }

    public static async Task<PeopleOf> NewAsync(PostgresFixture postgres, bool withSample = false) =>
        new(StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample)));

    public async Task<Actor> FirstAdministratorAsync()
    {
        var secret = await Links.ForFirstAdministratorAsync();
        var id = await Join.UseAsync(secret!, "Ada", "ada@example.org", Hash);
        return Actor.Person(id!.Value, "Ada", Role.Administrator);
    }

    public async Task<Actor> PersonAsync(Actor administrator, string name, Role role)
    {
        var secret = await Links.InviteAsync(administrator, $"{name}@example.org", role);
        var id = await Join.UseAsync(secret, name, "", Hash);
        return Actor.Person(id!.Value, name, role);
    }

    public async Task<byte[]> SignInAsync(Actor person)
    {
        var id = Secret.Hash(Secret.New());
        await Sessions.StartAsync(id, person, "a browser");
        return id;
    }

    public async Task<T?> AskAsync<T>(string statement, object? values = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(statement, values);
    }

    public async Task ExecuteAsync(string statement)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(statement);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

internal sealed class MovedClock : TimeProvider
{
    private TimeSpan moved;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) + moved;

    public void Move(TimeSpan by) => moved += by;
}

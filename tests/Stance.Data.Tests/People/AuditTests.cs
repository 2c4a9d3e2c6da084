using Npgsql;
using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

public sealed class AuditTests(PostgresFixture postgres)
{
    private static readonly string[] Tampers =
    [
        "update audit_entry set actor = 'person:somebody-else' where entry_no = 3",
        "update audit_entry set details = details || '{\"role\": \"viewer\"}' where entry_no = 3",
        "update audit_entry set at = at - interval '1 microsecond' where entry_no = 3",
        "update audit_entry set hash = sha256('x') where entry_no = 3",
        "delete from audit_entry where entry_no = 3",
        "delete from audit_entry where entry_no = 1",
        "delete from audit_entry where entry_no = (select max(entry_no) from audit_entry)",
        "delete from audit_entry",
        """
        update audit_entry a set subject = b.subject
        from audit_entry b
        where (a.entry_no, b.entry_no) in ((3, 4), (4, 3))
        """,
        """
        insert into audit_entry (entry_no, at, actor, action, subject, details, previous_hash, hash)
        select entry_no + 1, at, actor, action, 'forged', details, hash,
          audit_hash(entry_no + 1, at, actor, action, 'forged', details, hash)
        from audit_entry order by entry_no desc limit 1
        """,
    ];

    public static TheoryData<int> EveryTamper => [.. Enumerable.Range(0, Tampers.Length)];

    [Fact]
    public async Task Chain__of_untouched_lines__holds()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        await AppendAsync(people, 6);

        var check = await new AuditReader(people.Database).CheckAsync(TestContext.Current.CancellationToken);

        Assert.True(check.Holds);
        Assert.Equal(6, check.Entries);
    }

    [Fact]
    public async Task Chain__empty__holds()
    {
        await using var people = await PeopleOf.NewAsync(postgres);

        Assert.True((await new AuditReader(people.Database).CheckAsync(TestContext.Current.CancellationToken)).Holds);
    }

    [Theory]
    [MemberData(nameof(EveryTamper))]
    public async Task Chain__tampered_with_behind_the_trigger__no_longer_holds(int tamper)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        await AppendAsync(people, 6);

        await people.ExecuteAsync($"alter table audit_entry disable trigger all; {Tampers[tamper]}");

        Assert.False((await new AuditReader(people.Database).CheckAsync(TestContext.Current.CancellationToken)).Holds);
    }

    [Theory]
    [InlineData("update audit_entry set actor = 'x'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry")]
    public async Task Line__changed_or_removed__is_refused(string statement)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        await AppendAsync(people, 2);

        await Assert.ThrowsAsync<PostgresException>(() => people.ExecuteAsync(statement));
    }

    [Fact]
    public async Task Lines__appended_side_by_side__make_one_chain()
    {
        await using var people = await PeopleOf.NewAsync(postgres);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AppendAsync(people, 4))));

        var check = await new AuditReader(people.Database).CheckAsync(TestContext.Current.CancellationToken);
        Assert.True(check.Holds);
        Assert.Equal(200, check.Entries);
    }

    [Fact]
    public async Task Line__of_a_transaction_rolled_back__leaves_no_gap()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        await AppendAsync(people, 1);
        await using (var connection = await people.Database.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await people.Audit.AppendAsync(connection, transaction, Actor.Console, "test.lost", "nothing", null, TestContext.Current.CancellationToken);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }
        await AppendAsync(people, 1);

        var check = await new AuditReader(people.Database).CheckAsync(TestContext.Current.CancellationToken);
        Assert.True(check.Holds);
        Assert.Equal(2, check.Entries);
    }

    private static async Task AppendAsync(PeopleOf people, int lines)
    {
        await using var connection = await people.Database.OpenConnectionAsync();
        for (var line = 0; line < lines; line++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await people.Audit.AppendAsync(connection, transaction, Actor.Console, "test.done", $"thing:{line}", new { line, role = "curator" });
            await transaction.CommitAsync();
        }
    }
}

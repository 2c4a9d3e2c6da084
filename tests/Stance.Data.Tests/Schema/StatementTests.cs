using System.Text.RegularExpressions;
using Npgsql;
using Stance.Testing;

namespace Stance.Data.Tests.Schema;

public sealed partial class StatementTests(PostgresFixture postgres)
{
    // The types of parameters come with the call; here they are unknown, and that alone is no fault of the statement.
    private static readonly string[] UntypedParameter = [PostgresErrorCodes.IndeterminateDatatype, PostgresErrorCodes.DatatypeMismatch];

    [Fact]
    public async Task Every_statement__against_the_current_schema__can_be_prepared()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        await using var connection = await database.OpenConnectionAsync(cancel);
        var faults = new List<string>();
        foreach (var name in SqlFile.Names.Order(StringComparer.Ordinal))
        {
            var statement = WithNumberedParameters(SqlFile.Read(name));
            if (!Preparable().IsMatch(statement))
                continue;
            await using var command = new NpgsqlCommand($"prepare p as {statement}; deallocate p;", connection);
            try
            {
                await command.ExecuteNonQueryAsync(cancel);
            }
            catch (PostgresException fault) when (!UntypedParameter.Contains(fault.SqlState))
            {
                faults.Add($"{name}: {fault.MessageText}");
            }
            catch (PostgresException)
            {
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_statement__as_shipped__starts_with_its_question() =>
        Assert.DoesNotContain(SqlFile.Names, name => !SqlFile.Read(name).StartsWith("-- ", StringComparison.Ordinal));

    [Fact]
    public void Read__a_name_that_does_not_exist__names_it() =>
        Assert.Contains("Nowhere.sql", Assert.Throws<InvalidOperationException>(() => SqlFile.Read("Nowhere.sql")).Message, StringComparison.Ordinal);

    [Fact]
    public void Only_one_function__in_all_statements_and_migrations__decides_what_was_known()
    {
        var root = Directory.GetParent(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Stance.sln")))
            root = root.Parent;
        var migrations = Directory.GetFiles(Path.Combine(root!.FullName, "db", "migrations"), "*.sql");

        var deciders = migrations.Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f)))
            .Concat(SqlFile.Names.Select(n => (Name: n, Text: SqlFile.Read(n))))
            .Where(f => KnownContains().IsMatch(f.Text))
            .Select(f => f.Name);

        Assert.Equal(["0001-text-search.sql"], deciders);
    }

    private static string WithNumberedParameters(string statement)
    {
        var numbers = new Dictionary<string, int>();
        var bare = Comment().Replace(statement, "").Trim().TrimEnd(';');
        return Parameter().Replace(bare, match =>
        {
            if (!numbers.TryGetValue(match.Groups[1].Value, out var number))
                numbers[match.Groups[1].Value] = number = numbers.Count + 1;
            return "$" + number;
        });
    }

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![@\w])@([a-zA-Z_]\w*)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\s*(select|insert|update|delete|merge|values|with)\b")]
    private static partial Regex Preparable();

    [GeneratedRegex(@"known\s*@>")]
    private static partial Regex KnownContains();
}

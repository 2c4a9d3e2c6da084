using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Stance.Acts;
using Stance.Data;
using Stance.Data.Acts;
using Stance.Data.Registers;
using Stance.ViewStates;

namespace Stance.Benchmarks;

/// <summary>Search of acts: a page of 50 with all that a list shows, beside reading every act for its letters.</summary>
internal static class SearchBenchmark
{
    public static async Task RunAsync(NpgsqlDataSource database, ActColumnsReader columns, int acts)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(SqlFile.Read("Search/KeepAllWords.sql"));
        await connection.ExecuteAsync("analyze written_word");
        using var feed = new ActFeed(database, new RegisterReader(database), columns, NullLogger<ActFeed>.Instance);
        await feed.LoadAsync(CancellationToken.None);
        var reader = new ActReader(database, feed, TimeProvider.System);
        var rare = await connection.QuerySingleAsync<string>(
            "select split_part(title, ' ', 4) from stance_event_version group by 1 having count(*) between 3 and 60 order by 1 limit 1");
        var slip = $"{rare[..4]}z{rare[5..]}";

        await Ask("a rare word", rare, 0.05, () => Letters(rare));
        await Ask("a rare word typed wrongly", slip, 0.2, () => Letters(rare));
        await Ask("a common word", "medicine", 0.05, () => Letters("medicine"));
        await Ask("two common words", "medicine refuses", 0.05, () => Letters("refuses medicine"));
        await Ask("a word in every eighth act", "condemns", 0.05, () => Letters("condemns"));
        await Ask("a field few acts have", "tonnes > 990", 0.2, () => connection.QueryAsync(BenchmarkDatabase.Statement("NaiveFilter.sql"), new { tonnes = 990.0 }));

        async Task Ask(string what, string text, double goal, Func<Task> naive)
        {
            var page = await reader.ListAsync(new ViewState { Text = text }, Scope.Everything, 50, null, CancellationToken.None);
            await Measured.SideBySideAsync(
                $"Search: {what} (“{text}”, {page.Acts.Count} on the first page) among {acts:N0} acts",
                "first page with scores, claims and sources",
                () => reader.ListAsync(new ViewState { Text = text }, Scope.Everything, 50, null, CancellationToken.None),
                "naive scan: like '%…%', newest 51, keys only", naive, goal, rounds: 5);
        }

        Task Letters(string letters) => connection.QueryAsync(BenchmarkDatabase.Statement("NaiveSearch.sql"), new { letters });
    }
}

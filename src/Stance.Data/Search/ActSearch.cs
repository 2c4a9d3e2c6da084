using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Search;
using Stance.Wording;

namespace Stance.Data.Search;

/// <summary>
/// Makes statements of a search text. Words that no act in reach holds are read as the nearest written ones. Of two regimes the cheaper is
/// chosen: a rare word or field is looked up in its index, and the acts found there are put in order; common ones are met while walking the order.
/// </summary>
internal sealed class ActSearch(NpgsqlConnection connection, Func<FoundWords, Task<bool>> hasAny, int mostRare, CancellationToken cancel)
{
    private const int MostMeant = 5;

    private static readonly string WordQueries = SqlFile.Read("Search/WordQueries.sql");
    private static readonly string TextPatterns = SqlFile.Read("Search/TextPatterns.sql");
    private static readonly string ExpectedRows = SqlFile.Read("Search/ExpectedRows.sql");
    private static readonly string OfRareWord = SqlFile.Read("Search/ActsOfRareWord.sql");
    private static readonly string MeetingConditions = SqlFile.Read("Search/ActsMeetingConditions.sql");
    private static readonly string NearWords = SqlFile.Read("Search/NearWords.sql");

    public async Task<FoundWords> ReadAsync(SearchText text)
    {
        if (text.Problems.Count > 0)
            return FoundWords.Nothing;
        if (text.IsEmpty)
            return FoundWords.Everything;
        var words = await WithFieldsAsync(text);
        var corrections = new List<WordCorrection>();
        var queries = new List<string>();
        foreach (var (term, query) in text.Terms.Zip(await QueriesAsync(text.Terms)))
        {
            if (query.Length == 0)
                return FoundWords.Nothing;
            var (found, among) = await LookUpAsync(query);
            if (!found && !term.IsPhrase && await MeantAsync(term.Text) is { Count: > 0 } meant)
            {
                corrections.Add(new WordCorrection(term.Text, [.. meant.Select(m => m.Word)]));
                (found, among) = (true, Together(meant.Select(m => m.Among)));
                queries.Add(string.Join(" | ", meant.Select(m => Exact(m.Word))));
            }
            else
            {
                queries.Add(query);
            }
            if (!found)
                return FoundWords.Nothing;
            words = words with { Among = Rarer(words.Among, among) };
        }
        return words with { Queries = queries.Count == 0 ? null : [.. queries], Corrections = corrections };
    }

    private async Task<FoundWords> WithFieldsAsync(SearchText text)
    {
        if (text.Conditions.Count == 0)
            return FoundWords.Everything;
        var texts = text.Conditions.OfType<TextCondition>().ToList();
        var found = FoundWords.Everything with
        {
            Types = [.. text.Types!],
            Paths = ConditionPaths.Of(text),
            TextKeys = texts.Count == 0 ? null : [.. texts.Select(t => t.Field.Key)],
            TextPatterns = texts.Count == 0 ? null : [.. await RowsAsync<string>(TextPatterns, new
            {
                values = texts.Select(t => t.Value).ToArray(),
                wholes = texts.Select(t => t.IsWhole).ToArray(),
            })],
        };
        return found with { Among = await CandidatesAsync(MeetingConditions, new { found.Types, Paths = found.Paths ?? [], Limit = mostRare + 1 }) };
    }

    /// <summary>Whether any act in reach holds the words, and those that can, where they are few.</summary>
    private async Task<(bool IsFound, Candidates? Among)> LookUpAsync(string query)
    {
        var among = await ExpectedAsync(query) > mostRare ? null : await CandidatesAsync(OfRareWord, new { query, limit = mostRare + 1 });
        return among is { Count: 0 }
            ? (false, among)
            : (await hasAny(FoundWords.Everything with { Queries = [query], Among = among }), among);
    }

    private async Task<IReadOnlyList<(string Word, Candidates? Among)>> MeantAsync(string typed)
    {
        var plain = Countries.CountrySearch.Plain(typed);
        var allowed = Slips.Allowed(plain);
        if (allowed == 0 || plain.Contains(' ', StringComparison.Ordinal))
            return [];
        var near = (await RowsAsync<string>(NearWords, new { word = plain }))
            .Select(word => (Word: word, Slips: Slips.Count(word, plain, allowed)))
            .Where(n => n.Slips <= allowed)
            .OrderBy(n => n.Slips);
        var meant = new List<(string, Candidates?)>();
        var slips = allowed;
        foreach (var (word, count) in near.TakeWhile(n => n.Slips <= slips && meant.Count < MostMeant))
        {
            var (isFound, among) = await LookUpAsync(Exact(word));
            if (!isFound)
                continue;
            slips = count;
            meant.Add((word, among));
        }
        return meant;
    }

    private async Task<List<string>> QueriesAsync(IReadOnlyList<SearchTerm> terms) => terms.Count == 0 ? [] : await RowsAsync<string>(
        WordQueries, new { terms = terms.Select(t => t.Text).ToArray(), phrases = terms.Select(t => t.IsPhrase).ToArray() });

    private async Task<double> ExpectedAsync(string query)
    {
        var plan = await connection.ExecuteScalarAsync<string>(new CommandDefinition(ExpectedRows, new { query }, cancellationToken: cancel));
        using var json = JsonDocument.Parse(plan!);
        return json.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }

    /// <summary>Null when they are too many to be called rare.</summary>
    private async Task<Candidates?> CandidatesAsync(string sql, object parameters)
    {
        var rows = await RowsAsync<CandidateRow>(sql, parameters);
        return rows.Count > mostRare ? null : new Candidates(
            [.. rows.Select(r => r.EventId).OfType<Guid>().Distinct()], [.. rows.Select(r => r.RollCallId).OfType<Guid>().Distinct()]);
    }

    private async Task<List<T>> RowsAsync<T>(string sql, object parameters) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();

    private static Candidates? Rarer(Candidates? one, Candidates? other) => one is null || other?.Count < one.Count ? other ?? one : one;

    private static Candidates? Together(IEnumerable<Candidates?> all)
    {
        var each = all.ToList();
        return each.Any(c => c is null) ? null : new Candidates(
            [.. each.SelectMany(c => c!.Events).Distinct()], [.. each.SelectMany(c => c!.RollCalls).Distinct()]);
    }

    private static string Exact(string word) => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record CandidateRow(Guid? EventId, Guid? RollCallId);
}

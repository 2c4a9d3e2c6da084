using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace Stance.Data.Sample;

/// <summary>The sample content, read from the files shipped with the program.</summary>
internal sealed record SampleFiles(
    SampleArticle Article, IReadOnlyList<SampleRollCall> RollCalls, IReadOnlyList<SampleVote> Votes, string Sha256)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static SampleFiles Read()
    {
        var files = SqlFile.ReadAll("seed/").OrderBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.Text);
        var all = Encoding.UTF8.GetBytes(string.Concat(files.Values));
        return new SampleFiles(
            JsonSerializer.Deserialize<SampleArticle>(files["wsj-2022-07-24.json"], Json)!,
            Rows(files["unga-es11-roll-calls.csv"], ToRollCall),
            Rows(files["unga-es11.csv"], ToVote),
            Convert.ToHexStringLower(SHA256.HashData(all)));
    }

    private static SampleRollCall ToRollCall(CsvReader row) => new(
        row.GetString("symbol"),
        row.GetString("title"),
        row.Parse<DateOnly>("held_on"),
        row.GetString("meeting"),
        row.GetString("session"),
        row.GetString("undl_id"),
        row.Parse<int>("yes"),
        row.Parse<int>("no"),
        row.Parse<int>("abstain"),
        row.Parse<int>("absent"),
        row.GetString("axis"),
        row.GetString("favoured"));

    private static SampleVote ToVote(CsvReader row) => new(row.GetString("symbol"), row.GetString("country"), row.GetString("choice"));

    private static List<T> Rows<T>(string text, Func<CsvReader, T> read)
    {
        using var row = CsvReader.FromText(text);
        var rows = new List<T>();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }
}

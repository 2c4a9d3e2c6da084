using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Stance.Data;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Imports;

namespace Stance.Benchmarks;

/// <summary>
/// A file of acts taken in – read, checked, staged, laid down, with history and audit – beside a plain COPY of the finished rows into the
/// finished tables, each into an empty register of its own.
/// </summary>
internal static class ImportBenchmark
{
    private static readonly string[] Tables = ["source", "report", "excerpt", "stance_event", "stance_event_version", "scored_act", "claim", "collection_item"];

    public static async Task RunAsync(string connectionString, int rows, int rounds = 3)
    {
        var text = Path.GetTempFileName();
        await File.WriteAllTextAsync(text, Text(rows));
        var (imports, copies, peak) = (new List<double>(), new List<double>(), 0L);
        Dictionary<string, byte[]>? finished = null;
        for (var round = 0; round < rounds; round++)
        {
            await using (var fresh = await FreshAsync(connectionString))
            {
                GC.Collect();
                var before = GC.GetTotalMemory(forceFullCollection: true);
                var watch = Stopwatch.StartNew();
                await ImportAsync(fresh, text, () => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before));
                imports.Add(watch.Elapsed.TotalSeconds);
                finished ??= await FinishedAsync(fresh);
            }
            await using (var fresh = await FreshAsync(connectionString))
            {
                await using var connection = await fresh.OpenConnectionAsync();
                var watch = Stopwatch.StartNew();
                await using var transaction = await connection.BeginTransactionAsync();
                foreach (var table in Tables)
                {
                    await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} ({await ColumnsAsync(connection, table)}) from stdin (format binary)");
                    await copy.WriteAsync(finished[table]);
                }
                await transaction.CommitAsync();
                copies.Add(watch.Elapsed.TotalSeconds);
            }
        }
        File.Delete(text);
        var (a, b) = (imports.Order().ElementAt(rounds / 2), copies.Order().ElementAt(rounds / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            A file of {rows:N0} acts
              read, checked, staged and laid down with history           {a,10:F2} s   ({rows / a:N0} rows a second, {peak / 1024 / 1024} MB above rest)
              plain COPY of the finished rows into the finished tables   {b,10:F2} s
              plain COPY takes {b / a:F2} times as long, goal ≥ 3: {(b / a >= 3 ? "reached" : "NOT reached")}
            """));
    }

    /// <summary>What reading and checking take alone, on one core.</summary>
    public static async Task CheckAsync(NpgsqlDataSource source, int rows)
    {
        await using (var connection = await source.OpenConnectionAsync())
            await connection.ExecuteAsync("insert into collection (code, name, description) values ('bench', 'Bench', '')");
        var register = await new RegisterReader(source).ReadAsync(CancellationToken.None);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Text(rows)));
        for (var round = 0; round < 3; round++)
        {
            var watch = Stopwatch.StartNew();
            var read = TableFile.Rows(content, ImportLimits.Usual).ToList();
            var reading = watch.Elapsed.TotalMicroseconds / rows;
            var mapping = ImportMapping.Of(TableFile.Headers(content, ImportLimits.Usual), register.Codebook);
            var rule = new RowReading(TableFile.Headers(content, ImportLimits.Usual), mapping, register, new Dictionary<string, (string, string)>(), new DateOnly(2026, 11, 1));
            watch.Restart();
            var sound = read.Count(r => rule.Read(r).Act is not null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  reading {reading:F1} µs a row, checking {watch.Elapsed.TotalMicroseconds / rows:F1} µs a row, {sound:N0} sound"));
        }
    }

    private static async Task<NpgsqlDataSource> FreshAsync(string connectionString)
    {
        var name = $"import_{Guid.NewGuid():N}";
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync($"create database {name}");
        }
        var source = StanceDatabase.Open(new NpgsqlConnectionStringBuilder(connectionString) { Database = name, CommandTimeout = 1800 }.ConnectionString);
        await new Migrator(source).ApplyAsync();
        await using var warm = await source.OpenConnectionAsync();
        await warm.ExecuteAsync("insert into collection (code, name, description) values ('bench', 'Bench', '')");
        return source;
    }

    private static async Task ImportAsync(NpgsqlDataSource source, string path, Action measure)
    {
        var registers = new RegisterReader(source);
        var writer = new ImportWriter(source, new CommandPipeline(source, new AuditWriter(TimeProvider.System), TimeProvider.System), registers, new EventReader(source), TimeProvider.System);
        await using var content = File.OpenRead(path);
        var file = new ReceivedFile("bench.csv", content, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        var mapping = ImportMapping.Of(TableFile.Headers(content, ImportLimits.Usual), (await registers.ReadAsync(CancellationToken.None)).Codebook);
        var steps = new Measuring(measure);
        var outcome = await writer.LoadAsync(
            file, new LoadFile(file.Sha256, mapping), Actor.Token(Guid.NewGuid(), "bench", Role.Curator), "bench", steps, CancellationToken.None);
        steps.End();
        if (outcome is not ImportWritten)
            throw new InvalidOperationException($"The benchmark's file was not taken: {outcome}");
    }

    private static async Task<Dictionary<string, byte[]>> FinishedAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        var finished = new Dictionary<string, byte[]>();
        foreach (var table in Tables)
        {
            using var bytes = new MemoryStream();
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} ({await ColumnsAsync(connection, table)}) to stdout (format binary)"))
                await copy.CopyToAsync(bytes);
            finished[table] = bytes.ToArray();
        }
        return finished;
    }

    private static Task<string> ColumnsAsync(NpgsqlConnection connection, string table) => connection.QuerySingleAsync<string>(
        BenchmarkDatabase.Statement("PlainColumns.sql"), new { table })!;

    private static string Text(int rows)
    {
        string[] actors = ["KAZ", "UZB", "BLR", "POL", "TJK", "DEU", "FRA", "TUR", "IND", "BRA"];
        string[] recipients = ["UKR", "RUS", "USA", "CHN", ""];
        var text = new StringBuilder("key,country,recipient,type,date,title,attributes.tonnes,source,reliability,report title,published on,passage,credibility,collections\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"k{i},{actors[i % 10]},{recipients[i % 5]},{(i % 2 == 0 ? "HUM-AIDF" : "DIP-COND")},{new DateOnly(2000, 1, 1).AddDays(i % 9000):yyyy-MM-dd},")
                .Append(CultureInfo.InvariantCulture, $"Generated act {i} of the benchmark,{(i % 2 == 0 ? $"{i % 90}.5" : "")},Paper {i % 40},{"ABCDE"[i % 5]},Report {i / 3},2025-01-01,")
                .Append(CultureInfo.InvariantCulture, $"\"The passage that act {i} rests on, as long as such passages are when one sentence is quoted with what stands around it.\",{(i % 6) + 1},bench\n");
        }
        return text.ToString();
    }

    /// <summary>Measures at each report, and says how long each step took.</summary>
    private sealed class Measuring(Action measure) : IProgress<ImportProgress>
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private readonly Lock gate = new();
        private string? step;

        public void Report(ImportProgress value)
        {
            measure();
            lock (gate)
            {
                // Reading and checking go on at once; the rest one after the other.
                var name = value.Doing is "Reading" ? "Checking" : value.Doing;
                if (name == step)
                    return;
                End();
                step = name;
                watch.Restart();
            }
        }

        public void End()
        {
            if (step is not null)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds,8:F2} s  {step}"));
        }
    }
}

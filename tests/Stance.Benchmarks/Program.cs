using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Alignment;
using Stance.Benchmarks;
using Stance.Countries;
using Stance.Data;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Data.Registers;
using Stance.Variations;
using Stance.ViewStates;

// "1000000", or "200000x50" for as many times the acts in memory as in the database.
var size = (args.Length > 0 ? args[0] : "1000000").Split('x').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
var times = size.Length > 1 ? size[1] : 1;
var acts = size[0] * times;
Console.WriteLine($"Generating {size[0]:N0} acts in PostgreSQL …");
var watch = Stopwatch.StartNew();
await using var database = await BenchmarkDatabase.CreateAsync(args is [_, "import" or "checking"] ? 1000 : size[0]);
Console.WriteLine($"… {watch.Elapsed.TotalSeconds:F0} s");

var reader = new ActColumnsReader(database.Source);
var columns = await reader.ReadAsync(CancellationToken.None);
if (times > 1)
    columns = Multiplied.Of(columns, times);
// Named after the number of acts, only these are run: "200000x50 map what-if".
var sections = new Dictionary<string, Func<Task>>
{
    ["filter"] = FilterChange,
    ["kernel"] = Kernel,
    ["loading"] = Loading,
    ["what-if"] = WhatIfRedraw,
    ["draws"] = Draws,
    ["map"] = Film,
    ["table"] = Table,
    ["import"] = () => ImportBenchmark.RunAsync(database.ConnectionString, size[0], size[0] < 100_000 ? 3 : 1),
    ["checking"] = () => ImportBenchmark.CheckAsync(database.Source, size[0]),
    ["search"] = () => SearchBenchmark.RunAsync(database.Source, reader, acts),
};
foreach (var name in args.Length > 1 ? args[1..] : [.. sections.Keys])
    await sections[name]();

async Task FilterChange()
{
    var countries = columns.CountriesOn("RUW").OrderByDescending(c => columns.Of("RUW", c).Count).Where((_, i) => i % 20 == 0).Take(5).ToArray();
    var period = new Period(new DateOnly(2016, 7, 1), new DateOnly(2026, 6, 30));
    var view = new ViewState { Countries = countries, Period = period, Form = ActForm.Deeds };
    var parameters = new IndexParameters(HalfLife.Default);
    var epoch = new DateOnly(1946, 1, 1).DayNumber;
    var sql = BenchmarkDatabase.Statement("LineBySql.sql");
    var question = new
    {
        countries = countries.Select(c => c.Value).ToArray(),
        fromDay = period.From.DayNumber - epoch,
        toDay = period.To.DayNumber - epoch,
        halfLife = 180.0,
    };
    await using var connection = await database.Source.OpenConnectionAsync();
    var all = view with { Form = null };
    var fromSql = (await connection.QueryAsync<(string Country, int Day, double Weight, double Flow, double Index)>(sql, question)).ToArray();
    var worst = countries.OrderBy(c => c.Value, StringComparer.Ordinal).SelectMany(Line).Zip(fromSql, (mine, theirs) => Math.Abs(mine - theirs.Index)).Max();
    Console.WriteLine($"\nBoth ways agree to {worst:E1} over {fromSql.Length:N0} points, {countries.Sum(c => columns.Of("RUW", c).Count):N0} acts of five countries.");
    await Measured.SideBySideAsync(
        $"Filter change: 5 countries, 10 years, daily, among {acts:N0} acts",
        "columns in memory: filter and index", () => Task.FromResult(countries.Sum(c => Compute(view, c).Last.Index)),
        "best single SQL statement (narrow table, covering index)", () => connection.QueryAsync<(string, int, double, double, double)>(sql, question),
        0.05);

    AlignmentLine Compute(ViewState v, CountryCode c) =>
        AlignmentIndex.Compute(columns.Slice(v, c).Evidence, PriorSteps.Constant(0), period, parameters);
    IEnumerable<double> Line(CountryCode c) => Compute(all, c).Index;
}

async Task Kernel()
{
    var countries = columns.CountriesOn("RUW").Take(200).ToArray();
    var period = new Period(new DateOnly(1946, 1, 1), new DateOnly(2026, 12, 31));
    var slices = countries.Select(c => columns.Slice(new ViewState(), c)).ToArray();
    var parameters = new IndexParameters(HalfLife.Default);
    var lines = Array.ConvertAll(slices, s => AlignmentIndex.Compute(s.Evidence, PriorSteps.Constant(-4), period, parameters));
    await Measured.SideBySideAsync(
        $"Index kernel: {countries.Length} countries × {period.Days:N0} days",
        "index, weight, flow and squared weight of every day", () => Task.FromResult(
            Array.ConvertAll(slices, s => AlignmentIndex.Compute(s.Evidence, PriorSteps.Constant(-4), period, parameters))),
        "copying the same four arrays", () => Task.FromResult(
            Array.ConvertAll(lines, l => (l.Index.ToArray(), l.Weight.ToArray(), l.Flow.ToArray(), l.SquaredWeight.ToArray()))),
        3);
}

async Task Loading()
{
    var statement = $"copy ({SqlFile.Read("Acts/ActColumns.sql")}) to stdout (format binary)";
    await Measured.SideBySideAsync(
        $"Loading the columns: {acts:N0} acts",
        "read, sort and build the columns", () => reader.ReadAsync(CancellationToken.None),
        "bare binary COPY of the same rows, thrown away", async () =>
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            await using var copy = await connection.BeginRawBinaryCopyAsync(statement);
            var buffer = new byte[1 << 16];
            while (await copy.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        },
        2, rounds: 5);
}

async Task WhatIfRedraw()
{
    var countries = columns.CountriesOn("RUW").Take(200).ToArray();
    var period = new Period(new DateOnly(2023, 7, 1), new DateOnly(2026, 6, 30));
    var parameters = new IndexParameters(HalfLife.Default);
    var told = columns.SourceSets.SelectMany(s => s.At(AsOf.Now.KnownAt)).Distinct().Order().Take(20).ToList();
    var assumed = new WhatIf(1, 0.5, 1.5)
    {
        Scores = new Dictionary<string, double> { ["DIP"] = 0.5, ["DIP-VISI"] = 1.5, ["ECO"] = 1.2, ["MIL"] = 0.8, ["HUM"] = 2, ["LEG"] = 0.1, ["INF"] = 0 },
        Evidence = new Dictionary<int, double> { [100] = 0.9, [70] = 0.5, [50] = 1.5, [30] = 2, [20] = 0 },
        IsWithoutExpectation = true,
        LeftOut = told,
    };
    var lines = Redraw();
    await Measured.SideBySideAsync(
        $"What-if: {countries.Length} countries × {period.Days:N0} days, among {acts:N0} acts",
        "every line anew under assumed numbers", () => Task.FromResult(Redraw()),
        "copying the lines", () => Task.FromResult(
            Array.ConvertAll(lines, l => (l.Index.ToArray(), l.Weight.ToArray(), l.Flow.ToArray(), l.SquaredWeight.ToArray()))),
        30);

    AlignmentLine[] Redraw()
    {
        var compiled = Assumptions.Of(assumed, columns, AsOf.Now);
        return Array.ConvertAll(countries, c => WhatIfLine.Compute(columns.Slice(new ViewState(), c), compiled, PriorSteps.Constant(-4), period, parameters));
    }
}

async Task Draws()
{
    var country = columns.CountriesOn("RUW").OrderBy(c => columns.Of("RUW", c).Count).ElementAt(100);
    var slice = columns.Slice(new ViewState(), country);
    var rows = Enumerable.Range(0, slice.Count).Select(i => slice[i]).Select(a => new MoveAct(a.Day, a.Score, a.Weight, a.Type)).ToArray();
    var move = new MoveCase(
        rows, rows.Max(r => r.Kind) + 1, new DateOnly(2025, 7, 1), new DateOnly(2026, 6, 30), -4, -4, new IndexParameters(HalfLife.Default));
    var none = Variation.None(move.Kinds);
    await Measured.SideBySideAsync(
        $"Robustness: {Robustness.Draws:N0} draws over {rows.Length:N0} acts of one country",
        "draws, signs and percentiles", () => Task.FromResult(Robustness.Of(move)),
        "the same move as often without drawing", () => Task.FromResult(Enumerable.Range(0, Robustness.Draws).Sum(_ => move.Change(none) + move.LevelAtEnd(none))),
        1.5, rounds: 5);
}

async Task Film()
{
    var feed = new ActFeed(database.Source, new RegisterReader(database.Source), reader, NullLogger<ActFeed>.Instance);
    await feed.LoadAsync(CancellationToken.None);
    Multiplied.ShowIn(feed, columns);
    var alignment = new AlignmentReader(feed, TimeProvider.System);
    var view = new ViewState { Period = new Period(new DateOnly(2023, 7, 1), new DateOnly(2026, 6, 30)), MapChange = 90 };
    var film = alignment.ReadFilm(view, Scope.Everything);
    await Measured.SideBySideAsync(
        $"Map: {film.Frames.Count} days of the slider, {film.Frames[^1].Countries.Count} countries, among {acts:N0} acts",
        "all days at once, each then only looked up", () => Task.FromResult(alignment.ReadFilm(view, Scope.Everything)),
        "one map for each day", () => Task.FromResult(film.Frames.Sum(f => alignment.ReadMap(
            view with { Period = new Period(view.Period!.Value.From, f.Day) }, Scope.Everything).Countries.Count)),
        0.1, rounds: 5);
}

async Task Table()
{
    var feed = new ActFeed(database.Source, new RegisterReader(database.Source), reader, NullLogger<ActFeed>.Instance);
    await feed.LoadAsync(CancellationToken.None);
    var acting = new ActReader(database.Source, feed, TimeProvider.System);
    var table = new ActTableReader(new AlignmentReader(feed, TimeProvider.System), acting, feed, TimeProvider.System);
    var view = new ViewState { Period = new Period(new DateOnly(2023, 1, 1), new DateOnly(2026, 6, 30)) };
    var all = await table.ReadAsync(view, Scope.Everything, CancellationToken.None);
    var rows = new ActRows(all.In(ActOrder.DateDescending, ActTableReader.Most).Acts, feed.Register);
    var keys = rows.In(ActOrder.DateDescending, int.MaxValue).Acts.Select(a => a.Contribution).ToArray();
    await Measured.SideBySideAsync(
        $"Table: {rows.Count:N0} acts sorted by contribution",
        "sorted, ties by day and id", () => Task.FromResult(rows.In(ActOrder.ContributionDescending, int.MaxValue).Acts.Count),
        "a plain array of the same keys", () =>
        {
            var copy = keys.ToArray();
            Array.Sort(copy);
            return Task.FromResult(copy[0]);
        },
        5);
    var order = rows.In(ActOrder.ContributionDescending, int.MaxValue);
    await Measured.SideBySideAsync(
        "Table: words of 40 rows",
        "from the middle", () => table.WindowAsync(order, rows.Count / 2, 40, Scope.Everything, AsOf.Now, CancellationToken.None),
        "from the top", () => table.WindowAsync(order, 0, 40, Scope.Everything, AsOf.Now, CancellationToken.None),
        1.2);
}

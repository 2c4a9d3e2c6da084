using Stance.Acts;
using Stance.Countries;
using Stance.Data.Alignment;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Alignment;

public sealed class BlocReaderTests(PostgresFixture postgres)
{
    private static readonly ViewState Year = new() { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31)) };

    [Fact]
    public async Task Read__a_bloc_that_grew__each_day_is_the_mean_of_the_lines_printed_for_its_members()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = Reader(acts).Read("NATO", Year, Scope.Everything)!;

        // Finland joined on 4 April 2023; before, its line counts for nothing.
        var lines = acts.Alignment.Read(Year with { Blocs = ["NATO"] }, Scope.Everything).Countries;
        var joined = new DateOnly(2023, 4, 4);
        var before = report.Days.Single(d => d.Date == joined.AddDays(-1));
        Assert.Equal(30, before.Members);
        Assert.Equal(31, report.Days.Single(d => d.Date == joined).Members);
        Assert.Equal(lines.Average(c => c.Line.Last.Index), report.Last!.Mean, 1e-9);
        Assert.Equal(lines.Where(c => c.Country.Code.Value != "FIN").Average(c => c.Line.On(before.Date).Index), before.Mean, 1e-9);
    }

    [Fact]
    public async Task Read__a_scope_of_one_member__counts_nobody_else()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var scope = new Scope { Countries = new HashSet<CountryCode> { new("KAZ") } };

        Assert.Equal(["KAZ"], Reader(acts).Read("CSTO", Year, scope)!.Members.Select(m => m.Country.Code.Value));
        Assert.Empty(Reader(acts).Read("NATO", Year, scope)!.Days);
        Assert.Empty(Reader(acts).Read("NATO", Year, scope)!.Alignment.Countries);
    }

    [Fact]
    public async Task Read__no_such_bloc__is_nothing()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        Assert.Null(Reader(acts).Read("WARSAW", Year, Scope.Everything));
    }

    private static BlocReader Reader(LoadedActs acts) => new(acts.Alignment, acts.Feed, TimeProvider.System);
}

using Stance.Acts;
using Stance.Countries;
using Stance.Data.Variations;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Variations;

public sealed class RobustnessReaderTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static readonly ViewState Article = new()
    {
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 31), new DateOnly(2022, 7, 24)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read__Kazakhstan_since_January__the_rise_is_firm_and_the_level_is_not()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = await Reader(acts).ReadAsync(Article, Kaz, Scope.Everything, Cancel);

        Assert.Equal(5.563, report!.Move.Change, 0.0005);
        Assert.Equal(0.692, report.Move.Level, 0.0005);
        Assert.Equal(1000, report.Move.SameSign);
        Assert.InRange(report.Move.SameSide, 500, 999);
        Assert.True(report.Move.Low > 0 && report.Move.Low < report.Move.Change && report.Move.Change < report.Move.High);
    }

    [Fact]
    public async Task Read__without_its_sources__the_newspaper_carries_nearly_all_of_the_rise()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = await Reader(acts).ReadAsync(Article, Kaz, Scope.Everything, Cancel);

        var newspaper = Assert.Single(report!.Sources, s => s.Source.Contains("Wall Street", StringComparison.Ordinal));
        Assert.True(newspaper.Acts >= 15, $"{newspaper.Acts} acts");
        Assert.True(newspaper.Change < report.Move.Change);
        Assert.Contains(report.Sources, s => s.Source == Register.VoteRecord);
        Assert.Equal(report.Sources.Select(s => s.Change).Order(), report.Sources.Select(s => s.Change));
    }

    [Fact]
    public async Task Read__outside_the_scope_or_without_acts__nothing()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        Assert.Null(await Reader(acts).ReadAsync(Article, Kaz, Scope.Nothing, Cancel));
        Assert.Null(await Reader(acts).ReadAsync(Article, new CountryCode("ISL"), Scope.Everything, Cancel));
    }

    private static RobustnessReader Reader(LoadedActs acts) => new(acts.Feed, TimeProvider.System);
}

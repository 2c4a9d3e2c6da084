using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Shifts;
using Stance.Shifts;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Shifts;

public sealed class ShiftAlarmTests(PostgresFixture postgres)
{
    private static readonly CountryCode Country = new(WeeklyActs.Country);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Raise__a_shift_in_the_acts__is_stored_with_its_acts_and_read_back()
    {
        await using var acts = await WithStepAsync(60);

        var stored = await RaiseAsync(acts);

        var report = await Reader(acts).ReadNewestAsync(Scope.Everything, Cancel);
        Assert.Equal(2, stored);
        Assert.Equal([AlarmMethod.Departures, AlarmMethod.FreshLevel], report.Alarms.Select(a => a.Alarm.Method).Order());
        Assert.All(report.Alarms, a =>
        {
            Assert.Equal((Country, "RUW", 1), (a.Country, a.Axis, a.Alarm.Direction));
            Assert.Equal(WeeklyActs.First.AddDays(7 * 40), a.Alarm.Since);
            Assert.NotEmpty(a.Acts);
            Assert.All(a.Acts, id => Assert.StartsWith("Made-up act of week 4", report.Names[id].Title, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Raise__again_and_after_more_acts__stores_nothing_twice()
    {
        await using var acts = await WithStepAsync(50);
        await RaiseAsync(acts);

        var again = await RaiseAsync(acts);
        await WeeklyActs.InsertAsync(acts.Database, Enumerable.Range(50, 10).Select(w => (w, 4.0)));
        await acts.Feed.RefreshAsync(Cancel);
        var later = await RaiseAsync(acts);

        Assert.Equal((0, 0), (again, later));
        Assert.Equal(2, (await Reader(acts).ReadNewestAsync(Scope.Everything, Cancel)).Alarms.Count);
    }

    [Fact]
    public async Task Raise__two_runs_at_once__store_each_alarm_once()
    {
        await using var acts = await WithStepAsync(50);

        var stored = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RaiseAsync(acts)));

        Assert.Equal(2, stored.Sum());
    }

    [Fact]
    public async Task Find__the_sample_as_it_ships__raises_nothing()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        Assert.Empty(new ShiftAlarmFinder(acts.Feed, TimeProvider.System).Find());
    }

    [Fact]
    public async Task Read__of_a_country__keeps_to_axis_period_and_knowledge_date()
    {
        await using var acts = await WithStepAsync(50);
        await RaiseAsync(acts);
        var view = new ViewState { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2023, 1, 31)) };

        Assert.Equal(2, await CountAsync(view));
        Assert.Equal(0, await CountAsync(view with { Axis = "CNW" }));
        Assert.Equal(0, await CountAsync(view with { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 9, 1)) }));
        Assert.Equal(0, await CountAsync(view with { AsOf = AsOf.EndOf(new DateOnly(2023, 1, 31)) }));

        async Task<int> CountAsync(ViewState asked) => (await Reader(acts).ReadAsync(asked, [Country], Scope.Everything, Cancel)).Alarms.Count;
    }

    [Fact]
    public async Task Read__a_scope_that_leaves_out_country_or_acts__tells_nothing()
    {
        await using var acts = await WithStepAsync(50);
        await RaiseAsync(acts);
        Scope[] narrow =
        [
            Scope.Nothing,
            Scope.Everything with { Countries = new HashSet<CountryCode> { new("KAZ") } },
            Scope.Everything with { Collections = new HashSet<string> { "unga-es11" } },
            Scope.Everything with { Form = ActForm.Words },
        ];

        foreach (var scope in narrow)
            Assert.Empty((await Reader(acts).ReadNewestAsync(scope, Cancel)).Alarms);
    }

    private static Task<int> RaiseAsync(LoadedActs acts) => new ShiftAlarmWriter(acts.Database, acts.Feed)
        .RaiseAsync(new ShiftAlarmFinder(acts.Feed, TimeProvider.System).Find(), Cancel);

    private static ShiftAlarmReader Reader(LoadedActs acts) =>
        new(acts.Database, new ActNameReader(acts.Database, TimeProvider.System), TimeProvider.System);

    private async Task<LoadedActs> WithStepAsync(int weeks)
    {
        var acts = await LoadedActs.OpenAsync(postgres);
        await WeeklyActs.InsertAsync(acts.Database, WeeklyActs.Step(weeks, 40, -4, 4));
        await acts.Feed.RefreshAsync(Cancel);
        return acts;
    }
}

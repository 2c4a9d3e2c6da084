using Stance.Acts;
using Stance.Countries;
using Stance.Data.Shifts;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Shifts;

public sealed class ShiftReaderTests(PostgresFixture postgres)
{
    private static readonly ViewState Year = new()
    {
        Countries = [new CountryCode(WeeklyActs.Country)],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)),
    };

    [Fact]
    public async Task Read__a_step_in_the_acts__is_dated_levelled_and_led_by_its_acts()
    {
        await using var acts = await WithStepAsync();

        var country = Assert.Single(Shifts(acts).Read(Year, Scope.Everything).Countries);

        Assert.Equal(40, country.Weeks);
        Assert.Equal(32, country.Weight, 1e-9);
        var found = Assert.Single(country.Breaks);
        Assert.Equal(WeeklyActs.First.AddDays(7 * 20), found.Point.Monday);
        Assert.InRange(found.Point.Before, -4.2, -3.8);
        Assert.InRange(found.Point.After, 3.8, 4.2);
        Assert.True(found.Point.IsBold);
        Assert.Equal(3, found.Acts.Count);
        Assert.Equal(5, found.Acts[0].Score);
        Assert.All(found.Acts, a => Assert.InRange(a.Day, found.Point.Monday, found.Point.LeadUntil));
    }

    [Fact]
    public async Task Read__a_break_outside_the_period__is_left_out_though_its_acts_count()
    {
        await using var acts = await WithStepAsync();

        var country = Shifts(acts).Read(Year with { Period = new Period(new DateOnly(2022, 8, 1), new DateOnly(2022, 12, 31)) }, Scope.Everything).Countries[0];

        Assert.Empty(country.Breaks);
        Assert.Equal(40, country.Weeks);
    }

    [Fact]
    public async Task Read__as_known_before_the_acts__finds_nothing()
    {
        await using var acts = await WithStepAsync();

        var country = Shifts(acts).Read(Year with { AsOf = AsOf.EndOf(new DateOnly(2021, 12, 30)) }, Scope.Everything).Countries[0];

        Assert.Equal((0, false), (country.Weeks, country.HasEnough));
        Assert.Empty(country.Breaks);
    }

    [Fact]
    public async Task Read__a_scope_without_the_country__tells_nothing_of_it()
    {
        await using var acts = await WithStepAsync();
        var scope = Scope.Everything with { Countries = new HashSet<CountryCode> { new("KAZ") } };

        Assert.DoesNotContain(Shifts(acts).Read(Year, scope).Countries, c => c.Country.Code.Value == WeeklyActs.Country);
    }

    private static ShiftReader Shifts(LoadedActs acts) => new(acts.Feed, TimeProvider.System);

    private async Task<LoadedActs> WithStepAsync()
    {
        var acts = await LoadedActs.OpenAsync(postgres);
        await WeeklyActs.InsertAsync(acts.Database, WeeklyActs.Step(40, 20, -4, 4));
        await acts.Feed.RefreshAsync(TestContext.Current.CancellationToken);
        return acts;
    }
}

using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Diffusion;
using Stance.Data.Shifts;
using Stance.Diffusion;
using Stance.Testing;
using Stance.ViewStates;
using Scope = Stance.Acts.Scope;

namespace Stance.Data.Tests.Diffusion;

/// <summary>Made-up acts of a year before the sample's begin, so that they are all these countries have.</summary>
public sealed class DiffusionReaderTests(PostgresFixture postgres)
{
    /// <summary>The first of forty weeks, in February 2021.</summary>
    private const int Start = -48;

    /// <summary>A Thursday of the fifteenth week.</summary>
    private static readonly DateOnly Trigger = WeeklyActs.First.AddDays((7 * (Start + 14)) + 3);

    private static readonly ViewState Year = new()
    {
        Countries = [.. new[] { "AUT", "CHE", "DNK", "FIN", "ISL", "NOR", "SWE" }.Select(c => new CountryCode(c))],
        Period = new Period(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)),
        Trigger = Trigger,
    };

    [Fact]
    public async Task Read__shifts_around_a_day__ordered_with_ties_open_ranks_and_reasons()
    {
        await using var acts = await OpenAsync();

        var report = await Reader(acts).ReadAsync(Year, Scope.Everything, TestContext.Current.CancellationToken);

        Assert.Equal(["ISL", "NOR", "AUT", "CHE", "FIN", "DNK", "SWE"], report.Rows.Select(r => r.Country.Code.Value));
        Assert.Equal([18, 18, 32, 60], report.Followed.Select(r => r.After!.Days));
        Assert.Equal([new(1, 1, 2), new(1, 1, 2), new(3, 3, 4), new(4, 3, 4)], report.Followed.Select(r => r.Rank));
        Assert.Equal([1, -1, 1, 1], report.Followed.Select(r => r.After!.Found.Point.Direction));
        Assert.Equal((25, 66), (report.Followed[3].After!.From, report.Followed[3].After!.To));
        var finland = Assert.Single(report.Earlier);
        Assert.Equal((-17, NoShift.NoneFound), (finland.Before!.Days, finland.Reason));
        Assert.Equal((NoShift.NoneFound, NoShift.NotLooked), (report.Rows[5].Reason, report.Rows[6].Reason));
        Assert.All(report.Followed, r => Assert.StartsWith("Made-up act", report.Names[r.After!.Found.Acts[0].Id].Title, StringComparison.Ordinal));
        Assert.Equal(
            $"Of seven countries, four shifted after {Wording.DateWords.LongDay(Trigger)}; who was first is not certain: Iceland or Norway", DiffusionWords.Finding(report));
        Assert.Contains("The order of Austria and Switzerland is not certain: the days their breaks can lie on overlap.", DiffusionWords.Summary(report));
        Assert.Contains("Finland moved before that day and not since.", DiffusionWords.Summary(report));
    }

    [Fact]
    public async Task Read__no_country_named__all_with_acts_on_the_axis_as_far_as_the_scope_goes()
    {
        await using var acts = await OpenAsync();
        var (all, two) = (Year with { Countries = [] }, new HashSet<CountryCode> { new("AUT"), new("FIN") });

        var report = Reader(acts).Read(all, Scope.Everything);

        Assert.True(report.IsEveryCountry);
        Assert.Equal(["ISL", "NOR", "AUT", "CHE", "FIN"], report.Rows.Take(5).Select(r => r.Country.Code.Value));
        Assert.InRange(report.Rows.Count, 190, 205);
        Assert.Equal(["AUT", "FIN"], Reader(acts).Read(all, Scope.Everything with { Countries = two }).Rows.Select(r => r.Country.Code.Value));
    }

    [Fact]
    public async Task Read__no_day_named__the_marked_one_inside_the_period_or_none()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var marked = new DateOnly(2022, 2, 24);

        Assert.Equal(marked, Reader(acts).Read(new() { Period = new Period(new(2022, 1, 1), new(2022, 12, 31)) }, Scope.Everything).Trigger);
        var none = Reader(acts).Read(new() { Period = new Period(new(2022, 3, 1), new(2022, 12, 31)) }, Scope.Everything);
        Assert.Null(none.Trigger);
        Assert.Empty(none.Rows);
    }

    private static DiffusionReader Reader(LoadedActs acts) => new(
        acts.Feed, new ShiftReader(acts.Feed, TimeProvider.System), new ActNameReader(acts.Database, TimeProvider.System), TimeProvider.System);

    private async Task<LoadedActs> OpenAsync()
    {
        var acts = await LoadedActs.OpenAsync(postgres);
        await InsertAsync("ISL", 17, 4);
        await InsertAsync("NOR", 17, -4);
        await InsertAsync("AUT", 19, 4);
        await InsertAsync("CHE", 23, 4, week => week is < 18 or > 22);
        await InsertAsync("FIN", 12, 4);
        await InsertAsync("DNK", 40, 4);
        await InsertAsync("SWE", 2, 4, week => week < 6);
        await acts.Feed.RefreshAsync(TestContext.Current.CancellationToken);
        return acts;

        Task InsertAsync(string country, int at, double after, Func<int, bool>? keep = null) => WeeklyActs.InsertAsync(
            acts.Database,
            WeeklyActs.Step(40, at, -after, after).Where(a => keep?.Invoke(a.Week) != false).Select(a => (a.Week + Start, a.Score)),
            country: country);
    }
}

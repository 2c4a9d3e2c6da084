using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Alignment;

public sealed class AlignmentReaderTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static readonly ViewState Article = new()
    {
        Countries = [Kaz],
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    [Fact]
    public async Task Read__Kazakhstan_in_the_article__as_the_codebook_prints_it()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var country = Assert.Single(acts.Alignment.Read(Article, Scope.Everything).Countries);

        Assert.Equal(-4, country.Prior);
        Assert.Equal(20, country.Marks.Count);
        AssertDay("2022-01-01", -4.0000, 2.8284, -8.652, 0.652, 0);
        AssertDay("2022-01-31", -4.8704, 2.3831, -8.790, -0.951, 0.8174);
        AssertDay("2022-02-28", -3.0874, 2.0995, -6.541, 0.366, 1.6299);
        AssertDay("2022-03-31", -0.6408, 1.6776, -3.400, 2.119, 3.6854);
        AssertDay("2022-05-31", 0.7268, 1.2948, -1.403, 2.857, 7.5439);
        AssertDay("2022-06-30", 0.7362, 1.1599, -1.172, 2.644, 9.8930);
        AssertDay("2022-07-24", 0.6923, 1.1905, -1.266, 2.650, 9.2897);

        void AssertDay(string day, double index, double standardError, double low, double high, double weight)
        {
            var point = country.Line.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(index, point.Index, 0.00005);
            Assert.Equal(standardError, point.StandardError, 0.00005);
            Assert.Equal(low, point.Low90, 0.0005);
            Assert.Equal(high, point.High90, 0.0005);
            Assert.Equal(weight, point.Weight, 0.00005);
        }
    }

    [Theory]
    [InlineData("60", null, 0.215)]
    [InlineData("90", null, 0.485)]
    [InlineData("365", null, 0.762)]
    [InlineData("180", ActForm.Words, 0.795)]
    [InlineData("180", ActForm.Deeds, -0.832)]
    public async Task Read__other_half_lives_and_forms__as_the_codebook_prints_them(string halfLife, ActForm? form, double index)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = acts.Alignment.Read(Article with { HalfLife = HalfLife.Parse(halfLife), Form = form }, Scope.Everything);

        Assert.Equal(index, report.Countries[0].Line.Last.Index, 0.0005);
    }

    [Fact]
    public async Task Read__words_and_deeds_of_the_article__a_gap_that_is_not_certain()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var gap = new WordsAndDeedsLines(
            acts.Alignment.Read(Article with { Form = ActForm.Words }, Scope.Everything).Countries[0],
            acts.Alignment.Read(Article with { Form = ActForm.Deeds }, Scope.Everything).Countries[0]).Last;

        Assert.Equal(1.628, gap.Gap, 0.0005);
        Assert.Equal(1.5473, gap.Words.StandardError, 0.00005);
        Assert.Equal(1.5562, gap.Deeds.StandardError, 0.00005);
        Assert.Equal(2.195, gap.StandardError, 0.0005);
        Assert.False(gap.IsCertain);
    }

    [Fact]
    public async Task Read__contributions_and_the_starting_value__sum_to_the_index()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var country = acts.Alignment.Read(Article, Scope.Everything).Countries[0];

        Assert.Equal(country.Line.Last.Index, country.Prior + country.Marks.Sum(m => m.Contribution), 1e-9);
        Assert.Equal(0.803, country.Marks.Max(m => m.Contribution), 0.0005);
    }

    [Fact]
    public async Task Read__a_day_before_the_article__knows_nothing_of_it()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = acts.Alignment.Read(Article with { AsOf = AsOf.EndOf(new DateOnly(2022, 7, 23)) }, Scope.Everything);

        // Only the vote was on record: +1 × 0.95 against the starting value −4.
        Assert.Single(report.Countries[0].Marks);
    }

    [Fact]
    public async Task ReadMap__all_votes__has_each_member_state_once()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var map = acts.Alignment.ReadMap(
            new ViewState { Collections = ["unga-es11"], Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)) }, Scope.Everything);

        Assert.Equal(193, map.Countries.Count);
        Assert.All(map.Countries, c => Assert.Equal(3, c.Acts));
        Assert.True(map.Countries.Single(c => c.Country == new CountryCode("BLR")).Point.Index < -5);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(365)]
    public async Task ReadFilm__every_frame__is_the_map_of_its_day_and_the_change_up_to_it(int back)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var view = new ViewState { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2023, 2, 27)) };

        var film = acts.Alignment.ReadFilm(view with { MapChange = back, MapDay = new DateOnly(2022, 3, 3) }, Scope.Everything);

        Assert.InRange(film.Frames.Count, MapFilm.MostFrames / 2, MapFilm.MostFrames + 1);
        Assert.Contains(film.Frames, f => f.Day == new DateOnly(2022, 3, 3));
        Assert.Equal(view.Period!.Value.To, film.Frames[^1].Day);
        foreach (var frame in film.Frames.Where((_, i) => i % 9 == 0).Append(film.Frames[^1]))
        {
            var (now, before) = (MapOn(frame.Day), MapOn(frame.Day.AddDays(-back)).ToDictionary(c => c.Country));
            Assert.Equal(now.Select(c => (c.Country, c.Acts)), frame.Countries.Select(c => (c.Country, c.Acts)));
            foreach (var (single, seen) in now.Zip(frame.Countries))
            {
                Assert.Equal(single.Point.Index, seen.Point.Index, 1e-9);
                if (before.TryGetValue(seen.Country, out var earlier))
                    Assert.Equal(single.Point.Index - earlier.Point.Index, seen.Value, 1e-9);
            }
        }

        IReadOnlyList<CountryLevel> MapOn(DateOnly day) =>
            acts.Alignment.ReadMap(view with { Period = new Period(new DateOnly(2020, 1, 1), day) }, Scope.Everything).Countries;
    }
}

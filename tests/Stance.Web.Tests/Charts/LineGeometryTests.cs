using Stance.Web.Charts;

namespace Stance.Web.Tests.Charts;

public sealed class LineGeometryTests
{
    [Fact]
    public void Decimation__of_eighty_years_of_days__keeps_ends_and_every_spike_in_a_thousand_points()
    {
        var random = new Random(4);
        var points = Enumerable.Range(0, 29_600)
            .Select(i => new LinePoint(Lines.From.AddDays(i), random.NextDouble(), 0, 0, 0, 0, 2, 0)).ToList();
        int[] spikes = [17, 5_000, 12_345, 29_000];
        foreach (var at in spikes)
            points[at] = points[at] with { Index = at % 2 == 0 ? 9 : -9 };

        var kept = Decimation.Keep(points);

        Assert.True(kept.Count <= Decimation.MostPoints);
        Assert.Equal((points[0], points[^1]), (kept[0], kept[^1]));
        Assert.All(spikes, at => Assert.Contains(points[at], kept));
        Assert.Equal(kept.OrderBy(p => p.Date), kept);
    }

    [Fact]
    public void Decimation__of_a_year__changes_nothing()
    {
        var points = Lines.Kazakhstan().Series[0].Points;
        Assert.Same(points, Decimation.Keep(points));
    }

    [Fact]
    public void Stretches__of_the_fixture__are_thin_until_the_weight_reaches_one_and_join_without_a_gap()
    {
        var drawing = Lines.Kazakhstan();
        var stretches = new LinePaths(drawing).Stretches(drawing.Series[0]);

        Assert.Equal([true, false], stretches.Select(s => s.IsThin));
        Assert.Equal(Lines.Invasion, stretches[1].Points[0].Date);
        Assert.Equal(stretches[0].Points[^1], stretches[1].Points[0]);
    }

    [Fact]
    public void Lifted__lines_that_coincide__are_set_apart_by_their_place_and_stay_around_their_value()
    {
        var drawing = Lines.Kazakhstan() with
        {
            Series = [Lines.Flat("POL", "Poland", 1, 3), Lines.Flat("LTU", "Lithuania", 2, 3), Lines.Flat("BLR", "Belarus", 3, -3)],
        };
        var paths = new LinePaths(drawing);
        var lifted = drawing.Series.Select(s => paths.Lifted(s, s.Points[0])).ToList();

        Assert.Equal(2.6, (lifted[0] - lifted[1]) / 20 * LinePaths.NominalHeight, 6);
        Assert.Equal(3, (lifted[0] + lifted[1]) / 2, 9);
        Assert.Equal(-3, lifted[2]);
    }

    [Fact]
    public void EndLabels__that_want_one_place__stand_seventeen_pixels_apart_inside_the_plot()
    {
        var places = EndLabels.Place([338, 339, 340, 10, 12, 170], 340);
        var sorted = places.Order().ToList();

        Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 17 - 1e-9));
        Assert.All(places, p => Assert.InRange(p, 0, 340));
        Assert.Equal(170, places[5]);
        Assert.True(places[0] < places[1] && places[1] < places[2]);
    }

    [Fact]
    public void TimeScale__of_seven_months__names_each_month_and_the_year_once()
    {
        var labels = new TimeScale(Lines.From, Lines.To).Labels(onPhone: false).Select(l => l.Text);
        Assert.Equal(["Jan 2022", "Feb", "Mar", "Apr", "May", "Jun", "Jul"], labels);
        Assert.Equal("Jan ’22", new TimeScale(Lines.From, Lines.To).Labels(onPhone: true)[0].Text);
    }

    [Fact]
    public void TimeScale__of_four_years__names_years_only()
    {
        var labels = new TimeScale(new(2022, 3, 2), new(2025, 12, 20)).Labels(onPhone: false).Select(l => l.Text);
        Assert.Equal(["2022", "2023", "2024", "2025"], labels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(700)]
    [InlineData(29_600)]
    public void TimeScale__of_any_length__gives_labels_inside_the_plot_and_not_too_many(int days)
    {
        var scale = new TimeScale(Lines.From, Lines.From.AddDays(days));
        Assert.InRange(scale.Labels(onPhone: false).Count, 1, 16);
        Assert.InRange(scale.Labels(onPhone: true).Count, 1, 7);
        Assert.All(scale.Labels(onPhone: false), l => Assert.InRange(l.X, 0, 100));
        Assert.All(scale.Ticks(), t => Assert.InRange(t, 0, 100));
    }

    [Fact]
    public void ActStrip__many_acts_of_one_day__gathers_them_and_loses_none()
    {
        var acts = Enumerable.Range(0, 30).Select(i => new LineAct($"{i}", "KAZ", Lines.Invasion, null, null, "24 Feb", "Act", 3, true)).ToList();
        var strip = new ActStrip(acts, new TimeScale(Lines.From, Lines.To));

        var stack = Assert.Single(strip.Stacks);
        Assert.Equal(30, stack.Acts.Count);
        Assert.Equal(30, Assert.Single(stack.Dots).Count);
    }

    [Fact]
    public void ActStrip__acts_on_every_day_of_three_years__draws_few_columns()
    {
        var acts = Enumerable.Range(0, 1000).Select(i => new LineAct($"{i}", "KAZ", Lines.From.AddDays(i), null, null, "", "Act", i % 3 - 1, false)).ToList();
        var strip = new ActStrip(acts, new TimeScale(Lines.From, Lines.From.AddDays(999)));

        Assert.InRange(strip.Stacks.Count, 10, 46);
        Assert.Equal(1000, strip.Stacks.Sum(s => s.Acts.Count));
    }

    [Fact]
    public void FlowBars__of_the_fixture__end_with_the_last_day_and_are_weekly()
    {
        var drawing = Lines.Kazakhstan();
        var bars = new FlowBars(drawing.Series[0].Points, new TimeScale(drawing.From, drawing.To));

        Assert.Equal(drawing.Series[0].Points[^1].Flow, bars.Bars[^1].Value);
        Assert.Equal(30, bars.Bars.Count);
        Assert.Equal(15, bars.Tick);
        Assert.True(bars.Low < 0);
    }

    [Theory]
    [InlineData(-10, "n3")]
    [InlineData(-5, "n2")]
    [InlineData(-0.5, "z")]
    [InlineData(0.5, "p1")]
    [InlineData(4.99, "p2")]
    [InlineData(5, "p3")]
    public void PoleScale__at_its_breaks__takes_the_class_above(double index, string name) => Assert.Equal(name, PoleScale.Name(index));

    [Fact]
    public void PoleScale__cut_to_five__has_no_far_classes() =>
        Assert.Equal(["n2", "n1", "z", "p1", "p2"], PoleScale.Spans(5).Select(s => s.Name));
}

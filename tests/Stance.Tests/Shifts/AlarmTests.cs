using Stance.Alignment;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Tests.Shifts;

public sealed class AlarmTests
{
    [Fact]
    public void Vector_H__sums_of_departures__as_printed()
    {
        var steps = Cusum.Steps([0.2, -0.4, 0.3, 1.2, 0.9, 1.6, 1.1, 1.4, 1.3, 0.8]);

        Assert.Equal([0, 0, 0, 0.7, 1.1, 2.2, 2.8, 3.7, 4.5, 4.8], steps.Select(s => Math.Round(s.Plus, 9)));
        Assert.All(steps, s => Assert.Equal(0, s.Minus));
        Assert.Equal(8, Cusum.FirstAlarm(steps, 4));
        Assert.Null(Cusum.FirstAlarm(steps, 5));
    }

    [Fact]
    public void Cusum__turned_round__alarms_on_the_other_side()
    {
        var steps = Cusum.Steps([-0.2, 0.4, -0.3, -1.2, -0.9, -1.6, -1.1, -1.4, -1.3, -0.8]);

        Assert.Equal(4.8, steps[^1].Minus, 1e-9);
        Assert.Equal(8, Cusum.FirstAlarm(steps, 4));
    }

    [Fact]
    public void Vector_I__run_lengths__as_printed()
    {
        var runs = Bocpd.Run([0.1, -0.2, 0.0, 4.0, 4.2], new LevelBelief(0, 1, 1, 1), 0.1).ToList();

        AssertRun(runs[2], 0.1, 0.052651, 0.049639, 0.797710);
        AssertRun(runs[3], 0.1, 0.508110, 0.109631, 0.038044, 0.244215);
        AssertRun(runs[4], 0.1, 0.026133, 0.627976, 0.097673, 0.025090, 0.123127);
        Assert.Equal([1, 2, 3, 1, 2], runs.Select(r => r.MostProbable));
        Assert.All(runs, r => Assert.Equal(1, r.Probability.Sum(), 1e-12));
        Assert.Equal(0.717741, runs[3].AtMost(2), 2e-6);

        static void AssertRun(RunLengths run, params double[] printed) =>
            Assert.All(printed.Zip(run.Probability), p => Assert.Equal(p.First, p.Second, 1e-6));
    }

    [Fact]
    public void Bocpd__a_week_without_acts__lets_time_pass_and_teaches_nothing()
    {
        var prior = new LevelBelief(0, 1, 1, 1);
        var runs = Bocpd.Run([2.0, null, null], prior, 0.1).ToList();

        Assert.Equal([0.1, 0.9], runs[0].Probability.Select(p => Math.Round(p, 12)));
        Assert.Equal([0.1, 0.09, 0.081, 0.729], runs[2].Probability.Select(p => Math.Round(p, 12)).Take(4));
    }

    [Theory]
    [InlineData(0.5, -1.8378770664093453)] // One degree of freedom, scale 2: 1/(2π).
    [InlineData(1.0, -1.3862943611198906)] // Two degrees, scale √2: 1/4.
    public void Belief__density_at_its_own_location__is_that_of_student(double alpha, double log) =>
        Assert.Equal(log, new LevelBelief(3, 1, alpha, 1).LogDensity(3), 1e-12);

    [Fact]
    public void Watch__a_steady_country__is_never_alarmed() => Assert.Empty(Watch(WeekByWeek(120, _ => -3)).Alarms());

    [Fact]
    public void Watch__a_lasting_shift__is_told_once_by_each_way_and_dated()
    {
        var alarms = Watch(WeekByWeek(80, week => week < 40 ? -4 : 4)).Alarms();

        Assert.Equal([AlarmMethod.Departures, AlarmMethod.FreshLevel], alarms.Select(a => a.Method).Order());
        Assert.All(alarms, a =>
        {
            Assert.Equal(Weeks.First.AddDays(7 * 40), a.Since);
            Assert.InRange(a.Monday.DayNumber, a.Since.DayNumber, a.Since.AddDays(28).DayNumber);
            Assert.Equal(1, a.Direction);
            Assert.Equal(4, a.After, 0.6);
            Assert.True(a.Before < -3);
        });
    }

    [Fact]
    public void Watch__the_same_shift_on_little_evidence__is_not_told() =>
        Assert.Empty(Watch(WeekByWeek(80, week => week < 40 ? -4 : 4, weight: 0.05)).Alarms());

    [Fact]
    public void Watch__three_acts_only__are_no_baseline_however_heavy() =>
        Assert.Empty(Watch([(0, -5, 1), (1, -5, 1), (2, -5, 1), (20, 9, 1)]).Alarms());

    [Fact]
    public void Watch__acts_that_come_later__never_undo_what_was_told()
    {
        var acts = WeekByWeek(80, week => week < 40 ? -4 : 4);
        var early = Watch(acts.Take(60)).Alarms();

        var late = Watch(acts).Alarms();

        Assert.NotEmpty(early);
        Assert.Equal(early.Select(a => (a.Method, a.Monday)), late.Select(a => (a.Method, a.Monday)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Watch__hardly_any_act__is_quiet(int count) => Assert.Empty(Watch(WeekByWeek(count, _ => 5)).Alarms());

    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(2.99, 4, false)]
    [InlineData(3, 3, false)]
    public void Guard__needs_weight_and_number(double weight, int acts, bool allows) => Assert.Equal(allows, AlarmGuard.Allows(weight, acts));

    /// <summary>One act a week, a little up and down so that the weeks have a spread.</summary>
    private static List<(int Week, double Score, double Weight)> WeekByWeek(int weeks, Func<int, double> level, double weight = 0.8) =>
        [.. Enumerable.Range(0, weeks).Select(w => (w, level(w) + (w % 3) - 1, weight))];

    private static ShiftWatch Watch(IEnumerable<(int Week, double Score, double Weight)> acts)
    {
        var all = acts.ToList();
        return new ShiftWatch(
            new ActEvidence([.. all.Select(a => Weeks.First.DayNumber + (7 * a.Week) + 2)], [.. all.Select(a => a.Score)], [.. all.Select(a => a.Weight)]),
            Weeks.First.AddDays(7 * 400), HalfLife.Default, -3, 4);
    }
}

using Stance.Alignment;
using Stance.ViewStates;

namespace Stance.Shifts;

/// <summary>
/// Runs both alarms over a country's weeks in the order they came (M8). After an alarm of departures the earlier level is made of the
/// weeks since the shift alone, and the watch rests until that level is firm, so that one shift is told once.
/// </summary>
public sealed class ShiftWatch
{
    /// <summary>Departures are measured from the level this long before.</summary>
    public const int BaselineDays = 84;

    /// <summary>Up to this many weeks a level is called fresh.</summary>
    public const int FreshWeeks = 4;

    private const double Probable = 0.5;

    /// <summary>Scores are given in whole points; a smaller spread would turn rounding into alarms.</summary>
    private const double LeastSpread = 1;

    private readonly IReadOnlyList<WeekMean> weeks;
    private readonly int[] days;
    private readonly AlignmentLine? levels;
    private readonly double sigma;
    private readonly double prior;

    /// <param name="prior">Starting value of the country.</param>
    /// <param name="sigma">σ of the codebook, for a series too short or too even to have a spread of its own.</param>
    public ShiftWatch(ActEvidence acts, DateOnly last, HalfLife halfLife, double prior, double sigma)
    {
        weeks = WeeklyMeans.Of(acts, last);
        days = acts.Days.ToArray();
        this.sigma = Math.Max(LeastSpread, WeeklySpread.Of(weeks) ?? sigma);
        this.prior = prior;
        levels = weeks.Count == 0 ? null : AlignmentIndex.Compute(
            acts, PriorSteps.Constant(0), new Period(weeks[0].Monday.AddDays(-BaselineDays - 1), weeks[^1].Sunday), new IndexParameters(halfLife, sigma, 0));
    }

    public IReadOnlyList<ShiftAlarm> Alarms() => [.. Departures().Concat(FreshLevels()).OrderBy(a => a.Monday).ThenBy(a => a.Method)];

    /// <summary>x = (y − L)/(σ̂ √(1/n + 1/W)); L and W are the faded mean of the acts twelve weeks before, and its weight.</summary>
    public IEnumerable<ShiftAlarm> Departures()
    {
        var (sums, starts, since) = (default(CusumStep), (Plus: 0, Minus: 0), DateOnly.MinValue);
        for (var k = 0; k < weeks.Count; k++)
        {
            var baseline = LevelOn(weeks[k].Monday.AddDays(-BaselineDays), since);
            if (!baseline.IsFirm)
                continue;
            starts = (sums.Plus == 0 ? k : starts.Plus, sums.Minus == 0 ? k : starts.Minus);
            sums = Cusum.Next(sums, (weeks[k].Mean - baseline.Mean) / (sigma * Math.Sqrt((1 / weeks[k].Weight) + (1 / baseline.Weight))));
            if (sums.Highest <= Cusum.Limit || !LevelOn(weeks[k].Sunday).IsFirm)
                continue;
            var start = sums.Plus >= sums.Minus ? starts.Plus : starts.Minus;
            yield return new ShiftAlarm(AlarmMethod.Departures, weeks[k].Monday, weeks[start].Monday, sums.Highest, baseline.Mean, MeanOf(start, k));
            (sums, since) = (default, weeks[start].Monday);
        }
    }

    /// <summary>The most probable run drops to four weeks or fewer, and a run that short is more probable than not.</summary>
    public IEnumerable<ShiftAlarm> FreshLevels()
    {
        var (before, week) = (0, 0);
        foreach (var (step, runs) in Bocpd.Run(Calendar(), new LevelBelief(prior, 1, 1, sigma * sigma)).Index())
        {
            var hasActs = weeks[week].Monday == weeks[0].Monday.AddDays(7 * step);
            var run = runs.MostProbable;
            var alarm = hasActs && run <= FreshWeeks && before > FreshWeeks ? FreshLevel(week, run, runs.AtMost(FreshWeeks)) : null;
            if (alarm is not null)
                yield return alarm;
            // A run that is short but not probable or firm enough may still be told in one of the next weeks.
            before = alarm is not null || run > FreshWeeks ? run : before;
            week += hasActs ? 1 : 0;
        }
    }

    private ShiftAlarm? FreshLevel(int week, int run, double sure)
    {
        var start = StartOf(week, run);
        var before = LevelOn(weeks[start].Monday.AddDays(-1));
        return sure >= Probable && before.IsFirm && LevelOn(weeks[week].Sunday).IsFirm
            ? new ShiftAlarm(AlarmMethod.FreshLevel, weeks[week].Monday, weeks[start].Monday, sure, before.Mean, MeanOf(start, week))
            : null;
    }

    private IEnumerable<double?> Calendar()
    {
        for (var (k, monday) = (0, weeks.Count > 0 ? weeks[0].Monday : default); k < weeks.Count; monday = monday.AddDays(7))
            yield return weeks[k].Monday == monday ? weeks[k++].Mean : null;
    }

    /// <summary>The first week with acts among the last ones that a run of this length covers.</summary>
    private int StartOf(int week, int run)
    {
        var first = weeks[week].Monday.AddDays(-7 * (Math.Max(run, 1) - 1));
        while (week > 0 && weeks[week - 1].Monday >= first)
            week--;
        return week;
    }

    /// <summary>The faded mean on a day of the acts since a day; those before are taken out of the sums.</summary>
    private FadedLevel LevelOn(DateOnly day, DateOnly since = default)
    {
        if (levels is null || day < levels.Period.From || day < since)
            return default;
        var (point, eve) = (levels.On(day), since.DayNumber - 1);
        if (eve < levels.Period.From.DayNumber)
            return new FadedLevel(point.Index, point.Weight, ActsUntil(day.DayNumber));
        var old = levels.On(DateOnly.FromDayNumber(eve));
        var left = levels.Parameters.HalfLife.Left(day.DayNumber - eve);
        var weight = point.Weight - (old.Weight * left);
        return new FadedLevel((point.Flow - (old.Flow * left)) / weight, weight, ActsUntil(day.DayNumber) - ActsUntil(eve));
    }

    private int ActsUntil(int day)
    {
        var at = Array.BinarySearch(days, day + 1);
        at = at < 0 ? ~at : at;
        while (at > 0 && days[at - 1] > day)
            at--;
        return at;
    }

    private double MeanOf(int from, int to)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = from; i <= to; i++)
            (sum, weight) = (sum + (weeks[i].Weight * weeks[i].Mean), weight + weeks[i].Weight);
        return sum / weight;
    }

    private readonly record struct FadedLevel(double Mean, double Weight, int Acts)
    {
        public bool IsFirm => AlarmGuard.Allows(Weight, Acts);
    }
}

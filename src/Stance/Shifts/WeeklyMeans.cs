using Stance.Alignment;

namespace Stance.Shifts;

/// <summary>One week with acts: y_k = Σ w s / Σ w of the raw scores, n_k = Σ w with w = q·g and no fading.</summary>
/// <param name="Monday">First day of the week.</param>
/// <param name="Weight">n_k, greater than 0.</param>
public readonly record struct WeekMean(DateOnly Monday, double Mean, double Weight, int Acts)
{
    public DateOnly Sunday => Monday.AddDays(6);
}

/// <summary>
/// The series in which breaks are looked for: weekly weighted means of raw act scores, in [−10, +10]. Weeks without acts are
/// left out and the dates kept. Never the index itself: smoothing makes neighbours dependent, and breaks appear late and spread.
/// </summary>
public static class WeeklyMeans
{
    private const int Week = 7;

    /// <summary>Weeks from Monday to Sunday (UTC), of the acts up to and with the last day. Acts without weight say nothing.</summary>
    public static IReadOnlyList<WeekMean> Of(ActEvidence acts, DateOnly last)
    {
        var weeks = new List<WeekMean>();
        for (var i = 0; i < acts.Count && acts.Days[i] <= last.DayNumber;)
        {
            var monday = MondayOf(acts.Days[i]);
            var (sum, weight, count) = (0.0, 0.0, 0);
            for (; i < acts.Count && acts.Days[i] < monday + Week && acts.Days[i] <= last.DayNumber; i++)
            {
                sum += acts.Weights[i] * acts.Scores[i];
                weight += acts.Weights[i];
                count += acts.Weights[i] > 0 ? 1 : 0;
            }
            if (weight > 0)
                weeks.Add(new WeekMean(DateOnly.FromDayNumber(monday), sum / weight, weight, count));
        }
        return weeks;
    }

    public static DateOnly MondayOf(DateOnly day) => DateOnly.FromDayNumber(MondayOf(day.DayNumber));

    /// <summary>Day number 0, 1 January of the year 1, is a Monday.</summary>
    private static int MondayOf(int day) => day - (day % Week);
}

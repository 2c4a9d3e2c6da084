using Stance.Shifts;

namespace Stance.Tests.Shifts;

/// <summary>Weeks given by hand or by lot, one after another from a Monday.</summary>
internal static class Weeks
{
    public static readonly DateOnly First = new(2022, 1, 3);

    public static WeekMean At(int week, double mean, double weight = 1) => new(First.AddDays(7 * week), mean, weight, 1);

    public static IReadOnlyList<WeekMean> Of(params double[] means) => [.. means.Select((m, i) => At(i, m))];

    public static IReadOnlyList<WeekMean> Light(double weight, params double[] means) => [.. means.Select((m, i) => At(i, m, weight))];

    public static IReadOnlyList<WeekMean> AtRandom(Random random, int count)
    {
        var level = 0.0;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            level = random.Next(6) == 0 ? (16 * random.NextDouble()) - 8 : level;
            return At(i, Math.Round(level + (2 * random.NextDouble()), 1), 0.1 + (2 * random.NextDouble()));
        })];
    }
}

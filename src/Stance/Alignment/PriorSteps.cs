namespace Stance.Alignment;

/// <summary>
/// The starting value μ₀ of a country on an axis as a step function of the day: each step holds from its day on.
/// Days before the first step have 0.
/// </summary>
public sealed class PriorSteps
{
    private readonly int[] days;
    private readonly double[] values;

    public PriorSteps(IEnumerable<(DateOnly From, double Value)> steps)
    {
        var sorted = steps.OrderBy(s => s.From).ToArray();
        days = [.. sorted.Select(s => s.From.DayNumber)];
        values = [.. sorted.Select(s => s.Value)];
    }

    public static PriorSteps Constant(double value) => new([(DateOnly.MinValue, value)]);

    public double On(DateOnly day) => On(day.DayNumber, out _);

    /// <summary>μ₀ on a day, and the last day it holds.</summary>
    public double On(int day, out int lastDay)
    {
        var at = Array.BinarySearch(days, day);
        var step = at >= 0 ? at : ~at - 1;
        lastDay = step + 1 < days.Length ? days[step + 1] - 1 : int.MaxValue;
        return step < 0 ? 0 : values[step];
    }
}

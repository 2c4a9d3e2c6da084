namespace Stance.Web.Charts;

/// <summary>
/// Numbers of a chart in few bytes: in whole steps of the last digit that is shown, each as the difference to the one before.
/// Neighbours on a line differ little, so most are one digit long and compress well.
/// </summary>
public static class Steps
{
    public static IReadOnlyList<int> Of(IEnumerable<double> values, int digits)
    {
        ArgumentNullException.ThrowIfNull(values);
        var unit = Math.Pow(10, digits);
        return Between([.. values.Select(v => (int)Math.Round(v * unit, MidpointRounding.AwayFromZero))], 0);
    }

    /// <returns>Empty when one point follows the other day by day; otherwise the days to each from the one before, the first 0.</returns>
    public static IReadOnlyList<int> OfDays(IReadOnlyList<int> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var steps = days.Count == 0 ? [] : Between(days, days[0]);
        return steps.Skip(1).All(step => step == 1) ? [] : steps;
    }

    private static List<int> Between(IReadOnlyList<int> values, int before) =>
        [.. values.Select((v, i) => v - (i == 0 ? before : values[i - 1]))];
}

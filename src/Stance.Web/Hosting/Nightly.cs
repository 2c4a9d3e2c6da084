namespace Stance.Web.Hosting;

/// <summary>When the night's work is due: 02:30 UTC.</summary>
public static class Nightly
{
    private static readonly TimeSpan At = new(2, 30, 0);

    /// <summary>How long until the next time; a whole day at the very moment.</summary>
    public static TimeSpan Until(DateTimeOffset now)
    {
        var left = At - now.UtcDateTime.TimeOfDay;
        return left > TimeSpan.Zero ? left : left + TimeSpan.FromDays(1);
    }
}

using System.Globalization;

namespace Stance.Web.People;

internal static class Moments
{
    /// <summary>24 Nov 2026, 00:02 UTC</summary>
    public static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

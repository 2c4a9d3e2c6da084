using System.Globalization;

namespace Stance.ViewStates;

/// <summary>
/// What was known by then: a knowledge date (meaning the end of that UTC day), an exact instant, or now.
/// A future or malformed one is refused, never read as today.
/// </summary>
public readonly record struct AsOf
{
    private AsOf(DateTimeOffset? instant, string? printed) => (Instant, Printed) = (instant, printed);

    /// <summary>k: versions with known_from ≤ k &lt; known_to count; null = now.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>The ticks (UTC) that a knowledge interval must hold; now = the end of time.</summary>
    public long KnownAt => Instant?.UtcTicks ?? long.MaxValue - 1;

    /// <summary>How it stands in an address; null = now.</summary>
    public string? Printed { get; }

    public static AsOf Now => default;

    public static AsOf EndOf(DateOnly day) =>
        new(new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMicroseconds(-1), Iso(day));

    public static AsOf At(DateTimeOffset instant) =>
        new(instant, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Reads "2022-07-24" or "2022-07-24T10:00:00Z" (microseconds allowed).</summary>
    /// <exception cref="FormatException">Malformed, or later than <paramref name="now"/>.</exception>
    public static AsOf Parse(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day > DateOnly.FromDateTime(now.UtcDateTime))
                throw new FormatException($"The knowledge date {text} lies in the future.");
            return EndOf(day);
        }
        if (!DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            throw new FormatException($"\"{Shorten(text)}\" is not a knowledge date such as 2022-07-24.");
        if (instant > now)
            throw new FormatException($"The knowledge date {text} lies in the future.");
        return At(instant);
    }

    public override string ToString() => Printed ?? "now";

    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

using System.Globalization;
using Stance.Countries;

namespace Stance.ViewStates;

/// <summary>The change to explain: a country's index between two days and, when told, between what was known on two days.</summary>
/// <param name="Known">Null = both ends as known in the view.</param>
public sealed record ChangeSpan(CountryCode Country, Period Period, KnownSpan? Known = null)
{
    /// <summary>Reads "KAZ:2022-02-24..2022-07-24", or with knowledge dates "KAZ:2022-07-24..2022-07-24:2022-05-01..now".</summary>
    /// <exception cref="FormatException">Malformed, backwards, or known in the future of <paramref name="now"/>.</exception>
    /// <exception cref="ArgumentException">No code of a country, or the last day lies before the first.</exception>
    public static ChangeSpan Parse(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', 3);
        if (parts.Length < 2 || parts[1].Split("..") is not [var from, var to])
            throw new FormatException("The change to explain reads like KAZ:2022-02-24..2022-07-24.");
        return new ChangeSpan(
            new CountryCode(parts[0]), new Period(ReadDay(from), ReadDay(to)), parts.Length == 3 ? KnownSpan.Parse(parts[2], now) : null);
    }

    /// <summary>The same change when "now" was an instant.</summary>
    public ChangeSpan KnownAt(DateTimeOffset now) => Known is { } known
        ? this with { Known = new KnownSpan(Fixed(known.From, now), Fixed(known.To, now)) }
        : this;

    private static AsOf Fixed(AsOf known, DateTimeOffset now) => known.Instant is null ? AsOf.At(now) : known;

    public override string ToString() => $"{Country}:{Iso(Period.From)}..{Iso(Period.To)}{(Known is { } known ? $":{known}" : null)}";

    /// <exception cref="FormatException">Not a day as 2022-07-24, between 1800 and 2200.</exception>
    public static DateOnly ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and <= 2200
            ? day
            : throw new FormatException("A day of the change to explain is written as 2022-07-24.");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What was known at the start and at the end of a change.</summary>
public readonly record struct KnownSpan
{
    /// <exception cref="FormatException">The second knowledge date lies before the first.</exception>
    public KnownSpan(AsOf from, AsOf to)
    {
        if ((from.Instant ?? DateTimeOffset.MaxValue) > (to.Instant ?? DateTimeOffset.MaxValue))
            throw new FormatException($"The second knowledge date, {to}, lies before the first, {from}.");
        (From, To) = (from, to);
    }

    public AsOf From { get; }

    public AsOf To { get; }

    /// <summary>Reads "2022-05-01..2022-07-24"; either end may be "now".</summary>
    public static KnownSpan Parse(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split("..") is [var from, var to]
            ? new KnownSpan(ReadEnd(from, now), ReadEnd(to, now))
            : throw new FormatException("Two knowledge dates read like 2022-05-01..now.");
    }

    /// <summary>"now", or a knowledge date.</summary>
    public static AsOf ReadEnd(string text, DateTimeOffset now) => text == "now" ? AsOf.Now : AsOf.Parse(text, now);

    public override string ToString() => $"{From}..{To}";
}

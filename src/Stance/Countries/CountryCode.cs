using System.Diagnostics.CodeAnalysis;

namespace Stance.Countries;

/// <summary>An ISO 3166-1 alpha-3 code, three capital letters: "KAZ".</summary>
public readonly record struct CountryCode : IComparable<CountryCode>
{
    /// <exception cref="FormatException">Not three Latin letters.</exception>
    public CountryCode(string value) => Value = IsWellFormed(value)
        ? value.ToUpperInvariant()
        : throw new FormatException($"\"{value}\" is not a country code of three letters, such as KAZ.");

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out CountryCode code)
    {
        code = IsWellFormed(text) ? new CountryCode(text!) : default;
        return IsWellFormed(text);
    }

    public int CompareTo(CountryCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(CountryCode left, CountryCode right) => left.CompareTo(right) < 0;

    public static bool operator >(CountryCode left, CountryCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(CountryCode left, CountryCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CountryCode left, CountryCode right) => left.CompareTo(right) >= 0;

    private static bool IsWellFormed(string? text) => text is { Length: 3 } && text.All(char.IsAsciiLetter);
}

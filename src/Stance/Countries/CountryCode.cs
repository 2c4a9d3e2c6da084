using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stance.Countries;

/// <summary>An ISO 3166-1 alpha-3 code, three capital letters: "KAZ".</summary>
[JsonConverter(typeof(AsText))]
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

    private sealed class AsText : JsonConverter<CountryCode>
    {
        public override CountryCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a country code.");

        public override void Write(Utf8JsonWriter writer, CountryCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

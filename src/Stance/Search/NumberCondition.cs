using System.Globalization;
using Stance.Codebook;
using Stance.Wording;

namespace Stance.Search;

/// <summary>A number between two ends, both included: "over 20" begins at the next number that can be stored.</summary>
public sealed record NumberCondition : AttributeCondition
{
    private NumberCondition(SearchField field, IReadOnlyList<string> types, string words, string printed, double low, double high)
        : base(field, types, words, printed) => (Low, High) = (low, high);

    public double Low { get; }

    public double High { get; }

    internal static bool TryRead(string value, out double low, out double high)
    {
        var ends = value.Split("..", 2);
        high = 0;
        return TryNumber(ends[0], out low) && (ends.Length == 1 ? TryNumber(ends[0], out high) : TryNumber(ends[1], out high));
    }

    internal static (AttributeCondition?, string?) Of(SearchField field, string sign, string value, string? unit)
    {
        if (!TryRead(value, out var low, out var high))
            return (null, $"“{field.Key}” is compared with a number: {field.Example}.");
        var isRange = value.Contains("..", StringComparison.Ordinal);
        if (isRange && sign is not ("=" or ":"))
            return (null, $"Give “{field.Key}” either a comparison or two ends: {field.Key} {Print(low)}..{Print(high)}.");
        if (low > high)
            return (null, $"{field.Key} {value} ends before it begins.");
        if (unit is not null && field.Units.All(u => !IsSame(u, unit)))
            return (null, field.Units.Count == 0 ? $"“{field.Key}” has no unit." : $"“{field.Key}” is measured in {string.Join(" or ", field.Units)}, not {unit}.");
        var types = TypesOf(field, d => d.Kind is AttributeKind.Number or AttributeKind.WholeNumber && (unit is null || (d.Unit is { } own && IsSame(own, unit))));
        var said = unit is null || IsSame(unit, field.Key) ? "" : " " + field.Units.First(u => IsSame(u, unit));
        var (words, printed) = isRange
            ? ($"from {Say(low)} to {Say(high)}", $" {Print(low)}..{Print(high)}")
            : sign switch
            {
                ">" => ($"over {Say(low)}", $" > {Print(low)}"),
                ">=" => ($"of {Say(low)} or more", $" >= {Print(low)}"),
                "<" => ($"under {Say(low)}", $" < {Print(low)}"),
                "<=" => ($"of {Say(low)} or less", $" <= {Print(low)}"),
                _ => ($"exactly {Say(low)}", $" = {Print(low)}"),
            };
        var (from, to) = sign switch
        {
            ">" => (Math.BitIncrement(low), double.MaxValue),
            ">=" => (low, double.MaxValue),
            "<" => (double.MinValue, Math.BitDecrement(low)),
            "<=" => (double.MinValue, low),
            _ => (low, high),
        };
        return (new NumberCondition(field, types, $"with {Name(field)} {words}{said}", field.Key + printed + said, from, to), null);
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(
            text.Replace(",", "", StringComparison.Ordinal).Replace(NumberWords.Minus, '-'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) <= 1e15;

    private static bool IsSame(string unit, string typed) => Plain(unit) == Plain(typed);

    private static string Plain(string unit) => unit.ToLowerInvariant() switch
    {
        "tonnes" or "tonne" or "tons" or "ton" => "t",
        "persons" => "people",
        "day" => "days",
        "$" => "usd",
        "percent" => "%",
        var other => other,
    };

    private static string Print(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Say(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', NumberWords.Minus);
}

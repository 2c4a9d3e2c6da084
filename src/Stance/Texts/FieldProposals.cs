using System.Globalization;
using System.Text.RegularExpressions;
using Stance.Codebook;

namespace Stance.Texts;

/// <summary>A value proposed for one of a kind's own fields, as it would be typed, and the words it was read from.</summary>
public sealed record FieldProposal(string Key, string Label, string Value, string Words, string? About);

/// <summary>
/// What a passage says for the own fields of a kind: numbers go where their unit fits, quoted words to the quotation, who is named to speaker or
/// visitor, the aircraft and the cargo to theirs. A field gets one proposal, the first the passage offers; nothing is made up for the others.
/// </summary>
public static partial class FieldProposals
{
    private static readonly Dictionary<MeasureUnit, string[]> KeysByUnit = new()
    {
        [MeasureUnit.Tonnes] = ["tonnes"],
        [MeasureUnit.Troops] = ["troops", "forces"],
        [MeasureUnit.People] = ["persons", "count", "casualties", "arrests"],
        [MeasureUnit.Flights] = ["flights"],
        [MeasureUnit.PerCent] = ["change"],
        [MeasureUnit.Days] = ["days"],
    };

    public static IReadOnlyList<FieldProposal> For(EventType type, TextPin pin, NamedPerson? speaker)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(pin);
        var proposals = new List<FieldProposal>();
        // Of the chosen words alone: the rest of the sentence may tell of another act.
        var numbers = NumberMentions.Find(pin.Words);
        foreach (var number in numbers)
            Place(number);
        Add("cargo", numbers.FirstOrDefault(n => n is { Unit: MeasureUnit.Tonnes, Noun: not null })?.Noun);
        Add("vehicle", NumberMentions.AircraftName().Match(pin.Words) is { Success: true } craft ? craft.Value : null);
        Add("quote", Quoted().Match(pin.Passage) is { Success: true } quoted ? quoted.Groups["words"].Value.TrimEnd(',', ' ') : null);
        Add(type.Attributes.Any(a => a.Key == "visitor") ? "visitor" : "speaker", speaker?.FullName);
        return proposals;

        void Place(NumberMention number)
        {
            if (number.Unit == MeasureUnit.Money)
                PlaceMoney(number);
            else if (type.Attributes.FirstOrDefault(a => a.IsNumeric && KeysByUnit[number.Unit].Contains(a.Key)) is { } field)
                Add(field.Key, Print(number.Value), number.Words, number.About);
        }

        void PlaceMoney(NumberMention money)
        {
            var field = type.Attributes.FirstOrDefault(a => a.IsNumeric && a.Key is "amount" or "value");
            if (field is null || (field.UnitFrom is null && !HasCurrency() && money.Currency != "USD"))
                return;
            Add(field.Key, Print(money.Value), money.Words, money.About);
            Add("currency", money.Currency, money.Words, null);
        }

        bool HasCurrency() => type.Attributes.Any(a => a.Key == "currency");

        void Add(string key, string? value, string? words = null, string? about = null)
        {
            if (value is not null && type.Attributes.FirstOrDefault(a => a.Key == key) is { } field && proposals.TrueForAll(p => p.Key != key))
                proposals.Add(new FieldProposal(key, field.Label, value, words ?? value, about));
        }
    }

    private static string Print(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[“""«](?<words>[^”""»]{8,400})[”""»]")]
    private static partial Regex Quoted();
}

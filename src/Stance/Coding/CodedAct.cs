using Stance.Countries;
using Stance.Events;

namespace Stance.Coding;

/// <summary>What one coder's answer comes to in the fields that coders are compared by.</summary>
/// <param name="Country">Who acts; of several states the first by code.</param>
/// <param name="Day">The day that stands for the date in the sum.</param>
/// <param name="Intensity">b, −10…+10.</param>
/// <param name="Confidence">q, 0.05…1.</param>
public sealed record CodedAct(
    CountryCode Country, CountryCode? Recipient, string Type, string Variant, DateOnly Day, double Intensity, double Confidence)
{
    /// <summary>Which states did it together with <see cref="Country"/>: codes in order, a blank between two; empty for one state's act.</summary>
    public string Also { get; init; } = "";

    /// <summary>All who act, by code.</summary>
    public IEnumerable<CountryCode> Actors => Also.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new CountryCode(code)).Prepend(Country);

    public static CodedAct Of(StanceEvent act)
    {
        ArgumentNullException.ThrowIfNull(act);
        // Whom a coder names first says nothing: the states did it together.
        var actors = act.Also.Prepend(act.Country).OrderBy(c => c.Value, StringComparer.Ordinal).ToArray();
        return new CodedAct(actors[0], act.Recipient, act.Type.Code, act.Variant.Key, act.Dates.ScoredOn, act.Intensity, act.Confidence)
        {
            Also = string.Join(' ', actors.Skip(1)),
        };
    }

    /// <summary>Whether all that a score is made of is the same in a draft from the file.</summary>
    public bool ScoresLike(StanceEventDraft stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return (Recipient?.Value, Type, Variant, DateText.Iso(Day), Intensity) == (stored.Recipient, stored.Type!, stored.Variant!, stored.ScoredOn!, stored.Intensity!.Value);
    }
}

/// <summary>A field in which two coders can differ.</summary>
public enum CodedField
{
    Actor,
    Recipient,
    Kind,
    Direction,
    Date,
    Intensity,
    Confidence,
}

/// <summary>How coded fields are measured (M9) and named.</summary>
public static class CodedFields
{
    public static IReadOnlyList<CodedField> All { get; } = Enum.GetValues<CodedField>();

    public static AgreementMetric MetricOf(CodedField field) => field switch
    {
        CodedField.Intensity or CodedField.Confidence => AgreementMetric.Ordinal,
        CodedField.Date => AgreementMetric.Interval,
        _ => AgreementMetric.Nominal,
    };

    public static string NameOf(CodedField field) => field switch
    {
        CodedField.Actor => "Who acts",
        CodedField.Recipient => "Toward whom",
        CodedField.Kind => "Kind of act",
        CodedField.Direction => "Direction or stage",
        CodedField.Date => "Date, in days",
        CodedField.Intensity => "How strong",
        _ => "Confidence",
    };

    /// <summary>The fields in which two answers differ.</summary>
    public static IReadOnlyList<CodedField> Differing(CodedAct first, CodedAct second) => [.. All.Where(f => !Key(f, first).Equals(Key(f, second)))];

    /// <summary>The value itself where it has a size, else whatever tells it from others.</summary>
    internal static object Key(CodedField field, CodedAct act) => field switch
    {
        CodedField.Actor => string.Join(' ', act.Actors),
        CodedField.Recipient => act.Recipient?.Value ?? "",
        CodedField.Kind => act.Type,
        CodedField.Direction => $"{act.Type}/{act.Variant}",
        CodedField.Date => (double)act.Day.DayNumber,
        CodedField.Intensity => act.Intensity,
        _ => act.Confidence,
    };
}

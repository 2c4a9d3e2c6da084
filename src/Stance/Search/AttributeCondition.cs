using Stance.Codebook;
using Stance.Countries;
using Stance.Wording;

namespace Stance.Search;

/// <summary>What a field of an act must hold: a number or a day from one end to another, one of a list, yes or no, or words.</summary>
/// <param name="Types">Kinds of act that can meet it.</param>
/// <param name="Words">"with tonnes over 20".</param>
/// <param name="Printed">As it is typed.</param>
public abstract record AttributeCondition(SearchField Field, IReadOnlyList<string> Types, string Words, string Printed)
{
    public sealed override string ToString() => Printed;

    internal static (AttributeCondition? Condition, string? Problem) Read(SearchField field, string sign, string value, string? unit)
    {
        if (value.Length == 0)
            return (null, $"Say what “{field.Key}” is to be, such as {field.Example}.");
        if (field.Key == SearchField.Kind)
            return KindCondition.Of(field, sign, value);
        var isRange = value.Contains("..", StringComparison.Ordinal);
        if (field.IsNumber && (NumberCondition.TryRead(value, out _, out _) || !field.Has(AttributeKind.Text)))
            return NumberCondition.Of(field, sign, value, unit);
        if (unit is not null)
            return (null, $"“{field.Key}” has no unit.");
        if (field.Has(AttributeKind.Date) && !field.Has(AttributeKind.Text))
            return DayCondition.Of(field, sign, value);
        if (sign is not ("=" or ":") || (isRange && !field.Has(AttributeKind.Text)))
            return (null, $"“{field.Key}” cannot be more or less: use {field.Example}.");
        return field.Has(AttributeKind.Boolean) ? BooleanCondition.Of(field, value)
            : ChoiceCondition.Of(field, value) is { } choice ? (choice, null)
            : field.Has(AttributeKind.Text) ? (new TextCondition(field, sign == "=", value), null)
            : (null, $"“{field.Key}” is one of: {string.Join(", ", field.Choices)}.");
    }

    /// <summary>"tonnes": the key as a word.</summary>
    protected static string Name(SearchField field) => field.Key.Replace('_', ' ');

    private protected static IReadOnlyList<string> TypesOf(SearchField field, Func<AttributeDefinition, bool> fits) =>
        [.. field.Uses.Where(u => fits(u.Definition)).Select(u => u.Type.Code).Distinct()];
}

/// <summary>The kind of act has a name with these words, or this code.</summary>
public sealed record KindCondition : AttributeCondition
{
    private KindCondition(SearchField field, IReadOnlyList<EventType> kinds, string value)
        : base(field, [.. kinds.Select(k => k.Code)], Said(kinds, value), $"{SearchField.Kind}:{SearchTokens.Quoted(value)}")
    {
    }

    internal static (AttributeCondition?, string?) Of(SearchField field, string sign, string value)
    {
        if (sign is not ("=" or ":"))
            return (null, $"“kind” cannot be more or less: use {field.Example}.");
        var wanted = CountrySearch.Plain(value);
        var kinds = field.Uses.Select(u => u.Type).Where(t =>
            t.Code.Equals(value, StringComparison.OrdinalIgnoreCase)
            || (wanted.Length > 0 && (" " + CountrySearch.Plain(t.Name)).Contains(" " + wanted, StringComparison.Ordinal))).ToList();
        return kinds.Count > 0 ? (new KindCondition(field, kinds, value), null) : (null, $"No kind of act is called “{value}”.");
    }

    private static string Said(IReadOnlyList<EventType> kinds, string value) => kinds.Count <= 3
        ? $"of the kind {string.Join(" or ", kinds.Select(k => $"“{k.Name}”"))}"
        : $"of the {NumberWords.InWords(kinds.Count)} kinds called “{value}”";
}

public sealed record BooleanCondition : AttributeCondition
{
    private BooleanCondition(SearchField field, bool value)
        : base(field, TypesOf(field, d => d.Kind == AttributeKind.Boolean), $"with {Name(field)}: {Say(value)}", $"{field.Key} = {Say(value)}") => Value = value;

    public bool Value { get; }

    internal static (AttributeCondition?, string?) Of(SearchField field, string value) => value.ToUpperInvariant() switch
    {
        "YES" or "TRUE" => (new BooleanCondition(field, true), null),
        "NO" or "FALSE" => (new BooleanCondition(field, false), null),
        _ => (null, $"“{field.Key}” is yes or no."),
    };

    private static string Say(bool value) => value ? "yes" : "no";
}

/// <summary>One of the values that the codebook lists.</summary>
public sealed record ChoiceCondition : AttributeCondition
{
    private ChoiceCondition(SearchField field, string value)
        : base(field, TypesOf(field, d => d.Choices?.Contains(value) == true), $"with {Name(field)} “{value}”", $"{field.Key} = {SearchTokens.Quoted(value)}") =>
        Value = value;

    public string Value { get; }

    internal static ChoiceCondition? Of(SearchField field, string value)
    {
        var wanted = CountrySearch.Plain(value);
        var choices = field.Choices.Where(c => CountrySearch.Plain(c) == wanted).ToList();
        if (choices.Count == 0 && !field.Has(AttributeKind.Text) && wanted.Length > 0)
            choices = [.. field.Choices.Where(c => CountrySearch.Plain(c).StartsWith(wanted, StringComparison.Ordinal))];
        return choices.Count == 1 ? new ChoiceCondition(field, choices[0]) : null;
    }
}

/// <summary>Words of a field of free text, whatever their case and accents; the whole of it, or the start of a word in it.</summary>
public sealed record TextCondition : AttributeCondition
{
    internal TextCondition(SearchField field, bool isWhole, string value)
        : base(
            field, TypesOf(field, d => d.Kind is AttributeKind.Text or AttributeKind.Choice),
            isWhole ? $"with {Name(field)} “{value}”" : $"with “{value}” in {Name(field)}",
            $"{field.Key}{(isWhole ? " = " : ":")}{SearchTokens.Quoted(value)}") => (IsWhole, Value) = (isWhole, value);

    public bool IsWhole { get; }

    public string Value { get; }
}

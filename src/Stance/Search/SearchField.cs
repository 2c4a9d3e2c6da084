using Stance.Codebook;

namespace Stance.Search;

/// <summary>A field that acts can be filtered by: one key, with every kind of act that has it.</summary>
public sealed record SearchField(string Key, IReadOnlyList<(EventType Type, AttributeDefinition Definition)> Uses)
{
    /// <summary>The field that every act has: what kind it is of.</summary>
    public const string Kind = "kind";

    /// <summary>Names are found whatever their case.</summary>
    public static IReadOnlyDictionary<string, SearchField> Of(CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var fields = codebook.Types
            .SelectMany(type => type.Attributes.Select(definition => (Type: type, Definition: definition)))
            .GroupBy(use => use.Definition.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => new SearchField(g.Key, [.. g]), StringComparer.OrdinalIgnoreCase);
        fields[Kind] = new SearchField(Kind, [.. codebook.Types.Select(type => (type, KindOf(codebook)))]);
        return fields;
    }

    /// <summary>What the field is called on screen; a key that kinds name differently has several names.</summary>
    public string Label => string.Join(" or ", Uses.Select(u => u.Definition.Label).Distinct().Take(3));

    public IReadOnlyList<string> Units => [.. Uses.Select(u => u.Definition.Unit).OfType<string>().Distinct()];

    public IReadOnlyList<string> Choices => [.. Uses.SelectMany(u => u.Definition.Choices ?? []).Distinct()];

    public bool Has(AttributeKind kind) => Uses.Any(u => u.Definition.Kind == kind);

    public bool IsNumber => Has(AttributeKind.Number) || Has(AttributeKind.WholeNumber);

    /// <summary>How a filter by this field is typed.</summary>
    public string Example => Key == Kind ? "kind:visit"
        : IsNumber ? $"{Key} > {(Has(AttributeKind.WholeNumber) ? "2000" : "20")}"
        : Has(AttributeKind.Date) ? $"{Key} >= 2022-03-14"
        : Has(AttributeKind.Boolean) ? $"{Key} = yes"
        : Choices.Count > 0 && !Has(AttributeKind.Text) ? $"{Key} = {SearchTokens.Quoted(Choices[0])}"
        : $"{Key}:word";

    private static AttributeDefinition KindOf(CodebookVersion codebook) =>
        new(Kind, "Kind of act", AttributeKind.Choice, Choices: [.. codebook.Types.Select(t => t.Name)]);
}

using Stance.Codebook;

namespace Stance.Amounts;

/// <summary>Which numbers the acts of a view have at all.</summary>
public static class AmountChoices
{
    /// <param name="acts">Kind of each act, and the fields in which it holds a number.</param>
    /// <returns>The one known of most acts first.</returns>
    public static IReadOnlyList<MeasureChoice> Of(IEnumerable<(string Type, IReadOnlyCollection<string> Known)> acts, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(codebook);
        var kinds = codebook.Types.ToDictionary(t => t.Code);
        return [.. acts
            .Where(a => kinds.ContainsKey(a.Type))
            .SelectMany(a => kinds[a.Type].Attributes.Where(d => d.IsNumeric).Select(d => (Definition: d, IsKnown: a.Known.Contains(d.Key))))
            .GroupBy(a => a.Definition.Key)
            .Select(g => new MeasureChoice(g.Key, g.First().Definition.Label, Unit(g.Select(a => a.Definition)), g.Count(), g.Count(a => a.IsKnown)))
            .OrderByDescending(c => c.Known)
            .ThenByDescending(c => c.Acts)
            .ThenByDescending(c => c.Unit is not null)
            .ThenBy(c => c.Key, StringComparer.Ordinal)];
    }

    private static string? Unit(IEnumerable<AttributeDefinition> definitions) =>
        definitions.Select(d => d.Unit).Distinct().ToList() is [var only] ? only : null;
}

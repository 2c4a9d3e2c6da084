using Stance.Codebook;

namespace Stance.Search;

/// <summary>A word, or several that must stand together; a word also finds longer ones that begin with it.</summary>
public sealed record SearchTerm(string Text, bool IsPhrase)
{
    public override string ToString() => IsPhrase ? $"\"{Text}\"" : Text;
}

/// <summary>
/// What somebody typed into the search box, understood against a codebook: every term must be held, every condition met.
/// With problems the text is not understood and finds nothing.
/// </summary>
/// <param name="Types">Codes of the kinds of act that can meet the conditions; null = any kind.</param>
public sealed record SearchText(
    IReadOnlyList<SearchTerm> Terms,
    IReadOnlyList<AttributeCondition> Conditions,
    IReadOnlyList<string>? Types,
    IReadOnlyList<string> Problems)
{
    /// <summary>No kind of act meets two conditions that no codebook has together, so the second is said to be wrong.</summary>
    public static SearchText Parse(string? text, CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var fields = SearchField.Of(codebook);
        var (terms, conditions, problems) = (new List<SearchTerm>(), new List<AttributeCondition>(), new List<string>());
        HashSet<string>? types = null;
        var reader = new SearchTokens(text ?? "", fields);
        while (reader.Next() is { } token)
        {
            if (token.Comparison is not { } comparison)
            {
                terms.AddRange(SearchTokens.Words(token).Select(words => new SearchTerm(words, token.IsQuoted)));
                continue;
            }
            var (condition, problem) = fields.TryGetValue(token.Text, out var field)
                ? AttributeCondition.Read(field, comparison, token.Value, token.Unit)
                : (null, Unknown(token.Text, fields));
            if (condition is null)
            {
                problems.Add(problem!);
                continue;
            }
            var fitting = types is null ? [.. condition.Types] : types.Intersect(condition.Types).ToHashSet(StringComparer.Ordinal);
            if (fitting.Count == 0)
                problems.Add($"No kind of act has all of these fields: {string.Join(", ", conditions.Append(condition).Select(c => c.Field.Key).Distinct())}.");
            types = fitting;
            conditions.Add(condition);
        }
        if (terms.Count > MostTerms)
            problems.Add($"Search for at most {MostTerms} words at once.");
        if (!string.IsNullOrWhiteSpace(text) && terms.Count + conditions.Count + problems.Count == 0)
            problems.Add("There is no letter or digit to look for.");
        return new SearchText(terms, conditions, types is null ? null : [.. types.Order(StringComparer.Ordinal)], [.. problems.Distinct()]);
    }

    public const int MostTerms = 12;

    public bool IsEmpty => Terms.Count + Conditions.Count == 0;

    /// <summary>The conditions in words: "with tonnes over 20".</summary>
    public IEnumerable<string> Words => Conditions.Select(c => c.Words);

    /// <summary>The text as understood; parsed again it means the same.</summary>
    public override string ToString() => string.Join(' ', Terms.Zip(Terms.Skip(1).Select(t => t.Text).Append(""), Apart).Concat(Conditions.Select(c => c.ToString())));

    // A word before a number could be the name of a field.
    private static string Apart(SearchTerm term, string next) =>
        !term.IsPhrase && next is { Length: > 0 } && (char.IsDigit(next[0]) || next[0] is '-' or '−') ? $"{term} ," : term.ToString();

    private static string Unknown(string name, IReadOnlyDictionary<string, SearchField> fields)
    {
        var near = fields.Keys
            .Select(key => (Key: key, Slips: Wording.Slips.Count(key, name.ToLowerInvariant(), 2)))
            .Where(k => k.Slips <= Math.Max(1, Wording.Slips.Allowed(name)))
            .OrderBy(k => k.Slips).ThenBy(k => k.Key.Length).ThenBy(k => k.Key, StringComparer.Ordinal)
            .Select(k => k.Key)
            .FirstOrDefault();
        return near is null
            ? $"Acts have no field “{name}”. See Fields for those that can be filtered."
            : $"Acts have no field “{name}”. Did you mean “{near}”?";
    }
}

using Stance.Codebook;

namespace Stance.Texts;

/// <summary>An act on file that speaks like the passage.</summary>
public sealed record Precedent(string ActId, string Title, string Type, string Words);

/// <summary>A kind of act proposed for a passage, and why.</summary>
/// <param name="Matched">The passage's words that spoke for it, the heaviest first.</param>
public sealed record KindProposal(EventType Type, double Score, IReadOnlyList<string> Matched, IReadOnlyList<Precedent> Precedents);

/// <summary>
/// Which kind of act a passage tells of: for each of its words found among a kind's words, that word's weight there times ln(K/k), where k of K kinds
/// have the word at all (inverse document frequency: Spärck Jones 1972). A kind's words are those of its name and ways (3), its example (2), its
/// definition (2), its own fields (1), and those of the acts on file of that kind (1 each, at most 2). The chosen words count twice their sentence.
/// Names of countries say nothing of a kind and are left out. Nothing is learned; a curator can add it up.
/// </summary>
public sealed class KindScoring
{
    private const int MostPrecedents = 3;

    private readonly IReadOnlyList<(EventType Type, Dictionary<string, double> Words)> kinds;

    private readonly CountryNames names;

    public KindScoring(CodebookVersion codebook, CountryNames names)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        this.names = names;
        kinds = [.. codebook.Offered.Select(t => (t, WordsOf(t)))];
    }

    /// <summary>The best kinds, the likeliest first; none where no word speaks.</summary>
    public IReadOnlyList<KindProposal> Rank(string chosen, string around, IReadOnlyList<Precedent> precedents, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(precedents);
        var said = WordStems.Words(Nameless(chosen)).Select(w => (w.Word, w.Stem, Weight: 1.0))
            .Concat(WordStems.Words(Nameless(around)).Select(w => (w.Word, w.Stem, Weight: 0.25)))
            .GroupBy(w => w.Stem).Select(g => g.MaxBy(w => w.Weight)).ToList();
        var told = precedents.GroupBy(p => p.Type).ToDictionary(g => g.Key, g => g.Select(p => (Precedent: p, Stems: WordStems.Of(Nameless($"{p.Title} {p.Words}")).ToHashSet())).ToList());
        var frequency = said.ToDictionary(w => w.Stem, w => kinds.Count(k => k.Words.ContainsKey(w.Stem) || Told(told, k.Type.Code, w.Stem) > 0));
        return
        [
            .. kinds
                .Select(k => Score(k.Type, said, w => (k.Words.GetValueOrDefault(w) + Told(told, k.Type.Code, w)) * Math.Log((kinds.Count + 1.0) / frequency[w]), told))
                .Where(p => p.Score > 0)
                .OrderByDescending(p => p.Score).ThenBy(p => p.Type.Code, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>The way of a kind that the chosen words speak for; null where they speak for none, or for two alike.</summary>
    public static EventTypeVariant? WayOf(EventType type, string chosen)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Variants is [var only])
            return only;
        var said = WordStems.Of(chosen).ToHashSet();
        var ranked = type.Variants.Select(v => (Way: v, Said: WordStems.Of($"{v.Label} {v.Key}").Distinct().Count(said.Contains))).OrderByDescending(v => v.Said).ToList();
        return ranked[0].Said > ranked[1].Said ? ranked[0].Way : null;
    }

    private static KindProposal Score(
        EventType type, List<(string Word, string Stem, double Weight)> said, Func<string, double> worth,
        Dictionary<string, List<(Precedent Precedent, HashSet<string> Stems)>> told)
    {
        var matched = said.Select(w => (w.Word, Worth: w.Weight * worth(w.Stem))).Where(w => w.Worth > 0).OrderByDescending(w => w.Worth).ToList();
        var own = told.GetValueOrDefault(type.Code)?.Select(p => (p.Precedent, Shared: said.Where(w => p.Stems.Contains(w.Stem)).Sum(w => w.Weight)))
            .Where(p => p.Shared > 0).OrderByDescending(p => p.Shared).Take(MostPrecedents).Select(p => p.Precedent).ToList();
        return new KindProposal(type, matched.Sum(w => w.Worth), [.. matched.Take(4).Select(w => w.Word)], own ?? []);
    }

    private static double Told(Dictionary<string, List<(Precedent Precedent, HashSet<string> Stems)>> told, string type, string stem) =>
        told.TryGetValue(type, out var acts) ? Math.Min(2, acts.Count(a => a.Stems.Contains(stem))) : 0;

    private Dictionary<string, double> WordsOf(EventType type)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(type.Name, 3);
        foreach (var variant in type.Variants)
            Add(variant.Label, 3);
        Add(type.Definition, 2);
        Add(type.Example, 2);
        foreach (var field in type.Attributes)
            Add($"{field.Label} {string.Join(' ', field.Choices ?? [])}", 1);
        return words;

        void Add(string text, double weight)
        {
            foreach (var stem in WordStems.Of(Nameless(text)))
                words[stem] = Math.Max(words.GetValueOrDefault(stem), weight);
        }
    }

    private string Nameless(string text)
    {
        var rest = text.ToCharArray();
        foreach (var mention in names.Find(text))
            rest.AsSpan(mention.Span.From, mention.Span.Length).Fill(' ');
        return new string(rest);
    }
}

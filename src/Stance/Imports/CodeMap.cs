using System.Text.RegularExpressions;
using Stance.Codebook;

namespace Stance.Imports;

/// <summary>From a code of another scheme to the kinds of the codebook that are mapped to it.</summary>
public sealed partial class CodeMap
{
    private readonly List<(string Code, KindProposal Proposal)> cameo = [];
    private readonly List<(string Code, KindProposal Proposal)> plover = [];

    public CodeMap(CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        foreach (var type in codebook.Offered)
        {
            Add(cameo, type, type.Cameo);
            Add(plover, type, type.Plover);
        }
    }

    /// <summary>Kinds mapped to the code itself, and as near ones kinds mapped to the code it is a part of.</summary>
    public IReadOnlyList<KindProposal> Cameo(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Ordered(cameo.Where(m => m.Code == code || (m.Code.Length >= 3 && code.StartsWith(m.Code, StringComparison.Ordinal)))
            .Select(m => m.Code == code ? m.Proposal : m.Proposal with { Quality = "near" }));
    }

    /// <summary>"SANCTION expel": the event and, where the codebook asks for one, the mode or context.</summary>
    public IReadOnlyList<KindProposal> Plover(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var words = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Ordered(plover.Where(m => m.Code.Split(' ') is var mapped && mapped[0] == words.FirstOrDefault() && mapped.Skip(1).All(words.Contains))
            .Select(m => m.Proposal));
    }

    public IReadOnlyList<KindProposal> Find(string scheme, string code) => scheme == "PLOVER" ? Plover(code) : Cameo(code);

    private static IReadOnlyList<KindProposal> Ordered(IEnumerable<KindProposal> found) =>
        [.. found.OrderBy(p => p.Quality == "exact" ? 0 : 1).DistinctBy(p => p.Type)];

    // "051 (3.4) / 120 (−4.0)": the numbers in brackets are Goldstein's.
    private static void Add(List<(string, KindProposal)> map, EventType type, CodeMapping? mapping)
    {
        if (mapping is null || mapping.Quality == "none")
            return;
        foreach (var code in Bracketed().Replace(mapping.Code, "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            map.Add((code, new KindProposal(type.Code, mapping.Quality)));
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Bracketed();
}

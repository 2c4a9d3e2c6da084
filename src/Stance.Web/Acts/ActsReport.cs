using Stance.Acts;
using Stance.Alignment;
using Stance.Search;

namespace Stance.Web.Acts;

/// <summary>A page of acts, and what each pulls on the index where lines are drawn.</summary>
public sealed record ActsReport(ActList Acts, AlignmentReport? Alignment)
{
    /// <summary>Acts that only sources new in the lines tell of.</summary>
    public IReadOnlySet<ActId> OfNewSources => Alignment?.Sources.OfNew ?? SourceBearing.Nothing.OfNew;

    /// <summary>Where words were looked for: how they are marked, and the first passage of each act that holds one, or whose translation does.</summary>
    public (WordMarks Marks, IReadOnlyDictionary<ActId, ActClaim> Passages)? Found { get; private init; }

    public static ActsReport OfWords(ActSourceList page, SearchText text, AlignmentReport? alignment)
    {
        var marks = new WordMarks(text, page.Corrections);
        return new ActsReport(new ActList([.. page.Acts.Select(a => a.Act)], page.Next) { Corrections = page.Corrections }, alignment)
        {
            Found = (marks, page.Acts
                .Select(a => (a.Act.Id, Claim: a.Claims.FirstOrDefault(c => marks.StandIn(c.Passage) || marks.StandIn(c.Translation))))
                .Where(f => f.Claim is not null).ToDictionary(f => f.Id, f => f.Claim!)),
        };
    }

    public IReadOnlyDictionary<ActId, double> Contributions { get; } =
        Alignment?.Countries.SelectMany(c => c.Marks).ToDictionary(m => m.Id, m => m.Contribution) ?? [];
}

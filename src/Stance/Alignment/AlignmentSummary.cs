using Stance.Acts;
using Stance.Wording;

namespace Stance.Alignment;

/// <summary>A sentence of the brief and the acts it rests on, for its footnotes.</summary>
public sealed record BriefSentence(string Text, IReadOnlyList<ActId> Acts)
{
    public BriefSentence(string text)
        : this(text, [])
    {
    }
}

/// <summary>
/// The view in words, made by rule from the numbers alone: headline, the biggest steps, a brief. The same for the same report.
/// </summary>
/// <param name="Finding">The page's headline.</param>
/// <param name="Steps">The headline of the line panel.</param>
public sealed record AlignmentSummary(
    string Finding, string Steps, IReadOnlyList<BriefSentence> Brief, IReadOnlyList<LineFacts> Facts)
{
    private const int MostSteps = 3;

    /// <param name="described">Acts whose title and precision are known; steps of other acts are told by their kind and the day counted.</param>
    public static AlignmentSummary Of(AlignmentReport report, IReadOnlyDictionary<ActId, ActItem>? described = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var facts = report.Countries.Select(LineFacts.Of).ToList();
        var words = new StepWords(report, described ?? new Dictionary<ActId, ActItem>());
        return new AlignmentSummary(
            AlignmentFinding.Of(report, facts),
            words.Headline(facts),
            [.. report.Countries.Count == 1 ? One(report, facts[0], words) : Several(report, facts), .. Sources(report.Sources)],
            facts);
    }

    private static IEnumerable<BriefSentence> Sources(SourceBearing sources) =>
        sources.New.Select(ReadingWords.Since).Concat(ReadingWords.IfWaiting(sources)).Concat(ReadingWords.Uncounted(sources)).Select(text => new BriefSentence(text));

    private static IEnumerable<BriefSentence> One(AlignmentReport report, LineFacts facts, StepWords words)
    {
        var name = report.Countries[0].Country.Name;
        var year = report.Period.From.Year == report.Period.To.Year ? report.Period.From.Year : (int?)null;
        yield return new(facts.Start.Weight > 0
            ? $"On {DateWords.LongDay(facts.Start.Date)} the line of {name} stands at {Index(facts.Start)}, with evidence weight {NumberWords.Weight(facts.Start.Weight)}."
            : $"On {DateWords.LongDay(facts.Start.Date)}, with no act in view yet, the line of {name} starts at {Index(facts.Start)}, its starting value.");
        if (facts.IsEmpty)
        {
            yield return new("No act is in view up to the end of the period, so the line is that value throughout and the band is at its widest.");
            yield break;
        }
        foreach (var step in facts.Steps.Take(MostSteps).Where(s => IsTold(s.Change)).OrderBy(s => s.Day))
            yield return new(words.Sentence(step, year), [.. step.Acts.Select(a => a.Id)]);
        if (facts.Lowest.Index < facts.Highest.Index)
        {
            yield return new(
                $"It was lowest on {DateWords.LongDay(facts.Lowest.Date, year)}, at {Index(facts.Lowest)}, and highest on {DateWords.LongDay(facts.Highest.Date, year)}, at {Index(facts.Highest)}.");
        }
        yield return new(
            $"It ended on {DateWords.LongDay(facts.End.Date, year)} at {Index(facts.End)}; the 90% band, {NumberWords.Range(facts.End.Low90, facts.End.High90)}, {BandWords(facts.End, report.Axis)}.");
        yield return new(
            $"{NumberWords.Capital(ActCount(facts.Acts))} {(facts.Acts == 1 ? "falls" : "fall")} in the period; the evidence weight at its end is {NumberWords.Weight(facts.End.Weight)}{(facts.End.IsThin ? ", which is thin: read the width, not the line" : "")}.");
    }

    private static IEnumerable<BriefSentence> Several(AlignmentReport report, List<LineFacts> facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            var (name, own) = (report.Countries[i].Country.Name, facts[i]);
            yield return new(own.IsEmpty
                ? $"{name}: no act in view; the line is the starting value, {Index(own.End)}."
                : $"{name}: from {Index(own.Start)} to {Index(own.End)}, 90% band {NumberWords.Range(own.End.Low90, own.End.High90)}, {ActCount(own.Acts)}{(own.End.IsThin ? ", thin evidence" : "")}.");
        }
        var open = facts.Where(f => !f.IsEmpty && LineFacts.SideOf(f.End) == Side.NotCertain).Count();
        if (open > 0)
            yield return new($"The 90% band holds zero for {NumberWords.InWords(open)} of them: which side they are on is not certain.");
        if (Group(report) is { } group)
            yield return group;
    }

    /// <summary>How far apart a bloc stands, and who is certainly off its mean.</summary>
    private static BriefSentence? Group(AlignmentReport report)
    {
        if (report.View.Blocs.Count == 0 || GroupSpread.Of([.. report.Countries.Select(c => (c.Country.Code, c.Line.Last))]) is not { } group)
            return null;
        var away = report.Countries.Where(c => group.CertainDissenters.Contains(c.Country.Code)).Select(c => c.Country.Name).ToList();
        var names = away.Count is > 0 and <= 5 ? ": " + string.Join(", ", away) : "";
        return new($"Together they stand at {NumberWords.Index(group.Mean)} on average, with a spread of {NumberWords.Weight(group.Spread)}; {NumberWords.InWords(away.Count)} of {NumberWords.InWords(group.Members)} {(away.Count == 1 ? "is" : "are")} certainly off that mean{names}.");
    }

    private static string BandWords(AlignmentPoint end, Axis axis) => LineFacts.SideOf(end) switch
    {
        Side.NotCertain => "holds zero, so which side it is on is not certain",
        var side => $"lies wholly on {PoleWords.Of(axis).SideOf(side)}",
    };

    /// <summary>A step that rounds to nothing is not worth a sentence.</summary>
    private static bool IsTold(double change) => Math.Abs(change) >= 0.005;

    private static string ActCount(int acts) => acts == 1 ? "one act" : $"{NumberWords.InWords(acts)} acts";

    private static string Index(AlignmentPoint point) => NumberWords.Index(point.Index);
}

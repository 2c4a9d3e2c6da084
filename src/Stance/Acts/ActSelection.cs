using Stance.Alignment;
using Stance.Countries;
using Stance.Explanation;
using Stance.Variations;

namespace Stance.Acts;

/// <summary>The acts of one country that passed a filter, sorted by day.</summary>
public sealed class ActSelection
{
    private readonly ActSeries acts;
    private readonly int[] rows;
    private readonly int[] days;
    private readonly double[] scores;
    private readonly double[] weights;

    private ActSelection(ActSeries acts, int[] rows, int[] days, double[] scores, double[] weights) =>
        (this.acts, this.rows, this.days, this.scores, this.weights) = (acts, rows, days, scores, weights);

    public int Count => days.Length;

    public ActEvidence Evidence => new(days, scores, weights);

    public ActRow this[int i] => acts[rows[i]];

    /// <summary>The acts as they were known, for explaining what changed.</summary>
    public IReadOnlyList<KnownAct> Known(CountryCode country) => [.. rows.Select(r => acts[r]).Select(act => new KnownAct(
        new ActId(act.Id, act.IsVote ? country : null), act.Day, act.Score, act.Weight, act.Codebook))];

    /// <summary>The same evidence with one more act: what the line would be if it were saved.</summary>
    public AlignmentLine With(int day, double score, double weight, Func<ActEvidence, AlignmentLine> compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        var at = Array.BinarySearch(days, day);
        at = at < 0 ? ~at : at;
        return compute(new ActEvidence(Insert(days, at, day), Insert(scores, at, score), Insert(weights, at, weight)));
    }

    /// <summary>The same acts with the scores and weights assumed; an act left out weighs nothing.</summary>
    public ActSelection Under(Assumptions assumed)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        var (newScores, newWeights) = (new double[Count], new double[Count]);
        for (var i = 0; i < newScores.Length; i++)
        {
            var r = rows[i];
            newScores[i] = assumed.Score(acts.Types[r], scores[i], acts.Expectations[r]);
            newWeights[i] = weights[i] * assumed.Weight(acts.Deeds[r], acts.Evidence[r], acts.SourceSets[r]);
        }
        return new ActSelection(acts, rows, days, newScores, newWeights);
    }

    /// <summary>The same evidence without one act (an edit shows the line before its old version counted).</summary>
    public ActSelection Without(Guid id)
    {
        var kept = Enumerable.Range(0, Count).Where(i => acts.Ids[rows[i]] != id).ToArray();
        return new ActSelection(
            acts,
            Array.ConvertAll(kept, i => rows[i]),
            Array.ConvertAll(kept, i => days[i]),
            Array.ConvertAll(kept, i => scores[i]),
            Array.ConvertAll(kept, i => weights[i]));
    }

    internal static ActSelection From(ActSeries acts, ActFilter filter)
    {
        var rows = new int[acts.Count];
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (filter.Keeps(acts, i))
                rows[count++] = i;
        }
        if (count == acts.Count)
            return new ActSelection(acts, rows, acts.Days, acts.Scores, acts.Weights);
        Array.Resize(ref rows, count);
        return new ActSelection(acts, rows, Pick(acts.Days), Pick(acts.Scores), Pick(acts.Weights));

        T[] Pick<T>(T[] column) => Array.ConvertAll(rows, r => column[r]);
    }

    private static T[] Insert<T>(T[] column, int at, T value) => [.. column.AsSpan(0, at), value, .. column.AsSpan(at)];
}

namespace Stance.Alignment;

/// <summary>
/// What one act does to a line on a day: c = w(s − μ₀)/(k₀ + W) is its share (M3), and without it the index would be
/// I′ = (I(k₀ + W) − w s)/(k₀ + W − w), w = q·g·2^(−age/h). Before its day an act does nothing.
/// </summary>
public sealed record ActInfluence(DateOnly Day, double Left, double Weight, double Index, double Without, double Share)
{
    /// <param name="score">s of the act on the line's axis.</param>
    /// <param name="weight">Starting weight q·g; the line must hold the act.</param>
    public static ActInfluence Of(AlignmentPoint point, double prior, DateOnly scoredOn, double score, double weight)
    {
        var age = point.Date.DayNumber - scoredOn.DayNumber;
        var left = age < 0 ? 0 : point.Parameters.HalfLife.Left(age);
        var own = weight * left;
        var strength = point.Parameters.PriorStrength + point.Weight;
        var rest = strength - own;
        return new ActInfluence(
            point.Date, left, own, point.Index,
            rest > 0 ? ((point.Index * strength) - (own * score)) / rest : prior,
            strength > 0 ? own * (score - prior) / strength : 0);
    }

    /// <summary>The line as it would be without the act.</summary>
    public static IEnumerable<(DateOnly Day, double Index)> LineWithout(AlignmentLine line, DateOnly scoredOn, double score, double weight)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Points.Select(p => (p.Date, Of(p, 0, scoredOn, score, weight).Without));
    }
}

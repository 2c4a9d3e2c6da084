using Stance.Wording;

namespace Stance.Alignment;

/// <summary>The headline of a view: what the lines say, softened to the 90 % band. It never names a side that the band leaves open.</summary>
public static class AlignmentFinding
{
    /// <summary>An index this near zero is called the middle.</summary>
    public const double Middle = 2;

    /// <summary>A change smaller than this is not called a move.</summary>
    public const double Move = 0.5;

    public static string Of(AlignmentReport report, IReadOnlyList<LineFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        var poles = PoleWords.Of(report.Axis);
        return report.Countries.Count switch
        {
            0 => "No country is chosen",
            1 => OfOne(report.Countries[0].Country.Name, facts[0], poles),
            _ => OfSeveral([.. report.Countries.Select((c, i) => (c.Country.Name, facts[i]))], poles),
        };
    }

    public static string OfOne(string name, LineFacts facts, PoleWords poles)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(poles);
        if (facts.IsEmpty)
            return $"No act of {name} is in view: the line is its starting value";
        if (facts.End.IsThin)
            return $"{name}: too thin to read";
        return LineFacts.SideOf(facts.End) is var side and not Side.NotCertain
            ? OnSide(name, facts, side, poles)
            : Uncertain(name, facts, poles);
    }

    private static string OnSide(string name, LineFacts facts, Side side, PoleWords poles)
    {
        var here = poles.SideOf(side);
        if (side == Side.Positive ? facts.WasNegative : facts.WasPositive)
            return $"{name} moved from {poles.SideOf(side == Side.Positive ? Side.Negative : Side.Positive)} to {here}";
        var gained = side == Side.Positive ? facts.Change : -facts.Change;
        if (!facts.IsOneSided)
            return gained >= Move ? $"{name} moved to {here}" : $"{name} ended on {here}";
        return gained >= Move ? $"{name} moved further to {here}"
            : gained <= -Move ? $"{name} stayed on {here}, but nearer the middle"
            : $"{name} stayed on {here}";
    }

    private static string Uncertain(string name, LineFacts facts, PoleWords poles)
    {
        var middle = Math.Abs(facts.End.Index) < Middle;
        if (facts.WasNegative != facts.WasPositive)
        {
            var left = poles.SideOf(facts.WasNegative ? Side.Negative : Side.Positive);
            return middle
                ? $"{name} moved from {left} to the middle, where no side is certain"
                : $"{name} left {left}; which side it is on now is not certain";
        }
        if (facts.WasNegative && facts.WasPositive)
            return $"{name} stood on both sides in turn; which side it is on now is not certain";
        if (Math.Abs(facts.Change) >= Move)
            return $"{name} moved {poles.Toward(facts.Change)}, but its side is not certain";
        return middle ? $"{name} ended near the middle; no side is certain" : $"{name} leaned {poles.Toward(facts.End.Index)}, but its side is not certain";
    }

    private static string OfSeveral(IReadOnlyList<(string Name, LineFacts Facts)> countries, PoleWords poles)
    {
        var known = countries.Where(c => !c.Facts.IsEmpty).OrderBy(c => c.Facts.End.Index).ToList();
        if (known.Count == 0)
            return "No act of these countries is in view";
        if (known.Count == 1)
            return OfOne(known[0].Name, known[0].Facts, poles);
        var pairs = from low in known
                    from high in known
                    where LineFacts.Compare(low.Facts.End, high.Facts.End) == Side.Positive
                    orderby high.Facts.End.Index - low.Facts.End.Index descending
                    select (Low: low.Name, High: high.Name);
        if (pairs.FirstOrDefault() is not { Low: not null } apart)
            return $"No difference between the {NumberWords.InWords(known.Count)} countries is certain";
        return known.Count > 2 && apart.Low == known[0].Name && apart.High == known[^1].Name
            ? $"{apart.Low} stands closest to {poles.Negative}, {apart.High} to {poles.Positive}"
            : $"{apart.Low} stands closer to {poles.Negative} than {apart.High}";
    }
}

using Stance.Wording;

namespace Stance.Alignment;

/// <summary>A bloc in words, by rule from its numbers alone.</summary>
public static class BlocWords
{
    private const int MostNamed = 3;

    /// <summary>The headline: who stands certainly apart from the mean, or that nobody does.</summary>
    public static string Finding(BlocReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var apart = report.Dissenters.Select(m => m.Country.Name).Order(StringComparer.Ordinal).ToList();
        return report.Bloc.Name + ": " + (report.Members.Count, apart.Count) switch
        {
            (0, _) => $"no member on {DateWords.LongDay(report.Alignment.Period.To)}",
            (1, _) => $"one member, {report.Members[0].Country.Name}, so there is no spread",
            _ when report.Members.All(m => !m.HasEvidence) => "no act of its members is in view, so all stand at their starting values",
            (_, 0) => "no member stands certainly apart from the mean",
            (_, 1) => $"{apart[0]} stands certainly apart from the mean",
            (_, <= MostNamed) => $"{string.Join(", ", apart.SkipLast(1))} and {apart[^1]} stand certainly apart from the mean",
            var (all, many) => $"{NumberWords.InWords(many)} of {NumberWords.InWords(all)} members stand certainly apart from the mean",
        };
    }

    /// <summary>What the drawing shows, in sentences.</summary>
    public static IReadOnlyList<string> Summary(BlocReport report, Func<Countries.CountryCode, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(nameOf);
        if (report.Days is not [var first, ..])
            return [$"No country of the register is a member of {report.Bloc.Name} between {DateWords.LongDay(report.Alignment.Period.From)} and {DateWords.LongDay(report.Alignment.Period.To)}."];
        var last = report.Days[^1];
        return
        [
            $"The mean went from {NumberWords.Index(first.Mean)} on {DateWords.LongDay(first.Date)}, over {Members(first)}, to {NumberWords.Index(last.Mean)} on {DateWords.LongDay(last.Date)}, over {Members(last)}.",
            $"The spread around it went from {NumberWords.Weight(first.Spread)} to {NumberWords.Weight(last.Spread)}: the members {Apart(last.Spread - first.Spread)}.",
            $"At the end {nameOf(last.Highest.Country)} stands highest, at {NumberWords.Index(last.Highest.Index)}, and {nameOf(last.Lowest.Country)} lowest, at {NumberWords.Index(last.Lowest.Index)}.",
        ];
    }

    /// <summary>How the mean is made, said under every picture of it.</summary>
    public const string Definition =
        "Mean: the unweighted mean of the members’ indexes, members as they stood on each day. A member without acts counts with its starting value. "
        + "Spread: standard deviation around the mean, divided by the number of members. Certain dissenter: a member whose 90% band on the last day leaves the mean out.";

    private static string Members(BlocDay day) => NumberWords.Count(day.Members, "member");

    private static string Apart(double change) => Math.Round(change, 2) switch
    {
        > 0 => "stand further apart than at the start",
        < 0 => "stand closer together than at the start",
        _ => "stand as far apart as at the start",
    };
}

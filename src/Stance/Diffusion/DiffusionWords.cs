using System.Globalization;
using Stance.Alignment;
using Stance.Shifts;
using Stance.Wording;

namespace Stance.Diffusion;

/// <summary>The order of shifts in plain words, claiming no more than the spans of days allow.</summary>
public static class DiffusionWords
{
    public const string Definition =
        "A country shifted on the first break of its acts on or after the day chosen. The lag counts days to the Monday of the week in which the break most likely lies; a break in the week of that day has lag 0.";

    private const int MostNames = 4;

    public static string Finding(DiffusionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Trigger is not { } trigger)
            return "Choose the day to count from";
        var (day, all, followed) = (DateWords.LongDay(trigger), report.Rows.Count, report.Followed);
        return (all, followed.Count) switch
        {
            (0, _) => "No country has acts in this view",
            (1, 0) when report.Rows[0].Reason != NoShift.NoneFound => $"Too little is on file to tell whether {report.Rows[0].Country.Name} shifted after {day}",
            (1, 0) => $"{report.Rows[0].Country.Name} did not shift after {day}",
            (1, _) => $"{followed[0].Country.Name} shifted {Later(followed[0].After!)} {(followed[0].After!.Days == 0 ? "as" : "after")} {day}",
            (_, 0) when report.Rows.All(r => r.Reason != NoShift.NoneFound) => $"Too little is on file to tell who shifted after {day}",
            (_, 0) when report.Rows.Count(r => r.Reason != NoShift.NoneFound) is > 0 and var thin =>
                $"No shift after {day} is found; {NumberWords.InWords(thin)} of {NumberWords.InWords(all)} countries have too little on file",
            (_, 0) => $"None of {NumberWords.InWords(all)} countries shifted after {day}",
            _ => $"Of {NumberWords.InWords(all)} countries, {NumberWords.InWords(followed.Count)} shifted after {day}{First(report)}",
        };
    }

    /// <summary>"19 days later", "in the same week".</summary>
    public static string Later(LaggedBreak lagged)
    {
        ArgumentNullException.ThrowIfNull(lagged);
        return lagged.Days == 0 ? "in the same week"
            : $"{NumberWords.Count(Math.Abs(lagged.Days), "day")} {(lagged.Days > 0 ? "later" : "before")}";
    }

    /// <summary>"+19 days", "−4 days", "0 days": for charts and tables.</summary>
    public static string Lag(LaggedBreak lagged)
    {
        ArgumentNullException.ThrowIfNull(lagged);
        return $"{Signed(lagged.Days)}{'\u00a0'}{(Math.Abs(lagged.Days) == 1 ? "day" : "days")}";
    }

    /// <summary>"+12 to +25", the days it can lie on.</summary>
    public static string Interval(LaggedBreak lagged)
    {
        ArgumentNullException.ThrowIfNull(lagged);
        return lagged.From == lagged.To ? Signed(lagged.From) : $"{Signed(lagged.From)} to {Signed(lagged.To)}";
    }

    /// <summary>"1", or "2, can be 1 to 3".</summary>
    public static string Rank(ShiftRank rank)
    {
        ArgumentNullException.ThrowIfNull(rank);
        return rank.IsCertain ? Digits(rank.Rank) : $"{Digits(rank.Rank)}, can be {Digits(rank.Best)} to {Digits(rank.Worst)}";
    }

    /// <summary>Why a country stands apart.</summary>
    public static string Reason(NoShift reason) => reason switch
    {
        NoShift.TooLittle => "too little evidence",
        NoShift.NotLooked => "too little evidence, and no sweep of sources is logged",
        _ => "no break found",
    };

    /// <summary>What the reason means, beside the names.</summary>
    public static string Meaning(NoShift reason) => reason switch
    {
        NoShift.TooLittle => $"Some sources were looked through. A break needs {Needed} on both sides of it, and one of them after the day.",
        NoShift.NotLooked => $"A break needs {Needed} on both sides of it, and one of them after the day. Whether there is more to be found, nobody has looked.",
        _ => "There was enough on file to find one after the day, and the acts kept their level.",
    };

    public static IReadOnlyList<string> Summary(DiffusionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var poles = PoleWords.Of(report.Axis);
        List<string> sentences = [.. report.Followed.Take(MostNames).Select(r => Sentence(r, poles))];
        var uncertain = report.Uncertain.ToList();
        sentences.AddRange(uncertain.Take(MostNames).Select(p =>
            $"The order of {p.First.Country.Name} and {p.Second.Country.Name} is not certain: the days their breaks can lie on overlap."));
        if (uncertain.Count > MostNames)
            sentences.Add($"The same holds for {NumberWords.InWords(uncertain.Count - MostNames)} more neighbours in the order.");
        if (report.Earlier.Count > 0)
            sentences.Add($"{Names([.. report.Earlier])} moved before that day and not since.");
        foreach (var reason in Enum.GetValues<NoShift>())
        {
            var count = report.Without(reason).Count();
            if (count > 0)
                sentences.Add($"{NumberWords.Capital(NumberWords.InWords(count))} of {NumberWords.InWords(report.Rows.Count)} without a break after the day: {Reason(reason)}.");
        }
        return sentences;
    }

    private static string Needed =>
        $"{NumberWords.InWords(SegmentRule.Default.Weeks)} weeks with acts and evidence weight {SegmentRule.Default.Weight:0}";

    private static string Sentence(CountryLag row, PoleWords poles)
    {
        var lagged = row.After!;
        return $"{row.Country.Name} shifted {poles.Toward(lagged.Found.Point.Change)} {Later(lagged)}, {ShiftWords.When(lagged.Found.Point)}"
            + (lagged.MayLieAcross ? "; whether that was before or after the day is not certain." : ".");
    }

    /// <summary>Only one that certainly came first is called first.</summary>
    private static string First(DiffusionReport report)
    {
        List<CountryLag> first = [.. report.MayBeFirst];
        return report.Followed.Count == 1 ? $": {first[0].Country.Name}, {Later(first[0].After!)}"
            : first.Count == 1 ? $"; {first[0].Country.Name} first, {Later(first[0].After!)}"
            : $"; who was first is not certain: {Names(first, "or")}";
    }

    private static string Names(IReadOnlyList<CountryLag> rows, string word = "and")
    {
        var names = rows.Select(r => r.Country.Name).ToList();
        return names.Count > MostNames
            ? $"{string.Join(", ", names.Take(MostNames - 1))} {word} {NumberWords.InWords(names.Count - MostNames + 1)} more"
            : names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {word} {names[^1]}";
    }

    private static string Signed(int days) => NumberWords.WithSign(days, 0);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}

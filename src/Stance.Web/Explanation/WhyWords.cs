using Stance.Acts;
using Stance.Explanation;
using Stance.ViewStates;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Explanation;

/// <summary>What the explanation of a change says, by rule from its numbers.</summary>
internal static class WhyWords
{
    /// <summary>A change that rounds to nothing on the index.</summary>
    private const double Still = 0.005;

    public static string Finding(ChangeReport report)
    {
        var (change, name) = (report.Change.Change, report.Country.Name);
        if (report.Change.Parts.Count == 0)
            return $"{name} did not move: nothing changed";
        if (Math.Abs(change) < Still)
            return $"{name} stood still: what raised the line and what lowered it cancel out";
        var most = KindWords.Order.MaxBy(k => report.Change.Sum(k) * Math.Sign(change));
        var share = report.Change.Sum(most) / change;
        var part = share switch { > 1 + Still => "alone would have done more", >= 0.5 => "did most of it", _ => "did the largest part" };
        return $"{name} {(change > 0 ? "rose" : "fell")} by {NumberWords.Index(change).TrimStart('+', NumberWords.Minus)}: {KindWords.Subject(most, report)} {part}";
    }

    public static string Subtitle(ChangeReport report, bool isCut) =>
        $"Index points; the bars add up exactly to {NumberWords.Contribution(report.Change.Change)}{(isCut ? "; the scale is cut and leaves zero out" : "")}";

    public static IReadOnlyList<string> Summary(ChangeReport report)
    {
        var ends = $"The index of {report.Country.Name} was {NumberWords.Index(report.From.Index)} {On(report, report.From)} and {NumberWords.Index(report.To.Index)} {On(report, report.To)}, a change of {NumberWords.Contribution(report.Change.Change)}.";
        var kinds = KindWords.Order.Where(k => report.Change.Parts.Any(p => p.Kind == k))
            .Select(k => $"{KindWords.Heading(k, report)}: {NumberWords.Contribution(report.Change.Sum(k))}");
        return [ends, $"{string.Join("; ", kinds)}.", .. Sources(report)];
    }

    /// <summary>"on 31 January 2022", "on 24 July 2022, as known on 23 July 2022".</summary>
    public static string On(ChangeReport report, ChangeEnd end) => report.From.Known == report.To.Known
        ? $"on {DateWords.LongDay(end.Day)}"
        : $"on {DateWords.LongDay(end.Day)}, as known {Known(end.Known)}";

    public static string Known(AsOf known) => known.Instant is not { } at ? "today"
        : known.Printed is { Length: 10 } ? $"on {DateWords.LongDay(DateOnly.FromDateTime(at.UtcDateTime))}"
        : $"on {DateWords.Instant(at)}";

    public static string Source(ChangeReport report)
    {
        var known = report.From.Known == report.To.Known ? $"As known {Known(report.To.Known)}. " : "";
        var sources = string.Concat(Sources(report).Select(s => $"{s} "));
        return $"{known}{sources}{Looks} Select a bar to open its act. Codebook {report.Codebook.Version}.";
    }

    /// <summary>Which sources are new in the line, and which acts are no part of it.</summary>
    private static IEnumerable<string> Sources(ChangeReport report) => report.Sources.New.Select(ReadingWords.Since).Concat(ReadingWords.Uncounted(report.Sources));

    /// <summary>What a bar's look tells.</summary>
    public const string Looks =
        "Solid: new acts. Outlined: acts withdrawn, corrected or scored anew. Dashed: older acts, which weigh less with time and beside others.";

    public static TableDrawing Table(ChangeReport report) => new(
        $"Every part of the change of {NumberWords.Contribution(report.Change.Change)}, the largest first",
        [new("Act"), new("How it moved the line"), new("Date"), new("Points", true)],
        [.. report.Change.Parts.Take(MostRows).Select(p => Row(report, p))]);

    private const int MostRows = 500;

    private static string[] Row(ChangeReport report, ChangePart part)
    {
        var name = part.Act is { } act ? report.Names.GetValueOrDefault(act) : null;
        return
        [
            part.Kind == ChangeKind.StartingValue ? "Ties of the country" : name?.Title ?? WhyDrawing.Unnamed,
            $"{KindWords.Heading(part.Kind, report)}{(part.Act is { } of && report.Sources.OfNew.Contains(of) ? $" ({ReadingWords.Tag})" : null)}",
            name is null ? "" : DateWords.When(name.From, name.To, name.Precision),
            NumberWords.Contribution(part.Change),
        ];
    }
}

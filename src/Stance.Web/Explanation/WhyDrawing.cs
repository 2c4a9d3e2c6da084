using Stance.Acts;
using Stance.Explanation;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Explanation;

/// <summary>Turns the parts of a change into bars: by kind, the largest first, the small ones gathered in one.</summary>
internal static class WhyDrawing
{
    public const string Unnamed = "An act whose name could not be read";

    /// <summary>Bars of their own.</summary>
    private const int MostBars = 16;

    /// <summary>Acts listed under the small ones.</summary>
    private const int MostListed = 200;

    /// <param name="pathOf">The address of an act's page.</param>
    public static WaterfallDrawing Of(ChangeReport report, Func<ActId, string> pathOf)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(pathOf);
        var parts = report.Change.Parts;
        var small = parts.Where(p => p.Act is not null).Skip(MostBars).ToList();
        if (small.Count == 1)
            small = [];
        return new WaterfallDrawing(
            new WaterfallTotal(Capital(WhyWords.On(report, report.From)), report.From.Index),
            [.. KindWords.Order.SelectMany(kind => Sorted(parts.Where(p => p.Kind == kind), report.Change.Change)).Except(small).Select(Bar)],
            small.Count == 0 ? null : new WaterfallOthers(
                $"{NumberWords.Capital(NumberWords.InWords(small.Count))} smaller parts", small.Sum(p => p.Change),
                small.Select(p => Look(p.Kind)).Distinct().ToList() is [var only] ? only : BarLook.Solid, [.. small.Take(MostListed).Select(Bar)]),
            new WaterfallTotal(Capital(WhyWords.On(report, report.To)), report.To.Index));

        WaterfallBar Bar(ChangePart part) => BarOf(part, report, pathOf);
    }

    /// <summary>What went with the change comes before what went against it.</summary>
    private static IEnumerable<ChangePart> Sorted(IEnumerable<ChangePart> parts, double change) =>
        parts.OrderByDescending(p => Math.Sign(p.Change) == Math.Sign(change)).ThenByDescending(p => Math.Abs(p.Change));

    private static WaterfallBar BarOf(ChangePart part, ChangeReport report, Func<ActId, string> pathOf)
    {
        if (part.Act is not { } act)
            return new("Starting value, by the country’s ties", null, null, part.Change, BarLook.Outlined, null);
        var name = report.Names.GetValueOrDefault(act);
        var year = report.From.Day.Year == report.To.Day.Year ? report.To.Day.Year : (int?)null;
        return new(
            name is null ? Unnamed : NumberWords.KeepUnits(name.Title), Note(part, act, report),
            name is null ? null : DateWords.When(name.From, name.To, name.Precision, year), part.Change, Look(part.Kind), pathOf(act), name?.IsDisputed == true);
    }

    private static string? Note(ChangePart part, ActId act, ChangeReport report) => (KindWords.Note(part.Kind, report), report.Sources.OfNew.Contains(act)) switch
    {
        (null, false) => null,
        (null, true) => ReadingWords.Tag,
        ({ } note, false) => note,
        ({ } note, true) => $"{note}; {ReadingWords.Tag}",
    };

    private static BarLook Look(ChangeKind kind) => kind switch
    {
        ChangeKind.New => BarLook.Solid,
        ChangeKind.Faded or ChangeKind.Diluted => BarLook.Dashed,
        _ => BarLook.Outlined,
    };

    private static string Capital(string on) => $"Index {on}";
}

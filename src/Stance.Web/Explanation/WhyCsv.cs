using Stance.Explanation;
using Stance.Web.Api;

namespace Stance.Web.Explanation;

/// <summary>A change and its parts as a file: the start, each part, the end.</summary>
internal static class WhyCsv
{
    public static IReadOnlyList<string> Columns { get; } = ["country", "axis", "kind", "date", "act", "title", "type", "change", "index"];

    public static IResult File(ChangeReport report) => Csv.File("why.csv", Columns, Rows(report));

    public static IEnumerable<IReadOnlyList<object?>> Rows(ChangeReport report) =>
        [End(report, "start", report.From), .. report.Change.Parts.Select(p => Part(report, WhyPart.Of(p, report))), End(report, "end", report.To)];

    private static IReadOnlyList<object?> End(ChangeReport report, string kind, ChangeEnd end) =>
        [report.Country.Code.Value, report.Axis.Code, kind, end.Day, null, null, null, null, end.Index];

    private static IReadOnlyList<object?> Part(ChangeReport report, WhyPart part) =>
        [report.Country.Code.Value, report.Axis.Code, part.Kind, part.ScoredOn, part.Act, part.Title, part.Type, part.Change, null];
}

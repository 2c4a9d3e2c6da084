using Stance.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Alignment;

/// <summary>The first and the last day of a period, in words and as what is given to draw.</summary>
internal static class SlopeWords
{
    public const string Rule = "A change is certain when its 90% band leaves zero out, both levels taken as independent.";

    /// <summary>Lines in one drawing.</summary>
    private const int Most = 20;

    public static string Finding(IReadOnlyList<CountryChange> changes) => changes.Count(c => c.IsCertain) switch
    {
        0 => "No country certainly moved between the two days",
        var certain => $"{NumberWords.Capital(NumberWords.InWords(certain))} of {NumberWords.InWords(changes.Count)} certainly moved",
    };

    public static string Subtitle(AlignmentReport report, IReadOnlyList<CountryChange> changes)
    {
        var more = changes.Count > Most ? $"; the {NumberWords.InWords(Most)} most certain of {changes.Count}, all in the table" : null;
        return $"Index on {DateWords.Day(report.Period.From)} and on {DateWords.Day(report.Period.To)}, −10 {report.Axis.NegativePole} to +10 {report.Axis.PositivePole}{more}; {(changes.Any(c => c.IsCertain) ? "coloured: certain; " : null)}dashed: not certain";
    }

    public static IReadOnlyList<string> Sentences(IReadOnlyList<CountryChange> changes) => changes.Any(c => c.IsCertain)
        ? [.. changes.Where(c => c.IsCertain).Take(5)
            .Select(c => $"{c.Country.Country.Name} moved by {NumberWords.Index(c.Change)}, from {NumberWords.Index(c.Start.Index)} to {NumberWords.Index(c.End.Index)}, standard error {NumberWords.Weight(c.StandardError)}.")]
        :
        [
            "No change is certain: the 90% band of each includes zero.",
            .. changes.Take(3).Select(c => $"{c.Country.Country.Name} changed by {NumberWords.Index(c.Change)}, 90% band {NumberWords.Range(c.Low90, c.High90)}."),
        ];

    public static SlopeDrawing Drawing(AlignmentReport report, IReadOnlyList<CountryChange> changes) => new(
        [.. changes.Take(Most).Select(c => new SlopeLine(c.Country.Country.Name, c.Start.Index, c.End.Index, c.IsCertain))],
        10, DateWords.Day(report.Period.From), DateWords.Day(report.Period.To));
}

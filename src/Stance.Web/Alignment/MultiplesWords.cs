using Stance.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Alignment;

/// <summary>Lines side by side, in words and as what is given to draw.</summary>
internal static class MultiplesWords
{
    public const string Key = "Dotted: trigger events. Dashed: thin evidence.";

    private const int Most = 30;

    public static string Subtitle(AlignmentReport report)
    {
        var scale = report.View.IsFreeScale
            ? "Index, 50% and 90% bands, each on a scale of its own; highest at the end first"
            : $"Index, 50% and 90% bands, −10 {report.Axis.NegativePole} to +10 {report.Axis.PositivePole}; highest at the end first";
        return report.Countries.Count > Most ? $"{scale}; drawn: the {Most} of {report.Countries.Count} with the most evidence, all in the table" : scale;
    }

    public static MultiplesDrawing Drawing(AlignmentReport report) => new(
        [.. report.Countries.OrderByDescending(c => c.Line.Last.Weight).Take(Most).OrderByDescending(c => c.Line.Last.Index).Select(c => Small(report, c))]);

    private static SmallDrawing Small(AlignmentReport report, CountryAlignment country)
    {
        var drawing = AlignmentDrawing.Small(report, country, report.View.IsFreeScale);
        var last = country.Line.Last;
        var thin = last.IsThin ? ", thin evidence" : null;
        var scale = report.View.IsFreeScale ? $"; scale ±{drawing.Limit:0}" : null;
        return new SmallDrawing(
            country.Country.Code.Value, country.Country.Name, NumberWords.Index(last.Index),
            $"from {NumberWords.Index(country.Line[0].Index)}, 90% band at the end {NumberWords.Range(last.Low90, last.High90)}{thin}{scale}", drawing);
    }
}

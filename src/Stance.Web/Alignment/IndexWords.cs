using System.Globalization;
using Stance.Acts;
using Stance.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Alignment;

/// <summary>What stands over and under the line, the same on the analyst's page and on a shared view.</summary>
public static class IndexWords
{
    public static string Subtitle(AnalystReport report, LineDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(drawing);
        var countries = report.Alignment.Countries.Count;
        var scale = drawing.Limit < 10 ? $"; scale cut to ±{drawing.Limit.ToString("0", CultureInfo.InvariantCulture)}" : "";
        var bands = drawing.Series.Count > 3 ? "bands are left out above three lines, the table has them" : "shaded: 50% and 90% bands";
        var more = countries > drawing.Series.Count
            ? $"; the {NumberWords.InWords(drawing.Series.Count)} of {countries} countries with the most evidence" : "";
        return $"Alignment index by day, −10 {drawing.Poles.Negative} to +10 {drawing.Poles.Positive}; {bands}{scale}{more}";
    }

    public static string Source(AnalystReport report, Register register)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(register);
        var alignment = report.Alignment;
        var collections = alignment.View.Collections.Count == 0 ? null
            : ", collection " + string.Join(", ", alignment.View.Collections.Select(c => register.Collections.GetValueOrDefault(c)?.Name ?? c));
        var starting = alignment.Countries.Count == 1 ? $"starting value {NumberWords.Score(alignment.Countries[0].Prior)}, strength {alignment.Codebook.PriorStrength:0.##}. " : "";
        return $"Source: {NumberWords.Count(report.Count, "act")} on file{collections}. As known on {DateWords.Day(DateOnly.FromDateTime(alignment.KnownAt.UtcDateTime))}. Acts {DateWords.Fading(alignment.View.HalfLife)}; {starting}Codebook {alignment.Codebook.Version}.";
    }
}

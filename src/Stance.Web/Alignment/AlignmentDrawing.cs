using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Shifts;
using Stance.ViewStates;
using Stance.Web.Charts;
using Stance.Web.Coverage;
using Stance.Wording;

namespace Stance.Web.Alignment;

/// <summary>Turns a report into what the line chart is given to draw.</summary>
public static class AlignmentDrawing
{
    private const int MostNotes = 5;
    private const int MostActs = 600;

    /// <summary>A smaller step is not worth a note on the line.</summary>
    private const double NotedStep = 0.2;

    public static LineDrawing Of(AnalystReport report, string key, IReadOnlyDictionary<CountryCode, int> places)
    {
        ArgumentNullException.ThrowIfNull(report);
        var alignment = report.Alignment;
        var shown = Shown(alignment);
        var single = shown.Count == 1 ? shown[0] : null;
        return new LineDrawing
        {
            Key = $"{key} {report.Described.Count}",
            From = alignment.Period.From,
            To = alignment.Period.To,
            Poles = Poles(alignment.Axis),
            Limit = Limit(shown),
            Series = [.. shown.Select(c => Series(c, places[c.Country.Code]))],
            Triggers = [.. alignment.Triggers.Select(t => new TriggerMark(t.From, t.To, t.Title))],
            Breaks = single is null ? [] : [.. report.Breaks.Select(b => new BreakMark(
                b.Point.Monday, b.Point.From, b.Point.To, b.Point.IsBold, ShiftWords.Title(b.Point, PoleWords.Of(alignment.Axis)), ShiftWords.Stability(b.Point)))],
            Notes = single is null ? [] : [.. Notes(report, single)],
            Acts = single is null ? null : [.. Acts(report, single)],
            FlowCountry = single?.Country.Code.Value,
            FlowFading = alignment.View.HalfLife.Days is { } days ? $"fading by half every {NumberWords.Count(days, "day")}" : "without fading",
            Coverage = single is null ? null : CoverageWords.Strip(alignment.Watched),
            NewSources = [.. alignment.Sources.New.Select(s => new NewSourceMark(s.Reading.CodedFrom, $"Acts of {s.Name} begin", ReadingWords.Since(s)))],
            NotLooked = report.Count > 0 || shown.Any(c => c.Line.Weight.Any(w => w > 0)) ? null : new NotLookedBox(
                $"No acts on file for {DateWords.LongSpan(alignment.Period)}",
                CoverageWords.Silence(alignment.Watched)),
        };
    }

    /// <summary>One country without words, for comparing many.</summary>
    /// <param name="isFree">A scale as narrow as the line allows, ±1, ±2, ±5 or ±10.</param>
    public static LineDrawing Small(AlignmentReport report, CountryAlignment country, bool isFree)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(country);
        var highest = country.Line.Index.Max(Math.Abs);
        return new LineDrawing
        {
            Key = country.Country.Code.Value,
            From = report.Period.From,
            To = report.Period.To,
            Poles = Poles(report.Axis),
            Limit = isFree ? ((double[])[1, 2, 5, 10]).First(limit => limit >= Math.Min(10, highest)) : 10,
            Series = [Series(country, 0)],
            Triggers = [.. report.Triggers.Select(t => new TriggerMark(t.From, t.To, t.Title))],
        };
    }

    /// <summary>At most eight lines; of more countries those with the most evidence at the end.</summary>
    public static IReadOnlyList<CountryAlignment> Shown(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Countries.Count <= SeriesPlaces.Most
            ? report.Countries
            : [.. report.Countries.OrderByDescending(c => c.Line.Last.Weight).Take(SeriesPlaces.Most).OrderBy(c => c.Country.Name, StringComparer.Ordinal)];
    }

    public static PoleNames Poles(Axis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return new PoleNames(axis.NegativePole, axis.PositivePole, Short(axis.NegativePole), Short(axis.PositivePole));
    }

    /// <summary>"toward Kyiv" stands for "toward Kyiv and its backers" where there is little room.</summary>
    private static string Short(string pole)
    {
        var and = pole.IndexOf(" and ", StringComparison.Ordinal);
        return and > 0 ? pole[..and] : pole;
    }

    private static double Limit(IReadOnlyList<CountryAlignment> shown) =>
        shown.Count > 1 && shown.All(c => c.Line.Index.All(i => Math.Abs(i) <= 5)) ? 5 : 10;

    private static LineSeries Series(CountryAlignment country, int place) => new(
        country.Country.Code.Value, country.Country.Name, place, country.Line.Index[0],
        country.Line.Weight[0] > 0 ? country.Line.Period.From : country.InPeriod.Select(m => (DateOnly?)m.Day).Min(),
        [.. country.Line.Points.Select(p => new LinePoint(p.Date, p.Index, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow))]);

    private static IEnumerable<LineNote> Notes(AnalystReport report, CountryAlignment country)
    {
        var year = SaidYear(report.Alignment.Period);
        foreach (var step in report.Summary.Facts[0].Steps.Where(s => Math.Abs(s.Change) >= NotedStep).Take(MostNotes))
        {
            var (when, title) = NoteWords(report, step, year);
            yield return new LineNote(country.Country.Code.Value, step.Day, when, title);
        }
    }

    private static (string When, string Title) NoteWords(AnalystReport report, LineStep step, int? year)
    {
        var acts = step.Acts.Select(a => report.Described.GetValueOrDefault(a.Id)).ToList();
        if (acts is [{ } only])
            return (DateWords.When(only.From, only.To, only.Precision, year), Shorten(only.Title));
        var count = NumberWords.Capital(NumberWords.InWords(step.Acts.Count));
        if (acts.Count > 1 && acts.All(a => a is { Precision: "interval" } && a.To == acts[0]!.To))
            return ($"{DateWords.Day(step.Day, year)}, midpoint", $"{count} acts known “by {DateWords.Day(acts[0]!.To, year)}”");
        return acts.Count == 1
            ? ($"{DateWords.Day(step.Day, year)}, as counted", Kind(report, step.Acts[0].Type))
            : (DateWords.Day(step.Day, year), $"{count} acts");
    }

    private static IEnumerable<LineAct> Acts(AnalystReport report, CountryAlignment country)
    {
        var year = SaidYear(report.Alignment.Period);
        return country.InPeriod
            .OrderByDescending(m => Math.Abs(m.Contribution))
            .Take(MostActs)
            .OrderBy(m => m.Day)
            .Select(m => report.Described.GetValueOrDefault(m.Id) is { } act
                ? new LineAct(
                    m.Id.ToString(), country.Country.Code.Value, m.Day,
                    act.Precision == "interval" ? act.From : null, act.Precision == "interval" ? act.To : null,
                    DateWords.When(act.From, act.To, act.Precision, year), act.Title, m.Score, m.IsDeed, act.IsDisputed, report.Alignment.Sources.OfNew.Contains(m.Id))
                : new LineAct(
                    m.Id.ToString(), country.Country.Code.Value, m.Day, null, null,
                    $"counted on {DateWords.Day(m.Day, year)}", Kind(report, m.Type), m.Score, m.IsDeed, IsOfNewSource: report.Alignment.Sources.OfNew.Contains(m.Id)));
    }

    private static string Kind(AnalystReport report, string type) => report.Alignment.Codebook.Find(type)?.Name ?? type;

    /// <summary>At most six words; a number and its unit are one.</summary>
    private static string Shorten(string title)
    {
        var words = NumberWords.KeepUnits(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 6 ? string.Join(' ', words) : string.Join(' ', words.Take(6)).TrimEnd(',', ';', ':') + "…";
    }

    internal static int? SaidYear(Period period) => period.From.Year == period.To.Year ? period.From.Year : null;
}

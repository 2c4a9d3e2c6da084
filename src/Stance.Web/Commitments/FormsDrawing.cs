using Stance.Alignment;
using Stance.Web.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Commitments;

/// <summary>Words and deeds as two lines, their gap, and both as a table.</summary>
public static class FormsDrawing
{
    private const int MostPoints = 500;

    public static LineDrawing Lines(WordsAndDeedsLines forms, AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(report);
        return new LineDrawing
        {
            Key = "words-and-deeds",
            From = report.Period.From,
            To = report.Period.To,
            Poles = AlignmentDrawing.Poles(report.Axis),
            Series = [Series("words", "Words", 0, forms.Words), Series("deeds", "Deeds", 1, forms.Deeds)],
        };
    }

    public static GapDrawing Gap(WordsAndDeedsLines forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var period = forms.Words.Line.Period;
        var step = Math.Max(1, period.Days / MostPoints);
        return new GapDrawing(period.From, period.To, "Words minus deeds, with its 90% band",
            [.. forms.Days.Where((_, i) => i % step == 0 || i == period.Days - 1).Select(d => new GapPoint(d.Words.Date, d.Gap, d.Low90, d.High90))]);
    }

    public static TableDrawing Table(WordsAndDeedsLines forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var days = forms.Words.Line.Period.Days;
        var step = days <= 400 ? 1 : days <= 2800 ? 7 : 30;
        return new TableDrawing(
            $"Words and deeds, {(step == 1 ? "every day" : $"every {step} days")}, newest first; bands unclipped",
            [new("Date"), new("Words", true), new("Deeds", true), new("Gap", true), new("Standard error", true), new("90% band of the gap", true), new("Told apart")],
            [.. forms.Days.Reverse().Where((_, i) => i % step == 0).Select(Row)]);
    }

    public static string Finding(WordsAndDeedsLines forms, PoleWords poles)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(poles);
        var last = forms.Last;
        return forms.IsEmpty ? "No words and no deeds are on file"
            : last.IsCertain ? $"Words stand further {poles.Toward(last.Gap)} than deeds"
            : "Words and deeds cannot be told apart";
    }

    /// <summary>The gap in one sentence, and plainly whether it can be told from zero.</summary>
    public static string Sentence(WordsAndDeedsLines forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var last = forms.Last;
        var gap = $"On {DateWords.LongDay(last.Words.Date)} words stand at {NumberWords.Index(last.Words.Index)} and deeds at {NumberWords.Index(last.Deeds.Index)}: a gap of {NumberWords.Index(last.Gap)}, standard error {NumberWords.Weight(last.StandardError)}.";
        var band = $"Its 90% band, {NumberWords.Range(last.Low90, last.High90)}";
        return last.IsCertain ? $"{gap} {band}, leaves 0 out." : $"{gap} {band}, includes 0: the gap cannot be told from none.";
    }

    private static LineSeries Series(string code, string name, int place, CountryAlignment form) => new(
        code, name, place, form.Line.Index[0],
        form.Line.Weight[0] > 0 ? form.Line.Period.From : form.InPeriod.Select(m => (DateOnly?)m.Day).Min() ?? form.Line.Period.From,
        [.. form.Line.Points.Select(p => new LinePoint(p.Date, p.Index, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow))]);

    private static IReadOnlyList<string> Row(WordsAndDeeds day) =>
    [
        DateWords.Day(day.Words.Date), NumberWords.Index(day.Words.Index), NumberWords.Index(day.Deeds.Index), NumberWords.Index(day.Gap),
        NumberWords.Weight(day.StandardError), NumberWords.Range(day.Low90, day.High90), day.IsCertain ? "yes" : "no",
    ];
}

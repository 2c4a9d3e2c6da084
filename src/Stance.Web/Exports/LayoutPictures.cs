using Stance.Alignment;
using Stance.Explanation;
using Stance.ViewStates;
using Stance.Web.Alignment;
using Stance.Web.Charts;
using Stance.Web.Explanation;

namespace Stance.Web.Exports;

/// <summary>The layouts of the analyst's page as pictures, each from the records and words of its panel.</summary>
internal static class LayoutPictures
{
    public static IReadOnlyList<(string Name, string Words, ViewTab Tab, Func<AlignmentExport, Picture> Draw)> All { get; } =
    [
        ("alignment", "The line of a view", ViewTab.Line, Line),
        ("months", "The levels of a view by month", ViewTab.Heat, Months),
        ("multiples", "The lines of a view side by side", ViewTab.Multiples, Multiples),
        ("slope", "The first and the last day of a view", ViewTab.Slope, Slope),
    ];

    public static Picture Why(AlignmentExport export, ChangeReport change)
    {
        var drawing = WhyDrawing.Of(change, _ => "");
        return Picture.Of<WaterfallPicture, WaterfallDrawing>(drawing, Caption(
            export, WhyWords.Finding(change), WhyWords.Subtitle(change, new WaterfallScale(drawing).IsCut), WhyWords.Summary(change), WhyWords.Looks));
    }

    private static Picture Line(AlignmentExport export) => Picture.Of<LinePicture, LineDrawing>(export.Drawing, export.Caption);

    private static Picture Months(AlignmentExport export)
    {
        var report = export.Report.Alignment;
        var levels = PeriodLevels.Of(report);
        return Picture.Of<MonthsPicture, MonthsDrawing>(
            MonthsWords.Drawing(report, levels),
            Caption(export, RankWords.Finding(report), MonthsWords.Subtitle(report, levels), RankWords.Sentences(report), MonthsWords.Rank));
    }

    private static Picture Multiples(AlignmentExport export)
    {
        var report = export.Report.Alignment;
        return Picture.Of<MultiplesPicture, MultiplesDrawing>(
            MultiplesWords.Drawing(report),
            Caption(export, RankWords.Finding(report), MultiplesWords.Subtitle(report), RankWords.Sentences(report), MultiplesWords.Key));
    }

    private static Picture Slope(AlignmentExport export)
    {
        var report = export.Report.Alignment;
        var changes = CountryChange.Ranked(report);
        return Picture.Of<SlopePicture, SlopeDrawing>(
            SlopeWords.Drawing(report, changes),
            Caption(export, SlopeWords.Finding(changes), SlopeWords.Subtitle(report, changes), SlopeWords.Sentences(changes), SlopeWords.Rule));
    }

    private static PictureCaption Caption(AlignmentExport export, string title, string subtitle, IReadOnlyList<string> brief, string rule) =>
        new(title, subtitle, brief, [rule, export.Notes.Sentence, export.Notes.Permalink]);
}

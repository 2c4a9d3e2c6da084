using Stance.Acts;
using Stance.Alignment;
using Stance.Explanation;
using Stance.Exports;
using Stance.ViewStates;
using Stance.Web.Alignment;
using Stance.Web.Charts;

namespace Stance.Web.Exports;

/// <summary>A view on its way into a file: the report of the page, the drawing of the page, and what the file says of itself.</summary>
internal sealed record AlignmentExport(AnalystReport Report, ViewNotes Notes, LineDrawing Drawing, PictureCaption Caption)
{
    /// <summary>The change the view explains; null = none.</summary>
    public ChangeReport? Change { get; init; }

    /// <param name="shown">The address of the layout the file shows.</param>
    public static AlignmentExport Of(AnalystReport report, Register register, Uri site, ViewState shown)
    {
        var notes = ViewNotes.Of(report, register, site, shown: shown);
        var places = new SeriesPlaces().Assign(AlignmentDrawing.Shown(report.Alignment).Select(c => c.Country.Code));
        var drawing = AlignmentDrawing.Of(report, "export", places);
        return new AlignmentExport(report, notes, drawing, new PictureCaption(
            report.Summary.Finding,
            IndexWords.Subtitle(report, drawing),
            [.. report.Summary.Brief.Select(b => b.Text)],
            [
                .. drawing.Coverage is { } coverage ? [coverage.Sentence] : Array.Empty<string>(),
                notes.Sentence,
                notes.Permalink,
            ]));
    }
}

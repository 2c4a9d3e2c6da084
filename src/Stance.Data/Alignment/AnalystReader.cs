using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Shifts;
using Stance.Shifts;
using Stance.ViewStates;

namespace Stance.Data.Alignment;

/// <summary>Puts the lines of a view, the words for them and its first acts together. Only the acts cost a statement.</summary>
public sealed class AnalystReader(AlignmentReader alignment, ShiftReader shifts, DescribedActsReader acts)
{
    /// <param name="withActs">False while the page is drawn ahead of its circuit, which would read the list a second time.</param>
    public async Task<AnalystReport> ReadAsync(ViewState view, Scope scope, bool withActs, CancellationToken cancel)
    {
        var report = alignment.Read(view, scope);
        var list = withActs && report.Countries.Count > 0 ? await acts.ReadAsync(view, scope, report.Period, cancel) : null;
        var described = list?.Acts.ToDictionary(a => a.Id);
        var found = report.Countries.Count == 1 ? shifts.Read(view, scope).Countries[0] : null;
        return new AnalystReport(report, WithBreaks(AlignmentSummary.Of(report, described), found?.Breaks ?? [], report.Axis), Forms(view, scope, report), list)
        {
            Shifts = found,
        };
    }

    private static AlignmentSummary WithBreaks(AlignmentSummary summary, IReadOnlyList<FoundBreak> breaks, Axis axis) => summary with
    {
        Brief = [.. summary.Brief, .. breaks.Select(b =>
            new BriefSentence(ShiftWords.Sentence(b.Point, PoleWords.Of(axis)), [.. b.Acts.Select(a => a.Id)]))],
    };

    private WordsAndDeedsLines? Forms(ViewState view, Scope scope, AlignmentReport report) =>
        report.Countries.Count != 1 || report.View.Form is not null ? null : new WordsAndDeedsLines(
            alignment.Read(view with { Form = ActForm.Words }, scope).Countries[0],
            alignment.Read(view with { Form = ActForm.Deeds }, scope).Countries[0]);
}

using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Exports;
using Stance.ViewStates;
using Stance.Web.Alignment;
using Stance.Web.Api;

namespace Stance.Web.Exports;

/// <summary>Reads a view for a file: the page's own report, described by its acts, or the page's own map.</summary>
public sealed class ExportReader(AnalystReader analyst, AlignmentReader alignment, ActFeed feed, TimeProvider clock)
{
    internal async Task<(AlignmentExport? Export, Dictionary<string, string[]> Problems)> ReadAsync(
        ViewParameters parameters, Scope scope, Uri site, ViewTab tab, (string Key, string? Value)[] own, CancellationToken cancel)
    {
        var (view, problems) = AlignmentEndpoints.Asked(parameters, feed, clock, own);
        if (problems.Count > 0)
            return (null, problems);
        var report = await analyst.ReadAsync(view, scope, withActs: true, cancel);
        var (asked, known) = (report.Alignment.View, report.Alignment.KnownAt);
        var shown = ViewNotes.Frozen(report.Alignment) with { Tab = tab, IsFreeScale = asked.IsFreeScale, Why = asked.Why?.KnownAt(known) };
        return (AlignmentExport.Of(report, feed.Register, site, shown), problems);
    }

    internal (MapExport? Export, Dictionary<string, string[]> Problems) ReadMap(ViewParameters parameters, MapParameters map, Scope scope, Uri site)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock, ("mapDay", map.MapDay), ("mapChange", map.MapChange));
        return problems.Count > 0
            ? (null, problems)
            : (MapExport.Of(alignment.ReadFrame(view, scope), alignment.Read(view, scope), feed.Register, site), problems);
    }
}

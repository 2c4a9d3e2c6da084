using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Web.Alignment;
using Stance.Web.Api;

namespace Stance.Web.Exports;

/// <summary>Reads a view for a file: the page's own report, described by its acts.</summary>
public sealed class ExportReader(AnalystReader analyst, ActFeed feed, TimeProvider clock)
{
    internal async Task<(AlignmentExport? Export, Dictionary<string, string[]> Problems)> ReadAsync(
        ViewParameters parameters, Scope scope, Uri site, CancellationToken cancel)
    {
        var (view, problems) = AlignmentEndpoints.Asked(parameters, feed, clock);
        return problems.Count > 0
            ? (null, problems)
            : (AlignmentExport.Of(await analyst.ReadAsync(view, scope, withActs: true, cancel), feed.Register, site), problems);
    }
}

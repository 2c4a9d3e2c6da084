using Microsoft.AspNetCore.Components;
using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Sharing;
using Stance.ViewStates;

namespace Stance.Web.Sharing;

/// <summary>Everything a shared view shows, read within its scope.</summary>
public sealed record SharedReport(SharedRequest Request, AnalystReport Analyst, MapReport Map, ActSourceList Acts)
{
    public IReadOnlyDictionary<ActId, double> Contributions { get; } =
        Analyst.Alignment.Countries.SelectMany(c => c.Marks).ToDictionary(m => m.Id, m => m.Contribution);
}

/// <summary>A view for people without an account, as a page without a circuit. Asked anew for every request.</summary>
public sealed partial class SharedViewPage : ComponentBase
{
    private const int PageSize = 50;

    private SharedReport? _view;
    private ShareState? _state;

    [Inject] private SharedViewReader Shared { get; set; } = default!;

    [Inject] private AnalystReader Analyst { get; set; } = default!;

    [Inject] private AlignmentReader Alignment { get; set; } = default!;

    [Inject] private ActReader Acts { get; set; } = default!;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    /// <summary>Stands in the path in place of the secret, which <see cref="ShareSecretPath"/> has taken out.</summary>
    [Parameter] public string? Secret { get; set; }

    protected override async Task OnInitializedAsync()
    {
        ShareEndpoints.Seal(Context.Response);
        var cancel = Context.RequestAborted;
        var opening = await Shared.OpenAsync(Context, cancel);
        _state = opening.State;
        if (opening.Request is { } request)
            _view = await ReadAsync(request, cancel);
        else
            Context.Response.StatusCode = ShareEndpoints.StatusOf(opening.State);
    }

    private async Task<SharedReport> ReadAsync(SharedRequest request, CancellationToken cancel)
    {
        var analyst = await Analyst.ReadAsync(request.View, request.Scope, withActs: true, cancel);
        var map = Alignment.ReadMap(request.View, request.Share.MapScopeOn(request.Today));
        try
        {
            return new SharedReport(request, analyst, map, await ListAsync(request, cancel));
        }
        catch (FormatException refusal)
        {
            var first = request with { Cursor = null, Problems = [.. request.Problems, new ViewStateProblem(SharedViewReader.CursorKey, refusal.Message)] };
            return new SharedReport(first, analyst, map, await ListAsync(first, cancel));
        }
    }

    private Task<ActSourceList> ListAsync(SharedRequest request, CancellationToken cancel) =>
        Acts.ListWithSourcesAsync(request.View, request.Scope, PageSize, request.Cursor, cancel, onlySpeaking: true);
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Stance.Data.Acts;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Imports;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.Web.Imports;

/// <summary>A file on its way in, step by step. Leaving the page cancels what is under way, without a trace.</summary>
public sealed partial class ImportForm : ComponentBase, IAsyncDisposable
{
    private ImportSession _session = default!;
    private IReadOnlyList<(string Key, string Label)> _fields = [];
    private string _constantField = "source.name";
    private string? _constantValue;
    private string? _focusNext;
    private IJSObjectReference? _script;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private ImportWriter Writer { get; set; } = default!;

    [Inject] private SuggestionWriter Suggestions { get; set; } = default!;

    [Inject] private ActFeed Feed { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    private bool IsBusy => _session.Doing is not null;

    protected override void OnInitialized()
    {
        _session = new ImportSession(Writer, Suggestions, Feed, () => _ = InvokeAsync(StateHasChanged));
        var own = Feed.Register.Codebook.Types.SelectMany(t => t.Attributes).DistinctBy(a => a.Key).OrderBy(a => a.Label, StringComparer.Ordinal)
            .Select(a => (ImportFields.OfKind + a.Key, $"Own field: {a.Label} ({a.Key})"));
        _fields = [.. ImportFields.All.Select(f => (f.Key, f.Label)), .. own];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            _script = await Js.InvokeAsync<IJSObjectReference>("import", "./js/imports.js");
        if (_focusNext is { } id && _script is not null)
        {
            _focusNext = null;
            await _script.InvokeVoidAsync("focus", id);
        }
    }

    private Task ReceiveAsync(InputFileChangeEventArgs chosen) =>
        _session.ReceiveAsync(chosen.File.Name, chosen.File.Size, (most, cancel) => chosen.File.OpenReadStream(most, cancel));

    private async Task CheckAsync()
    {
        await _session.TryAsync(await ActorAsync());
        _focusNext = "step-import";
    }

    private async Task LoadAsync()
    {
        await _session.LoadAsync(await ActorAsync());
        _focusNext = "import-done";
    }

    private async Task KeepAsync()
    {
        await _session.KeepSuggestionsAsync(await ActorAsync());
        _focusNext = "import-done";
    }

    private void Map(string header, string? field) => _session.Map(_session.Mapping! with
    {
        Columns = _session.Mapping.Columns.ToDictionary(c => c.Key, c => c.Key == header ? (string.IsNullOrEmpty(field) ? null : field) : c.Value),
    });

    private void SetConstant()
    {
        if (string.IsNullOrWhiteSpace(_constantValue))
            return;
        _session.Map(_session.Mapping! with { Constants = new Dictionary<string, string>(_session.Mapping.Constants) { [_constantField] = _constantValue.Trim() } });
        _constantValue = null;
    }

    private void DropConstant(string field) =>
        _session.Map(_session.Mapping! with { Constants = _session.Mapping.Constants.Where(c => c.Key != field).ToDictionary(c => c.Key, c => c.Value) });

    private async Task DownloadAsync()
    {
        using var content = new MemoryStream(RefusedRows.Bytes(_session.Report!.Breaches));
        using var sent = new DotNetStreamReference(content);
        await _script!.InvokeVoidAsync("save", RefusedRows.FileName, sent);
    }

    private async Task<Actor> ActorAsync() => (await SignedIn).User.ActorOf();

    private string Label(string field) => ImportFields.LabelOf(field, Feed.Register.Codebook);

    private static string What(ImportReport report) => (report.New, report.Changed) switch
    {
        (var added, 0) => $"Import {Count(added, "act", "acts")}",
        (0, var changed) => $"Change {Count(changed, "act", "acts")}",
        var (added, changed) => $"Import {Count(added, "act", "acts")} and change {Number(changed)}",
    };

    private static string Count(int count, string one, string many) => NumberWords.Count(count, one, many);

    private static string Number(int count) => count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        try
        {
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}

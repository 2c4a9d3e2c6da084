using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Stance.Web.Events;

/// <summary>What a form needs of the browser: Ctrl+Enter saves, and the focus goes to what is named once the form is drawn.</summary>
public sealed class FormScript(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? script;

    /// <summary>The id of what takes the focus after the next drawing.</summary>
    public string? FocusNext { get; set; }

    public async Task DrawnAsync(ElementReference root, bool isFirst)
    {
        if (isFirst)
        {
            script = await js.InvokeAsync<IJSObjectReference>("import", "./js/entry.js");
            await script.InvokeVoidAsync("saveOnCtrlEnter", root);
        }
        if (FocusNext is { } id && script is not null)
        {
            FocusNext = null;
            await script.InvokeVoidAsync("focus", id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (script is null)
            return;
        try
        {
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The window is closed.
        }
    }
}

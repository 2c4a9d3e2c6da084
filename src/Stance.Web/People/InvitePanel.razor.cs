using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Stance.Data.People;

namespace Stance.Web.People;

public partial class InvitePanel
{
    private string? email;
    private Role role = Role.Analyst;
    private string? problem;
    private string copied = "";

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    /// <summary>Answers what is wrong with the address, or null when the link is made.</summary>
    [Parameter, EditorRequired] public required Func<string, Role, Task<string?>> OnInvite { get; set; }

    [Parameter, EditorRequired] public required MadeLink? Made { get; set; }

    private string May => role switch
    {
        Role.Viewer => "Sees every page.",
        Role.Analyst => "Sees every page, shares views, uses the API.",
        Role.Curator => "Also enters and corrects acts.",
        _ => "Also manages people.",
    };

    private async Task InviteAsync()
    {
        copied = "";
        problem = await OnInvite(email?.Trim() ?? "", role);
        if (problem is null)
            email = null;
    }

    private async Task CopyAsync()
    {
        try
        {
            await Browser.InvokeVoidAsync("navigator.clipboard.writeText", Made!.Address);
            copied = "Copied.";
        }
        catch (JSException)
        {
            // Browsers lend the clipboard to https and loopback only.
            copied = "Mark the text and copy it.";
        }
    }
}

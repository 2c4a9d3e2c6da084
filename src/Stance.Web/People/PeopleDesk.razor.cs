using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Data.People;
using Stance.Web.App;

namespace Stance.Web.People;

/// <summary>Reads everything about people anew after each change, and says what a refusal says.</summary>
public partial class PeopleDesk
{
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject] private PersonReader Reader { get; set; } = default!;

    [Inject] private PersonWriter Writer { get; set; } = default!;

    [Inject] private LinkReader LinkReader { get; set; } = default!;

    [Inject] private LinkWriter LinkWriter { get; set; } = default!;

    [Inject] private TokenReader TokenReader { get; set; } = default!;

    [Inject] private TokenWriter TokenWriter { get; set; } = default!;

    [Inject] private SiteAddress Site { get; set; } = default!;

    private Actor? Me { get; set; }

    private IReadOnlyList<Person>? People { get; set; }

    private IReadOnlyList<OneTimeLink> Links { get; set; } = [];

    private IReadOnlyList<ApiToken> Tokens { get; set; } = [];

    private MadeLink? Made { get; set; }

    private string? Failure { get; set; }

    private int Refusals { get; set; }

    private string Said { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        Me = (await Authentication).User.ActorOf();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        Links = await LinkReader.OpenAsync();
        Tokens = await TokenReader.ListAsync();
        People = await Reader.ListAsync();
        // The panels call plain functions, which draw only themselves anew.
        StateHasChanged();
    }

    private Task ActAsync(PersonChange change) => TryAsync(change.Done, () => change.Kind switch
    {
        PersonChangeKind.Role => Writer.ChangeRoleAsync(Me!, change.Person.Id, change.Role),
        PersonChangeKind.Disable => Writer.DisableAsync(Me!, change.Person.Id),
        PersonChangeKind.Enable => Writer.EnableAsync(Me!, change.Person.Id),
        _ => Writer.EndSessionsAsync(Me!, change.Person.Id),
    });

    private async Task<string?> InviteAsync(string email, Role role)
    {
        try
        {
            var secret = await LinkWriter.InviteAsync(Me!, email, role);
            Made = new MadeLink($"Invitation for {email}, good once and for 7 days", BootstrapLink.Welcome(Site.Base, secret));
            await ReadAsync();
            return null;
        }
        catch (Exception refused) when (refused is PeopleRuleException or NotAllowedException)
        {
            return refused.Message;
        }
    }

    private Task NewPasswordAsync(Person person) => TryAsync($"A link for {person.Name} is made.", async () =>
    {
        var secret = await LinkWriter.ForNewPasswordAsync(Me!, person.Id);
        Made = new MadeLink($"New password for {person.Name}, good once and for a day", BootstrapLink.Welcome(Site.Base, secret));
    });

    private Task RevokeLinkAsync(OneTimeLink link) => TryAsync("The link is revoked.", () =>
    {
        Made = null;
        return LinkWriter.RevokeAsync(Me!, link.Id);
    });

    private Task RevokeTokenAsync(ApiToken token) =>
        TryAsync($"The token {token.Name} is revoked.", () => TokenWriter.RevokeAsync(Me!, token.Id));

    private async Task TryAsync(string done, Func<Task> change)
    {
        Failure = null;
        Said = "";
        try
        {
            await change();
            Said = done;
        }
        catch (Exception refused) when (refused is PeopleRuleException or NotAllowedException)
        {
            Failure = refused.Message;
            Refusals++;
        }
        await ReadAsync();
    }
}

/// <summary>A link just made; its secret is shown now and never again.</summary>
public sealed record MadeLink(string Label, string Address);

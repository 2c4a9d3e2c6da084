using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Stance.Data.People;
using Stance.Wording;

namespace Stance.Web.People;

public partial class WelcomePage
{
    private const int NameLength = 100;

    private readonly Dictionary<string, string> problems = new(StringComparer.Ordinal);

    [Parameter] public string Secret { get; set; } = "";

    [CascadingParameter] private HttpContext HttpContext { get; set; } = default!;

    [Inject] private LinkReader Links { get; set; } = default!;

    [Inject] private JoinWriter Join { get; set; } = default!;

    [Inject] private PasswordCheck Passwords { get; set; } = default!;

    [SupplyParameterFromForm] private WelcomeForm Form { get; set; } = default!;

    private OneTimeLink? Link { get; set; }

    private string Standfirst => Link switch
    {
        { IsNewPassword: true } => $"For {Link.Name}. Every open session ends when it is set.",
        { Email: null } => "You are the first here: this makes you the administrator, who invites everybody else.",
        _ => $"You are invited as {Link!.Role?.Name()}.",
    };

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        Link = await Links.FindAsync(Secret, HttpContext.RequestAborted);
        if (Link is null)
            HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task JoinAsync()
    {
        if (Link is null)
            return;
        var user = new AppUser
        {
            Name = (Link.IsNewPassword ? Link.Name : Form.Name?.Trim()) ?? "",
            Email = (Link.Email ?? Form.Email?.Trim()) ?? "",
            Role = Link.Role ?? default,
        };
        await CheckAsync(user);
        if (problems.Count > 0)
            return;
        try
        {
            var id = await Join.UseAsync(Secret, user.Name, user.Email, Passwords.Hash(user, Form.Password!), HttpContext.RequestAborted);
            if (id is null)
            {
                Link = null;
                HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
                return;
            }
            await SignInAsync(user);
        }
        catch (PeopleRuleException refused)
        {
            problems["email"] = refused.Message;
        }
    }

    private async Task CheckAsync(AppUser user)
    {
        if (!Link!.IsNewPassword && FaultOfName(user.Name) is { } wrong)
            problems["name"] = wrong;
        if (!Emails.IsValid(user.Email))
            problems["email"] = "This is not an e-mail address.";
        if (await Passwords.FaultOfAsync(user, Form.Password ?? "") is { } fault)
            problems["password"] = fault;
        else if (Form.Password != Form.Again)
            problems["again"] = "The two passwords differ.";
    }

    private static string? FaultOfName(string name) =>
        name.Length is 0 or > NameLength ? $"Say your name in 1 to {NameLength} characters."
        : PlainText.FirstRefused(name, lines: false) is { } refused ? $"Remove the invisible character {refused.Name} from your name."
        : null;

    private async Task SignInAsync(AppUser user)
    {
        // The new password signs in like any other, so that the role is the one stored.
        if (await Passwords.FindAsync(user.Email, Form.Password!, HttpContext.RequestAborted) is not { } person)
        {
            HttpContext.Response.Redirect("/sign-in");
            return;
        }
        await HttpContext.SignInAsync(SessionCookie.Scheme, StancePrincipal.Of(person));
        HttpContext.Response.Redirect(LocalAddress.Home);
    }

    private string? Problem(string field) => problems.GetValueOrDefault(field);

    private string? Invalid(string field) => problems.ContainsKey(field) ? "true" : null;

    private string? Described(string field) => problems.ContainsKey(field) ? $"{field}-problem" : null;

    private sealed class WelcomeForm
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}

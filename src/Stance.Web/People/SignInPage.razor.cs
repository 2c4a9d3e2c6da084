using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace Stance.Web.People;

public partial class SignInPage
{
    [CascadingParameter] private HttpContext HttpContext { get; set; } = default!;

    [Inject] private PasswordCheck Passwords { get; set; } = default!;

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm] private SignInForm Form { get; set; } = default!;

    private bool Failed { get; set; }

    protected override void OnInitialized()
    {
        Form ??= new();
        if (HttpContext.User.Identity?.IsAuthenticated == true && HttpMethods.IsGet(HttpContext.Request.Method))
            HttpContext.Response.Redirect(LocalAddress.OrHome(ReturnUrl));
    }

    private async Task SignInAsync()
    {
        var user = await Passwords.FindAsync(Form.Email ?? "", Form.Password ?? "", HttpContext.RequestAborted);
        if (user is null)
        {
            Failed = true;
            return;
        }
        await HttpContext.SignInAsync(SessionCookie.Scheme, StancePrincipal.Of(user));
        HttpContext.Response.Redirect(LocalAddress.OrHome(ReturnUrl));
    }

    private sealed class SignInForm
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}

using Stance.Data.People;
using Stance.Testing;

namespace Stance.EndToEnd.Browser;

/// <summary>Signs a visitor in by the page, as a person does.</summary>
public static class SignIn
{
    /// <summary>Makes a person with this role in the app, signs them in and waits until the page answers to keys and clicks.</summary>
    public static async Task<TestPerson> SignInAsync(this Visitor visitor, IServiceProvider services, Role role, string path = "/")
    {
        var person = await TestPeople.JoinAsync(services, role);
        await visitor.SignInAsync(person, path);
        return person;
    }

    public static async Task SignInAsync(this Visitor visitor, TestPerson person, string path = "/")
    {
        await visitor.Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await visitor.Page.GetByLabel("E-mail address").FillAsync(person.Email);
        await visitor.Page.GetByLabel("Password").FillAsync(TestPeople.Password);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Page.WaitForSelectorAsync("main[data-interactive]");
    }
}

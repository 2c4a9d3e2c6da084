using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.Testing;

namespace Stance.EndToEnd.Browser;

public static partial class SignIn
{
    /// <summary>Makes a person with this role in the app, signs them in and waits until the page they go to answers to keys and clicks.</summary>
    public static async Task<TestPerson> SignInAsync(this Visitor visitor, IServiceProvider services, Role role, string path = "/")
    {
        var person = await TestPeople.JoinAsync(services, role);
        await visitor.SignInAsync(person, path);
        return person;
    }

    /// <summary>Hands in the form of the page without opening it: what every test begins with must be quick.</summary>
    public static async Task SignInAsync(this Visitor visitor, TestPerson person, string path = "/")
    {
        var requests = visitor.Context.APIRequest;
        var asked = await requests.GetAsync("/sign-in");
        var form = requests.CreateFormData();
        foreach (Match field in HiddenFields().Matches(await asked.TextAsync()))
            form.Set(field.Groups["name"].Value, field.Groups["value"].Value);
        form.Set("Form.Email", person.Email);
        form.Set("Form.Password", TestPeople.Password);
        var answer = await requests.PostAsync("/sign-in", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        await visitor.Page.OpenAsync(path);
    }

    /// <summary>Signs in by the page, as a person does.</summary>
    public static async Task SignInByPageAsync(this Visitor visitor, TestPerson person, string path)
    {
        await visitor.Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await visitor.Page.GetByLabel("E-mail address").FillAsync(person.Email);
        await visitor.Page.GetByLabel("Password").FillAsync(TestPeople.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Page.WhenInteractiveAsync();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""")]
    private static partial Regex HiddenFields();
}

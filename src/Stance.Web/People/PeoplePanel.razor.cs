using Microsoft.AspNetCore.Components;
using Stance.Data.People;

namespace Stance.Web.People;

public partial class PeoplePanel
{
    private const int DeviceLength = 60;

    private readonly Dictionary<Guid, IReadOnlyList<OpenSession>> sessions = [];

    [Inject] private SessionReader Sessions { get; set; } = default!;

    [Parameter, EditorRequired] public required IReadOnlyList<Person> People { get; set; }

    [Parameter, EditorRequired] public required Guid? Me { get; set; }

    [Parameter, EditorRequired] public required Func<PersonChange, Task> Act { get; set; }

    [Parameter, EditorRequired] public required Func<Person, Task> OnNewPassword { get; set; }

    /// <summary>Draws the role anew when a change was refused; the browser would keep showing what was asked for.</summary>
    [Parameter, EditorRequired] public required int Refusals { get; set; }

    private string Title
    {
        get
        {
            var active = People.Count(p => !p.IsDisabled);
            return active == 1 ? "1 person can sign in" : $"{active} people can sign in";
        }
    }

    private Task ChangeRoleAsync(Person person, ChangeEventArgs change) =>
        Enum.TryParse<Role>(change.Value as string, out var role)
            ? Act(new PersonChange(PersonChangeKind.Role, person, role, $"{person.Name} is {role.Name()} now."))
            : Task.CompletedTask;

    private Task Ask(Person person, PersonChangeKind kind) => Act(new PersonChange(kind, person, person.Role, kind switch
    {
        PersonChangeKind.Disable => $"{person.Name} is disabled.",
        PersonChangeKind.Enable => $"{person.Name} is enabled.",
        _ => $"{person.Name} is signed out everywhere.",
    }));

    private async Task ShowSessionsAsync(Person person) => sessions[person.Id] = await Sessions.OfAsync(person.Id);

    private static string Device(string device) => device.Length <= DeviceLength ? device : device[..DeviceLength] + "…";
}

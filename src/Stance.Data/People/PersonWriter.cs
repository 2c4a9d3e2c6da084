using Dapper;

namespace Stance.Data.People;

/// <summary>
/// Changes what people may do. Whatever takes rights away also ends the person's sessions in the same transaction and tells
/// every running app; the last administrator stays one.
/// </summary>
public sealed class PersonWriter(PeopleTransaction people)
{
    private static readonly string LockPerson = SqlFile.Read("People/LockPerson.sql");
    private static readonly string NewRole = SqlFile.Read("People/ChangeRole.sql");
    private static readonly string SetDisabled = SqlFile.Read("People/SetDisabled.sql");
    private static readonly string DeleteSessions = SqlFile.Read("People/DeleteSessionsOf.sql");
    private static readonly string RevokeLinks = SqlFile.Read("People/RevokeLinksOf.sql");

    /// <summary>The person signs in again to use the new role.</summary>
    /// <exception cref="PeopleRuleException">This is the last administrator.</exception>
    public Task ChangeRoleAsync(Actor actor, Guid id, Role role, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            var before = await LockAsync(work, id);
            if (before.Role == role)
                return;
            if (before.Role == Role.Administrator && role != Role.Administrator)
                before.MustNotBeLast();
            await work.ExecuteAsync(NewRole, new { id, role = role.Name(), stamp = Secret.New() });
            await work.ExecuteAsync(DeleteSessions, new { userId = id });
            await work.AuditAsync("person.role-changed", Subject(id), new { from = before.Role.Name(), to = role.Name() });
        }, cancel);

    /// <exception cref="PeopleRuleException">This is the last administrator.</exception>
    public Task DisableAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            var before = await LockAsync(work, id);
            if (before.IsDisabled)
                return;
            if (before.Role == Role.Administrator)
                before.MustNotBeLast();
            await work.ExecuteAsync(SetDisabled, new { id, disabled = true, stamp = Secret.New() });
            await work.ExecuteAsync(DeleteSessions, new { userId = id });
            await work.ExecuteAsync(RevokeLinks, new { userId = id, now = work.Now });
            await work.AuditAsync("person.disabled", Subject(id));
        }, cancel);

    public Task EnableAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            if (!(await LockAsync(work, id)).IsDisabled)
                return;
            await work.ExecuteAsync(SetDisabled, new { id, disabled = false, stamp = Secret.New() });
            await work.AuditAsync("person.enabled", Subject(id));
        }, cancel);

    public Task EndSessionsAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            await LockAsync(work, id);
            var ended = await work.ExecuteAsync(DeleteSessions, new { userId = id });
            await work.AuditAsync("person.signed-out", Subject(id), new { sessions = ended });
        }, cancel);

    internal static string Subject(Guid id) => $"person:{id}";

    private static async Task<Locked> LockAsync(PeopleWork work, Guid id) =>
        await work.Connection.QuerySingleOrDefaultAsync<Locked>(work.Command(LockPerson, new { id }))
        ?? throw new PeopleRuleException("There is no such person.");

    private sealed record Locked
    {
        public Role Role { get; init; }

        public bool IsDisabled { get; init; }

        public bool OthersAdminister { get; init; }

        public void MustNotBeLast()
        {
            if (!IsDisabled && !OthersAdminister)
                throw new PeopleRuleException("This is the last administrator. Make somebody else administrator first.");
        }
    }
}

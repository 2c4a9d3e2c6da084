using Dapper;

namespace Stance.Data.People;

/// <summary>Uses a one-time link: a newcomer joins, or a person gets a new password. The secret is the only authority.</summary>
public sealed class JoinWriter(PeopleTransaction people)
{
    private static readonly string Find = SqlFile.Read("People/FindLink.sql");
    private static readonly string Use = SqlFile.Read("People/UseLink.sql");
    private static readonly string AdministratorExists = SqlFile.Read("People/AdministratorExists.sql");
    private static readonly string Insert = SqlFile.Read("People/InsertUser.sql");
    private static readonly string SetPassword = SqlFile.Read("People/SetPassword.sql");
    private static readonly string DeleteSessions = SqlFile.Read("People/DeleteSessionsOf.sql");

    /// <param name="name">Unused for a new password.</param>
    /// <param name="email">Used for the first administrator only; an invitation fixes it.</param>
    /// <returns>The person, or null when the link does not open anything (any more).</returns>
    /// <exception cref="PeopleRuleException">Somebody has this address already; the link still works.</exception>
    public Task<Guid?> UseAsync(string secret, string name, string email, string passwordHash, CancellationToken cancel = default) =>
        people.RunUncheckedAsync(Actor.Console, async work =>
        {
            var link = await work.Connection.QuerySingleOrDefaultAsync<OneTimeLink>(
                work.Command(Find, new { hash = Secret.Hash(secret), now = work.Now }));
            if (link is null || await work.ExecuteAsync(Use, new { link.Id, now = work.Now }) == 0)
                return null;
            if (link.IsNewPassword)
                return await RenewAsync(work, link.UserId!.Value, passwordHash);
            if (link.Purpose == LinkPurposes.FirstAdministrator
                && await work.Connection.QuerySingleAsync<bool>(work.Command(AdministratorExists)))
                return null;
            return (Guid?)await JoinAsync(work, link, name, link.Email ?? email, passwordHash);
        }, cancel);

    private static async Task<Guid?> RenewAsync(PeopleWork work, Guid id, string passwordHash)
    {
        await work.ExecuteAsync(SetPassword, new { id, passwordHash, stamp = Secret.New() });
        await work.ExecuteAsync(DeleteSessions, new { userId = id });
        await Signed(work, id, "").AuditAsync("person.password-set", PersonWriter.Subject(id));
        return id;
    }

    private static async Task<Guid> JoinAsync(PeopleWork work, OneTimeLink link, string name, string email, string passwordHash)
    {
        if (!Emails.IsValid(email))
            throw new PeopleRuleException("This is not an e-mail address.");
        var role = link.Role!.Value;
        var id = await work.Connection.QuerySingleOrDefaultAsync<Guid?>(work.Command(Insert, new
        {
            email,
            normalizedEmail = Emails.Normalize(email),
            name,
            role = role.Name(),
            passwordHash,
            stamp = Secret.New(),
            now = work.Now,
        })) ?? throw new PeopleRuleException("Somebody with this e-mail address is here already.");
        await Signed(work, id, name).AuditAsync("person.joined", PersonWriter.Subject(id), new { role = role.Name(), link = link.Id });
        return id;
    }

    /// <summary>Whoever held the link is the person from here on.</summary>
    private static PeopleWork Signed(PeopleWork work, Guid id, string name) => work with { Actor = Actor.Person(id, name, Role.Viewer) };
}

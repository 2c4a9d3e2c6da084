using Dapper;

namespace Stance.Data.People;

/// <summary>Makes and revokes the links that open once; each secret is returned once and stored as its hash.</summary>
public sealed class LinkWriter(PeopleTransaction people)
{
    public static readonly TimeSpan FirstAdministratorLasts = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan NewPasswordLasts = TimeSpan.FromDays(1);

    private static readonly string AdministratorExists = SqlFile.Read("People/AdministratorExists.sql");
    private static readonly string RevokeFirst = SqlFile.Read("People/RevokeFirstLinks.sql");
    private static readonly string RevokeInvitations = SqlFile.Read("People/RevokeInvitationsOf.sql");
    private static readonly string RevokeOf = SqlFile.Read("People/RevokeLinksOf.sql");
    private static readonly string RevokeOne = SqlFile.Read("People/RevokeLink.sql");
    private static readonly string Insert = SqlFile.Read("People/InsertLink.sql");
    private static readonly string UserByEmail = SqlFile.Read("People/UserByEmail.sql");
    private static readonly string UserById = SqlFile.Read("People/UserById.sql");

    /// <summary>A link for the first administrator; the one before it stops working.</summary>
    /// <returns>Null when there is an administrator already.</returns>
    public Task<string?> ForFirstAdministratorAsync(CancellationToken cancel = default) =>
        people.RunAsync(Actor.Console, async work =>
        {
            if (await work.Connection.QuerySingleAsync<bool>(work.Command(AdministratorExists)))
                return null;
            await work.ExecuteAsync(RevokeFirst, new { now = work.Now });
            return (string?)await InsertAsync(
                work, new(LinkPurposes.FirstAdministrator, Role.Administrator, null, null, FirstAdministratorLasts));
        }, cancel);

    /// <exception cref="PeopleRuleException">The address is not one, or somebody has it already.</exception>
    public Task<string> InviteAsync(Actor actor, string email, Role role, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            if (!Emails.IsValid(email))
                throw new PeopleRuleException("This is not an e-mail address.");
            if (await work.Connection.QuerySingleOrDefaultAsync<AppUser>(work.Command(UserByEmail, new { email = Emails.Normalize(email) })) is not null)
                throw new PeopleRuleException("Somebody with this e-mail address is here already.");
            await work.ExecuteAsync(RevokeInvitations, new { email, now = work.Now });
            return await InsertAsync(work, new(LinkPurposes.Invitation, role, email, null, InvitationLasts));
        }, cancel);

    /// <summary>A link with which the person sets a new password; until then the old one works.</summary>
    /// <exception cref="PeopleRuleException">There is no such person, or it is disabled.</exception>
    public Task<string> ForNewPasswordAsync(Actor actor, Guid userId, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            var user = await work.Connection.QuerySingleOrDefaultAsync<AppUser>(work.Command(UserById, new { id = userId }));
            if (user is null or { IsDisabled: true })
                throw new PeopleRuleException("There is no such person, or they are disabled.");
            await work.ExecuteAsync(RevokeOf, new { userId, now = work.Now });
            return await InsertAsync(work, new(LinkPurposes.NewPassword, null, null, userId, NewPasswordLasts));
        }, cancel);

    public Task RevokeAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            if (await work.ExecuteAsync(RevokeOne, new { id, now = work.Now }) > 0)
                await work.AuditAsync("link.revoked", $"link:{id}");
        }, cancel);

    private static async Task<string> InsertAsync(PeopleWork work, NewLink link)
    {
        var secret = Secret.New();
        var id = await work.Connection.QuerySingleAsync<Guid>(work.Command(Insert, new
        {
            hash = Secret.Hash(secret),
            purpose = link.Purpose,
            role = link.Role?.Name(),
            email = link.Email,
            userId = link.UserId,
            now = work.Now,
            createdBy = work.Actor.IsPerson ? work.Actor.Id : null,
            expiresAt = work.Now + link.Lasts,
        }));
        await work.AuditAsync(
            "link.made", $"link:{id}", new { purpose = link.Purpose, role = link.Role?.Name(), email = link.Email, person = link.UserId });
        return secret;
    }

    private sealed record NewLink(string Purpose, Role? Role, string? Email, Guid? UserId, TimeSpan Lasts);
}

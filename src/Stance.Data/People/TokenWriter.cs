using Dapper;

namespace Stance.Data.People;

/// <summary>Makes and revokes tokens of the API.</summary>
public sealed class TokenWriter(PeopleTransaction people)
{
    /// <summary>So that a token found in a log or a repository is known for what it is.</summary>
    public const string Prefix = "stance_";

    private const int NameLength = 100;

    private static readonly string Insert = SqlFile.Read("People/InsertToken.sql");
    private static readonly string Revoke = SqlFile.Read("People/RevokeToken.sql");

    /// <returns>The token itself, which is stored nowhere.</returns>
    /// <exception cref="PeopleRuleException">The name or the role will not do.</exception>
    public Task<string> CreateAsync(Actor actor, string name, string role, CancellationToken cancel = default)
    {
        var label = name.Trim();
        if (label.Length is 0 or > NameLength || label.Any(char.IsControl))
            throw new PeopleRuleException($"A token needs a name of 1 to {NameLength} characters.");
        if (RoleNames.Find(role) is not { } known || known < Role.Analyst)
            throw new PeopleRuleException($"A token needs the role analyst, curator or administrator; \"{role}\" is none of them.");
        return people.RunAsync(actor, async work =>
        {
            var secret = Prefix + Secret.New();
            var id = await work.Connection.QuerySingleAsync<Guid>(
                work.Command(Insert, new { name = label, hash = Secret.Hash(secret), role, now = work.Now }));
            await work.AuditAsync("token.made", $"token:{id}", new { name = label, role });
            return secret;
        }, cancel);
    }

    public Task RevokeAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        people.RunAsync(actor, async work =>
        {
            if (await work.ExecuteAsync(Revoke, new { id, now = work.Now }) > 0)
                await work.AuditAsync("token.revoked", $"token:{id}");
        }, cancel);
}

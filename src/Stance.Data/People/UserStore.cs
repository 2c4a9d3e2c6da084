using Dapper;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Stance.Data.People;

/// <summary>
/// What ASP.NET Core Identity needs to look people up and to check and renew their passwords. People join by
/// <see cref="LinkWriter"/> and change by <see cref="PersonWriter"/>, which leave an audit line; not through here.
/// </summary>
public sealed class UserStore(NpgsqlDataSource database)
    : IUserEmailStore<AppUser>, IUserPasswordStore<AppUser>, IUserSecurityStampStore<AppUser>
{
    private static readonly string ById = SqlFile.Read("People/UserById.sql");
    private static readonly string ByEmail = SqlFile.Read("People/UserByEmail.sql");
    private static readonly string UpdateSecrets = SqlFile.Read("People/UpdateUserSecrets.sql");

    public async Task<AppUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await FindAsync(ById, new { id }, cancellationToken) : null;

    public Task<AppUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<AppUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        FindAsync(ByEmail, new { email = normalizedEmail }, cancellationToken);

    public async Task<IdentityResult> UpdateAsync(AppUser user, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            UpdateSecrets, new { user.Id, user.PasswordHash, user.SecurityStamp }, cancellationToken: cancellationToken));
        return IdentityResult.Success;
    }

    public Task<IdentityResult> CreateAsync(AppUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People join by a one-time link.");

    public Task<IdentityResult> DeleteAsync(AppUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are disabled, never deleted: what they did stays theirs.");

    public Task<string> GetUserIdAsync(AppUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(AppUser user, CancellationToken cancellationToken) => GetEmailAsync(user, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(AppUser user, CancellationToken cancellationToken) =>
        GetNormalizedEmailAsync(user, cancellationToken);

    public Task<string?> GetEmailAsync(AppUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedEmailAsync(AppUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(Emails.Normalize(user.Email));

    public Task<bool> GetEmailConfirmedAsync(AppUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> GetPasswordHashAsync(AppUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(AppUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(AppUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetUserNameAsync(AppUser user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(AppUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetEmailAsync(AppUser user, string? email, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedEmailAsync(AppUser user, string? normalizedEmail, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetEmailConfirmedAsync(AppUser user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetPasswordHashAsync(AppUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task SetSecurityStampAsync(AppUser user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    private async Task<AppUser?> FindAsync(string statement, object values, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<AppUser>(new CommandDefinition(statement, values, cancellationToken: cancel));
    }
}

using Microsoft.AspNetCore.Identity;
using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>
/// Answers who an e-mail address and a password are. One hash is worked out whatever the answer, so that its time does not
/// tell which addresses are known, and every reason to say no looks the same.
/// </summary>
public sealed class PasswordCheck(UserManager<AppUser> users, SignInTries tries, DecoyHash decoy)
{
    private const int Longest = 200;

    public async Task<AppUser?> FindAsync(string email, string password, CancellationToken cancel)
    {
        if (password.Length > Longest || email.Length > Longest)
            return null;
        var mayTry = await tries.CountAsync(email, cancel);
        var user = await users.FindByEmailAsync(email.Trim());
        if (!mayTry || user is null)
        {
            users.PasswordHasher.VerifyHashedPassword(decoy.User, decoy.Value, password);
            return null;
        }
        if (!await users.CheckPasswordAsync(user, password))
            return null;
        await tries.ForgiveAsync(user.Id, cancel);
        return user;
    }

    /// <returns>What is wrong with a new password, in words; null when it will do.</returns>
    public async Task<string?> FaultOfAsync(AppUser user, string password)
    {
        if (password.Length > Longest)
            return $"A password has at most {Longest} characters.";
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, user, password);
            if (!result.Succeeded)
                return string.Join(" ", result.Errors.Select(e => e.Description));
        }
        var known = new[] { user.Name, user.Email, user.Email.Split('@')[0] }.Where(w => w.Length >= 4);
        return known.Any(w => password.Contains(w, StringComparison.OrdinalIgnoreCase))
            ? "The password must not contain the name or the e-mail address."
            : null;
    }

    public string Hash(AppUser user, string password) => users.PasswordHasher.HashPassword(user, password);
}

/// <summary>A hash of nobody's password, made once with the same cost as everybody's.</summary>
public sealed class DecoyHash
{
    public DecoyHash(IPasswordHasher<AppUser> hasher)
    {
        ArgumentNullException.ThrowIfNull(hasher);
        Value = hasher.HashPassword(User, Secret.New());
    }

    public AppUser User { get; } = new();

    public string Value { get; }
}

using System.Net.Mail;

namespace Stance.Data.People;

/// <summary>Addresses as people type them and as they are compared.</summary>
public static class Emails
{
    private const int Longest = 254;

    /// <summary>One spelling per address, whatever its case; the same that Identity makes.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>Whether mail could reach it: one address alone, with a host, no display name, no control characters.</summary>
    public static bool IsValid(string email) =>
        email.Length <= Longest
        && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailAddress.TryCreate(email, out var parsed)
        && parsed.Address == email
        && parsed.Host.Length > 0;
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Stance.Data.People;

/// <summary>Random text that opens something: shown once, stored as its hash only.</summary>
public static class Secret
{
    private const int Bytes = 24;

    /// <returns>192 random bits in 32 characters that fit into an address.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 without salt: the secret is random and long, so guessing gains nothing, and the hash can be looked up.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

using System.Security.Cryptography;
using System.Text;

namespace Stance.Data.Sharing;

/// <summary>What opens a shared view: shown once, stored as its hash only.</summary>
public static class ShareSecret
{
    public const int Length = 32;
    private const int Bytes = 20;

    /// <summary>Base 32: no character that a mail program cuts off at the end of an address.</summary>
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <returns>160 random bits in 32 characters.</returns>
    public static string New()
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        return string.Create(Length, bytes, (text, bits) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var at = i * 5;
                var pair = (bits[at / 8] << 8) | (at / 8 + 1 < bits.Length ? bits[(at / 8) + 1] : 0);
                text[i] = Alphabet[(pair >> (11 - (at % 8))) & 31];
            }
        });
    }

    public static bool IsWellFormed(string? secret) => secret is { Length: Length } && secret.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>Without salt: the secret is random and long, so guessing gains nothing, and the hash can be looked up.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Stance.Coding;

/// <summary>Why an act goes to a second coder.</summary>
public enum SecondCodingReason
{
    /// <summary>By lot.</summary>
    Drawn,

    /// <summary>All acts of its kind do.</summary>
    Kind,

    /// <summary>The first coder asked for it.</summary>
    Asked,
}

/// <summary>Which acts go to a second coder: a share by lot, and all of some kinds.</summary>
/// <param name="Share">0…1.</param>
/// <param name="Kinds">Codes of kinds of acts.</param>
/// <param name="Salt">Keeps the lot from being foreseen; a secret of this database.</param>
public sealed record SecondCoding(double Share, IReadOnlyList<string> Kinds, string Salt)
{
    public const double DefaultShare = 0.2;

    /// <summary>The lot of one entry: the same key always draws the same, so that asking again changes nothing.</summary>
    public SecondCodingReason? Draw(string key, string kind) =>
        Kinds.Contains(kind) ? SecondCodingReason.Kind : Lot(key) < Share ? SecondCodingReason.Drawn : null;

    private double Lot(string key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt} {key}"))) / (uint.MaxValue + 1.0);
}

using System.Security.Cryptography;
using System.Text;

namespace Stance.Data.Sample;

/// <summary>Ids that follow from a name, so that loading twice meets the same rows (RFC 9562, version 8 over SHA-256).</summary>
public static class SampleId
{
    public static Guid Of(string name)
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes("stance sample " + name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

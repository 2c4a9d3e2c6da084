using System.Text;

namespace Stance.Testing;

/// <summary>Files damaged at random, by bytes and by pieces that mean something to a reader of tables.</summary>
public static class Damage
{
    private static readonly string[] Pieces = ["\"", "\"\"", "\0", "\r", "\n", ",", ";", "\t", "\uFEFF", "=cmd|' /C calc'!A0", "<row r=\"1\">", "</c>", "99999999999999999999", "𝕏\u202E"];

    public static byte[] Of(byte[] sound, Random random)
    {
        var bytes = new List<byte>(sound);
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                    break;
            }
        }
        return [.. bytes];
    }
}

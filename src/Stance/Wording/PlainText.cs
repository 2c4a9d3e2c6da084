using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stance.Wording;

/// <summary>What text from people may not hold, wherever they type it: control characters, and marks that turn the reading direction over.</summary>
public static class PlainText
{
    /// <summary>The first character that is refused, such as "U+202E", and its place counted in Unicode characters from 1; null when the text is plain.</summary>
    /// <param name="lines">Tabs and line ends belong to the text.</param>
    public static (string Name, int Place)? FirstRefused(string text, bool lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = 0;
        for (var i = 0; i < text.Length; place++)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != OperationStatus.Done)
                return (Name(text[i]), place + 1);
            if (IsRefused(rune.Value, lines))
                return (Name(rune.Value), place + 1);
            i += used;
        }
        return null;

        static string Name(int code) => "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    // Embeddings, overrides and isolates (202A–202E, 2066–2069) can make text read as other text.
    private static bool IsRefused(int code, bool lines) => code switch
    {
        '\t' or '\n' or '\r' => !lines,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0x2028 or 0x2029 => !lines,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        0xFFFE or 0xFFFF => true,
        _ => false,
    };
}

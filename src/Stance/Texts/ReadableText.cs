using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stance.Wording;

namespace Stance.Texts;

/// <summary>An article's words as they are stored: one normal form, blocks parted by one empty line, nothing invisible.</summary>
public static class ReadableText
{
    private const string BlockEnd = "\n\n";

    /// <summary>Plain text as pasted: blocks where empty lines part them, else a block to each line.</summary>
    public static string OfPlain(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        var lines = pasted.ReplaceLineEndings("\n").Split('\n').Select(Line).ToList();
        if (!lines.SkipWhile(l => l.Length == 0).Reverse().SkipWhile(l => l.Length == 0).Contains(""))
            return OfBlocks(lines);
        var blocks = new List<string>();
        var block = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                block.Add(line);
                continue;
            }
            blocks.Add(string.Join(' ', block));
            block.Clear();
        }
        return OfBlocks(blocks);
    }

    public static string OfBlocks(IEnumerable<string> blocks) => string.Join(BlockEnd, blocks.Select(Line).Where(b => b.Length > 0));

    /// <summary>The hash a pin holds on to.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>One line: NFC, any white space as one space, without what no reader sees.</summary>
    private static string Line(string raw)
    {
        var line = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            var isWhole = Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var used) == OperationStatus.Done;
            i += used;
            if (isWhole && Rune.IsWhiteSpace(rune))
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (isWhole && IsSeen(rune))
                line.Append(rune.ToString());
        }
        return line.ToString().Normalize(NormalizationForm.FormC).TrimEnd();
    }

    // Joiners (200C, 200D) shape letters and stay; soft hyphens and other format marks come and go with each copy of a text.
    private static bool IsSeen(Rune rune) =>
        PlainText.FirstRefused(rune.ToString(), lines: true) is null
        && (rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format);
}

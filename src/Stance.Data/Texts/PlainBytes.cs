using System.Text;
using System.Text.RegularExpressions;

namespace Stance.Data.Texts;

/// <summary>Bytes to characters: a byte order mark, then what is declared, then UTF-8 if it is that; never a guess at a code page.</summary>
internal static partial class PlainBytes
{
    private const int Head = 2048;

    public static string Decode(byte[] bytes, string? declared)
    {
        var encoding = Mark(bytes) ?? Named(declared) ?? Named(Declared(bytes)) ?? new UTF8Encoding(false, true);
        try
        {
            var text = encoding.GetString(bytes);
            if (text.Contains('\0', StringComparison.Ordinal))
                throw new UnreadableTextException("This is no text file. Bring plain text, HTML, PDF or Word (.docx), or paste the words.");
            return text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableTextException(declared is null
                ? "Its letters are not stored as UTF-8, and it does not say how they are. Choose the encoding, or paste the words."
                : $"Its letters are not stored as {encoding.WebName}. Choose another encoding, or paste the words.");
        }
    }

    private static Encoding? Mark(byte[] bytes) => bytes.AsSpan() switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true, true),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new UnreadableTextException("It is stored as UTF-32. Save it as UTF-8, or paste the words."),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true),
        _ => null,
    };

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            // UTF-7 hides markup in plain letters.
            return found.CodePage == 65000 ? throw new ArgumentException(name) : found;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new UnreadableTextException($"It says it is stored as “{(name.Length <= 40 ? name : name[..40])}”, which is not known here. Save it as UTF-8, or paste the words.");
        }
    }

    private static string? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Head));
        return MetaCharset().Match(head) is { Success: true } declared ? declared.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"<meta\s[^>]*charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:-]{2,40})|^\s*<\?xml\s[^>]*encoding\s*=\s*[""'](?<name>[A-Za-z0-9_:-]{2,40})", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MetaCharset();
}

using System.Security.Cryptography;
using System.Text;
using Stance.Texts;

namespace Stance.Data.Texts;

/// <summary>
/// Makes readable blocks of what a curator brings: plain text, HTML, PDF or Word. What the bytes are decides, not the name. Nothing is executed,
/// fetched or written; size, length, unpacked size and time are limited, and every refusal says what to do instead.
/// </summary>
public static class TextImport
{
    public const int MostBytes = 10 * 1024 * 1024;

    public const int MostCharacters = 500_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <exception cref="UnreadableTextException">It gives no text.</exception>
    public static async Task<ImportedText> ReadAsync(IncomingText incoming, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (incoming.Bytes.Length == 0)
            throw new UnreadableTextException("There is nothing in it. Choose another file, or paste the words.");
        if (incoming.Bytes.Length > MostBytes)
            throw new UnreadableTextException("It is larger than 10 MB. Paste the words instead.");
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(Longest);
        try
        {
            // A reader looks at the clock between pages and blocks; one that hangs inside a page is left behind.
            var read = await Task.Run(() => Read(incoming, clock.Token), clock.Token).WaitAsync(Longest + TimeSpan.FromSeconds(2), cancel);
            return Checked(read);
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new UnreadableTextException("Reading it took longer than ten seconds. Paste the words instead.");
        }
    }

    private static ImportedText Read(IncomingText incoming, CancellationToken cancel)
    {
        var bytes = incoming.Bytes;
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return PdfText.Read(bytes, cancel);
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return DocxText.Read(bytes, cancel);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableTextException("This is a Word file that is locked with a password or older than 2007. Save it as .docx without a password, or paste the words.");
        var isHtmlName = Path.GetExtension(incoming.FileName ?? "").ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML";
        var text = PlainBytes.Decode(bytes, incoming.Charset);
        return isHtmlName || HtmlText.LooksLike(text)
            ? HtmlText.Read(text, bytes, cancel)
            : new ImportedText(incoming.FileName is null ? TextKinds.Pasted : TextKinds.Plain, ReadableText.OfPlain(text), SHA256.HashData(bytes));
    }

    private static ImportedText Checked(ImportedText read)
    {
        if (read.Text.Length == 0)
            throw new UnreadableTextException("It holds no words. Choose another file, or paste the words.");
        if (read.Text.Length > MostCharacters)
            throw new UnreadableTextException("It has more than 500,000 characters. Store the part that acts are coded from.");
        return read;
    }

    /// <summary>Pasted words as they would come in a file.</summary>
    public static IncomingText Pasted(string words) => new(new UTF8Encoding(false).GetBytes(words));
}

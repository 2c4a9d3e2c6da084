using System.Text;

namespace Stance.Imports;

/// <summary>The characters of a file, in UTF-8 or UTF-16; bytes that are neither, and what no text holds, are refused in words.</summary>
internal sealed class FileText : IDisposable
{
    private const string Advice = "Save it as CSV in UTF-8.";

    private readonly StreamReader reader;
    private readonly char[] buffer = new char[32 * 1024];
    private int at;
    private int length;
    private bool isStart = true;

    private FileText(StreamReader reader)
    {
        this.reader = reader;
        Fill(1);
    }

    /// <summary>What was read ahead, for guessing at the separator.</summary>
    public ReadOnlySpan<char> Ahead => buffer.AsSpan(at, length - at);

    public static FileText Open(Stream file)
    {
        Span<byte> start = stackalloc byte[4096];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return new FileText(new StreamReader(file, EncodingOf(start[..length]), detectEncodingFromByteOrderMarks: false, leaveOpen: true));
    }

    public int Read(int row)
    {
        if (at == length && !Fill(row))
            return -1;
        var c = buffer[at++];
        if (c == '\0')
            throw new ImportFileException(TableFile.Say($"Row {row} holds a byte of value zero, which no text has. {Advice}"));
        return c;
    }

    public int Peek(int row) => at == length && !Fill(row) ? -1 : buffer[at];

    public void Dispose() => reader.Dispose();

    private bool Fill(int row)
    {
        try
        {
            (at, length) = (0, reader.Read(buffer, 0, buffer.Length));
            // The mark at the beginning says the encoding and is no text.
            if (isStart && length > 0 && buffer[0] == '\uFEFF')
                at = 1;
            isStart = false;
            return length > at;
        }
        catch (DecoderFallbackException fault)
        {
            throw new ImportFileException(TableFile.Say($"At or after row {row} the file is not in UTF-8. {Advice}"), fault);
        }
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new ImportFileException($"The file is in UTF-32. {Advice}"),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
    };
}

namespace Stance.Data.Texts;

/// <summary>In what a text came; as the database names it.</summary>
public static class TextKinds
{
    public const string Pasted = "pasted";
    public const string Plain = "plain";
    public const string Html = "html";
    public const string Pdf = "pdf";
    public const string Docx = "docx";
}

/// <summary>A text as it came: its bytes, and what is said of them.</summary>
/// <param name="FileName">Null for pasted words.</param>
/// <param name="Charset">As declared by whoever sends it; null = what the bytes themselves say.</param>
public sealed record IncomingText(byte[] Bytes, string? FileName = null, string? Charset = null);

/// <summary>The readable words of a text, and what it says of itself.</summary>
/// <param name="Sha256">Of the bytes as they came.</param>
public sealed record ImportedText(string Kind, string Text, byte[] Sha256)
{
    public string? Title { get; init; }

    public string? Author { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }
}

/// <summary>Why a file gives no text, in words that say what to do.</summary>
public sealed class UnreadableTextException(string message) : Exception(message);

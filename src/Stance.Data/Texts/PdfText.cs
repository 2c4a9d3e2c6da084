using System.Security.Cryptography;
using Stance.Texts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Stance.Data.Texts;

/// <summary>The words of a PDF, page by page in the order in which they stand there.</summary>
internal static class PdfText
{
    private const int MostPages = 300;

    public static ImportedText Read(byte[] bytes, CancellationToken cancel)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.IsEncrypted)
                throw Locked();
            if (document.NumberOfPages > MostPages)
                throw new UnreadableTextException("It has more than 300 pages. Paste the part that acts are coded from.");
            var pages = new List<string>();
            var length = 0;
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                cancel.ThrowIfCancellationRequested();
                var words = ContentOrderTextExtractor.GetText(document.GetPage(number), true);
                length += words.Length;
                if (length > 2 * TextImport.MostCharacters)
                    throw new UnreadableTextException("It has more than 500,000 characters. Store the part that acts are coded from.");
                pages.Add(words);
            }
            var text = ReadableText.OfPlain(string.Join("\n\n", pages));
            if (text.Length == 0)
                throw new UnreadableTextException("This PDF holds pictures of pages and no words. Run text recognition on it first, or paste the words.");
            return new ImportedText(TextKinds.Pdf, text, SHA256.HashData(bytes)) { Title = Line(document.Information.Title), Author = Line(document.Information.Author) };
        }
        catch (PdfDocumentEncryptedException)
        {
            throw Locked();
        }
        catch (Exception fault) when (fault is not (UnreadableTextException or OperationCanceledException))
        {
            // Whatever a broken file makes the reader stumble over, the curator can do but one thing.
            throw new UnreadableTextException("This PDF is damaged and cannot be read. Save it anew, or paste the words.");
        }
    }

    private static UnreadableTextException Locked() => new("This PDF is locked with a password. Save it without one, or paste the words.");

    private static string? Line(string? raw) => ReadableText.OfBlocks([raw ?? ""]) is { Length: > 0 and <= 300 } line ? line : null;
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Stance.Texts;

namespace Stance.Data.Texts;

/// <summary>The paragraphs of a Word document, read as a stream; what was deleted under tracked changes and field codes are no words of it.</summary>
internal static class DocxText
{
    private const int MostEntries = 2000;
    private const long MostUnpacked = 60L * 1024 * 1024;

    public static ImportedText Read(byte[] bytes, CancellationToken cancel)
    {
        try
        {
            Weigh(bytes);
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = WordprocessingDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = 20_000_000, AutoSave = false });
            if (document.MainDocumentPart is not { } main)
                throw NoDocument();
            var text = ReadableText.OfBlocks(Paragraphs(main, cancel));
            return new ImportedText(TextKinds.Docx, text, SHA256.HashData(bytes))
            {
                Title = Line(document.PackageProperties.Title),
                Author = Line(document.PackageProperties.Creator),
            };
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or IOException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableTextException("This Word document is damaged and cannot be read. Save it anew, or paste the words.");
        }
    }

    /// <summary>How large it is unpacked, by unpacking it into nothing: what a ZIP file says of itself may be a lie.</summary>
    private static void Weigh(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry("word/document.xml") is null && zip.GetEntry("[Content_Types].xml") is null)
            throw NoDocument();
        var left = MostUnpacked;
        var buffer = new byte[81920];
        if (zip.Entries.Count > MostEntries)
            throw TooLarge();
        foreach (var entry in zip.Entries)
        {
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                left -= read;
                if (left < 0)
                    throw TooLarge();
            }
        }
    }

    private static List<string> Paragraphs(MainDocumentPart main, CancellationToken cancel)
    {
        var paragraphs = new List<string>();
        var words = new StringBuilder();
        using var reader = new OpenXmlPartReader(main);
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            // The older form of a drawing repeats its words.
            if (reader.ElementType == typeof(AlternateContentFallback) && reader.IsStartElement)
                reader.Skip();
            if (reader.ElementType == typeof(Text) && reader.IsStartElement)
                words.Append(reader.GetText());
            else if (reader.IsStartElement && (reader.ElementType == typeof(TabChar) || reader.ElementType == typeof(Break) || reader.ElementType == typeof(CarriageReturn)))
                words.Append(' ');
            else if (reader.ElementType == typeof(NoBreakHyphen) && reader.IsStartElement)
                words.Append('-');
            else if (reader.ElementType == typeof(Paragraph) && reader.IsEndElement)
            {
                paragraphs.Add(words.ToString());
                words.Clear();
            }
        }
        paragraphs.Add(words.ToString());
        return paragraphs;
    }

    private static UnreadableTextException NoDocument() => new("This is a ZIP file, but no Word document. Bring plain text, HTML, PDF or Word (.docx), or paste the words.");

    private static UnreadableTextException TooLarge() => new("Unpacked, this file is larger than any article. Paste the words instead.");

    private static string? Line(string? raw) => ReadableText.OfBlocks([raw ?? ""]) is { Length: > 0 and <= 300 } line ? line : null;
}

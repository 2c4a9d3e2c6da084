using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Stance.Data.Texts;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Stance.Data.Tests.Texts;

public sealed class TextImportTests
{
    // Made when asked for: the runner would write out whatever a case is given.
    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Words)> UnreadableTexts = new()
    {
        ["nothing"] = (() => [], "There is nothing in it."),
        ["spaces"] = (() => "  \n "u8.ToArray(), "It holds no words."),
        ["too large"] = (() => new byte[TextImport.MostBytes + 1], "It is larger than 10 MB."),
        ["too long"] = (() => Encoding.ASCII.GetBytes(new string('x', TextImport.MostCharacters + 1)), "It has more than 500,000 characters."),
        ["a program"] = (() => [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1], "This is no text file."),
        ["undeclared"] = (() => CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Russian), "Its letters are not stored as UTF-8"),
        ["made up"] = (() => "<html><meta charset=klingon-8>"u8.ToArray(), "which is not known here."),
        ["utf-7"] = (() => "<html><meta charset=utf-7>+ADw-script+AD4-"u8.ToArray(), "which is not known here."),
        ["nested"] = (() => Encoding.ASCII.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 50_000))), "nested too deeply"),
        ["nested inline"] = (() => Encoding.ASCII.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<b>", 50_000))), "nested too deeply"),
        ["pictures"] = (() => Pdf(""), "holds pictures of pages and no words."),
        ["broken pdf"] = (() => "%PDF-1.7\nnothing"u8.ToArray(), "This PDF is damaged"),
        ["locked pdf"] = (() => LockedPdf(), "This PDF is locked with a password."),
        ["locked word"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "locked with a password or older than 2007."),
        ["zip"] = (() => Zip(("a.txt", 10)), "no Word document."),
        ["bomb"] = (() => Zip(("[Content_Types].xml", 10), ("word/document.xml", 80 * 1024 * 1024)), "larger than any article."),
        ["many"] = (() => Zip([("word/document.xml", 1), .. Enumerable.Range(0, 2100).Select(i => ($"{i}", 1))]), "larger than any article."),
        ["broken word"] = (() => Zip(("[Content_Types].xml", 10), ("word/document.xml", 10)), "This Word document is damaged"),
        ["cut word"] = (() => "PK\u0003\u0004cut"u8.ToArray(), "This Word document is damaged"),
    };

    private const string Russian = "Казахстан отправил помощь.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read__pasted_words__blocks_and_the_hash_of_the_bytes()
    {
        var incoming = TextImport.Pasted("A headline\r\n\r\nThe first paragraph.");

        var read = await TextImport.ReadAsync(incoming, Cancel);

        Assert.Equal(("pasted", "A headline\n\nThe first paragraph."), (read.Kind, read.Text));
        Assert.Equal(SHA256.HashData(incoming.Bytes), read.Sha256);
    }

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("koi8-r", "koi8-r")]
    public async Task Read__an_encoding_marked_or_declared__the_same_words(string encoding, string? declared)
    {
        var chosen = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);

        var read = await TextImport.ReadAsync(new IncomingText([.. chosen.GetPreamble(), .. chosen.GetBytes(Russian)], "text.txt", declared), Cancel);

        Assert.Equal(("plain", Russian), (read.Kind, read.Text));
    }

    [Fact]
    public async Task Read__a_page__its_article_without_scripts_menus_and_what_is_hidden()
    {
        const string page = """
            <!doctype html><html lang="ru"><head><meta charset="windows-1251"><meta property="og:title" content="A title"><meta name="author" content="An author">
            <meta property="article:published_time" content="2022-07-24T10:00:00Z"><style>p { color: red }</style></head><body><nav>Menu</nav>
            <article><h1>A title</h1><p>Казахстан <b>отправил</b> помощь.<script>alert(1)</script><p hidden>hidden</p><p style="display: none">gone</p>
            <ul><li>one</li><li>two</li></ul><figure><img src=x onerror=alert(1)><figcaption>Photo: somebody</figcaption></figure></article><footer>Imprint</footer></body></html>
            """;

        var read = await TextImport.ReadAsync(new IncomingText(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(page), "page.html"), Cancel);

        Assert.Equal("A title\n\nКазахстан отправил помощь.\n\none\n\ntwo\n\nPhoto: somebody", read.Text);
        Assert.Equal(("html", "A title", "An author", new DateOnly(2022, 7, 24), "ru"), (read.Kind, read.Title, read.Author, read.PublishedOn, read.Language));
    }

    [Fact]
    public async Task Read__a_pdf__its_words_page_by_page()
    {
        var read = await TextImport.ReadAsync(new IncomingText(Pdf("The first page.", "The second page."), "article.pdf"), Cancel);

        Assert.Equal(("pdf", "The first page.\n\nThe second page."), (read.Kind, read.Text));
    }

    [Fact]
    public async Task Read__a_word_document__its_paragraphs_without_what_was_deleted()
    {
        var read = await TextImport.ReadAsync(new IncomingText(Docx(
            new Paragraph(new Run(new Text("A headline"))),
            new Paragraph(new Run(new Text("Kept") { Space = SpaceProcessingModeValues.Preserve }), new DeletedRun(new Run(new DeletedText("deleted"))), new Run(new TabChar(), new Text("words.")))), "article.docx"), Cancel);

        Assert.Equal(("docx", "A headline\n\nKept words."), (read.Kind, read.Text));
    }

    public static TheoryData<string> Unreadable() => [.. UnreadableTexts.Keys];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Read__what_gives_no_text__says_what_to_do(string what)
    {
        var (bytes, words) = UnreadableTexts[what];

        var fault = await Assert.ThrowsAsync<UnreadableTextException>(() => TextImport.ReadAsync(new IncomingText(bytes(), what), Cancel));

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Pdf(params string[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var words in pages)
        {
            var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            if (words.Length > 0)
                page.AddText(words, 12, new PdfPoint(50, 700), font);
        }
        return builder.Build();
    }

    /// <summary>A file that asks for a password before anything of it can be read (PDF 1.7, 7.6.3; the keys are no real ones).</summary>
    private static byte[] LockedPdf()
    {
        var key = string.Concat(Enumerable.Repeat("A1", 32));
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var body in new[] { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", $"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{key}> /U <{key}> >>" })
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }
        var start = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<{key[..32]}> <{key[..32]}>] >>\nstartxref\n{start}\n%%EOF");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] Docx(params Paragraph[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs));
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, int Length)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(new byte[length]);
            }
        }
        return stream.ToArray();
    }
}

using System.IO.Compression;
using System.Text;
using Stance.Imports;
using Stance.Testing;

namespace Stance.Tests.Imports;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("a,b\n1,\"x, \"\"y\"\"\nz\"\n", "1|x, \"y\"\nz")]
    [InlineData("a;b\r\n1;2\r\n", "1|2")]
    [InlineData("a\tb\n1\t2", "1|2")]
    [InlineData("\uFEFFa,b\n\n1,2\n,\n", "1|2")]
    public void Rows__separated_text__read_as_meant(string text, string cells)
    {
        using var file = ImportBook.File(text);

        Assert.Equal(["a", "b"], TableFile.Headers(file, ImportLimits.Usual));
        Assert.Equal(cells, string.Join('|', Assert.Single(TableFile.Rows(file, ImportLimits.Usual)).Cells));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Rows__in_utf_16__read_with_and_without_its_mark(bool bigEndian, bool marked)
    {
        var encoding = new UnicodeEncoding(bigEndian, marked);
        using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("name,b\nҚазақстан,2\n")]);

        Assert.Equal("Қазақстан", Assert.Single(TableFile.Rows(file, ImportLimits.Usual)).Cells[0]);
    }

    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "empty" },
        { "a,a\n1,2\n"u8.ToArray(), "Two columns" },
        { "a,,b\n1,2,3\n"u8.ToArray(), "no header" },
        { "a,b\n1,2,3\n"u8.ToArray(), "3 cells" },
        { "a,b\n1,\"2\n3,4\n"u8.ToArray(), "row 2 is not closed" },
        { "a,b\n1,\"2\"x\n"u8.ToArray(), "follows a closing" },
        { "a,b\n1,\u0000\n"u8.ToArray(), "value zero" },
        { [.. "a,b\n1,caf"u8, 0xE9, .. "\n"u8], "not in UTF-8" },
        { [0xFF, 0xFE, 0, 0, 65, 0, 0, 0], "UTF-32" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "old kind" },
        { "PK\u0003\u0004 and no more"u8.ToArray(), "damaged" },
        { Encoding.ASCII.GetBytes("a\n" + string.Join(',', Enumerable.Repeat("x", 400))), "300 cells" },
        { Encoding.ASCII.GetBytes("a\n" + new string('x', 500_000)), "longer than" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Rows__a_file_that_cannot_be_meant__refused_in_words(byte[] bytes, string words)
    {
        using var file = new MemoryStream(bytes);

        var refusal = Assert.Throws<ImportFileException>(() => TableFile.Rows(file, ImportLimits.Usual).Count());
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows__a_workbook__texts_numbers_days_and_gaps()
    {
        using var file = TestWorkbook.Of(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="str"><v>n</v></c><c r="D1" t="str"><v>day</v></c></row>"""
            + """<row r="4"><c r="A4" t="s"><v>1</v></c><c r="C4"><v>0.30000000000000004</v></c><c r="D4" s="1"><v>44634</v></c></row>""");

        Assert.Equal(["name", "rich", "n", "day"], TableFile.Headers(file, ImportLimits.Usual));
        var row = Assert.Single(TableFile.Rows(file, ImportLimits.Usual));
        Assert.Equal((4, "two runs||0.30000000000000004|2022-03-14"), (row.Number, string.Join('|', row.Cells)));
    }

    [Theory]
    [InlineData("""<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>""", "300 cells|damaged")]
    [InlineData("""<row r="9999999"><c r="A1"><v>1</v></c></row>""", "damaged")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c></row><row r="3"/><row r="2"/>""", "damaged")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>77</v></c></row>""", "damaged")]
    [InlineData("""<row r="1"><c r="A1"><v>NaN</v></c></row>""", "damaged")]
    [InlineData("<row r=\"1\">", "damaged")]
    public void Rows__a_workbook_that_lies__refused_in_words(string rows, string words)
    {
        using var file = TestWorkbook.Of(rows);

        var refusal = Assert.Throws<ImportFileException>(() => TableFile.Rows(file, ImportLimits.Usual).Count());
        Assert.Contains(words.Split('|'), w => refusal.Message.Contains(w, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows__a_workbook_with_entities__refused()
    {
        using var file = TestWorkbook.Of("", """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>""");

        Assert.Throws<ImportFileException>(() => TableFile.Rows(file, ImportLimits.Usual).Count());
    }

    [Fact]
    public void Rows__a_small_file_that_unpacks_to_much__refused_before_it_is_unpacked()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
                entry.Write(zeros);
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var refusal = Assert.Throws<ImportFileException>(() => TableFile.Headers(file, ImportLimits.Usual));
        Assert.Contains("far larger", refusal.Message, StringComparison.Ordinal);
        Assert.True(watch.ElapsedMilliseconds < 200);
    }

    [Fact]
    public void Rows__a_package_of_very_many_entries__refused()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 600; i++)
                zip.CreateEntry($"e{i}");
        }

        Assert.Throws<ImportFileException>(() => TableFile.Headers(file, ImportLimits.Usual));
    }
}

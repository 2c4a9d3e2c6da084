using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Stance.Imports;

/// <summary>
/// Reads the first sheet of a workbook as it streams. Written here and not taken from a library because a file is an opponent: what a cell
/// reference or a dimension claims must never decide how much is allocated.
/// </summary>
internal static class XlsxRows
{
    public static IEnumerable<ImportRow> Read(Stream file, ImportLimits limits)
    {
        using var package = Open(file, limits);
        foreach (var row in package.Rows())
            yield return row;
    }

    private static XlsxPackage Open(Stream file, ImportLimits limits) => XlsxPackage.Guard(() => new XlsxPackage(file, limits));
}

/// <summary>The parts of a workbook that hold its values.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Broken = "This workbook is damaged. Open it, save it anew as .xlsx, or save it as CSV.";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 0,
    };

    private readonly ImportLimits limits;
    private readonly ZipArchive zip;
    private readonly string sheet;
    private readonly List<string> texts;
    private readonly HashSet<int> dateStyles;
    private readonly bool from1904;
    private long unpacked;

    public XlsxPackage(Stream file, ImportLimits limits)
    {
        this.limits = limits;
        zip = XlsxZip.Open(file, limits);
        (sheet, from1904) = Sheet();
        texts = Texts();
        dateStyles = DateStyles();
    }

    /// <summary>Whatever a damaged package makes the parsers say becomes one sentence.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException or FormatException or OverflowException
            or ArgumentException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ImportFileException(Broken, fault);
        }
    }

    public IEnumerable<ImportRow> Rows()
    {
        using var xml = Guard(() => Part(sheet) ?? throw new InvalidDataException());
        var number = 0;
        while (Guard(() => NextRow(xml, number)) is { } row)
        {
            number = row.Number;
            yield return row;
        }
    }

    public void Dispose() => zip.Dispose();

    private XmlReader? Part(string path) => zip.GetEntry(path) is { } entry
        ? XmlReader.Create(new BoundedStream(entry.Open(), entry.Length, Count), Xml)
        : null;

    private void Count(int bytes)
    {
        unpacked += bytes;
        if (unpacked > limits.UnpackedBytes)
            throw new ImportFileException("Unpacked, this workbook is too large. Save it as CSV.");
    }

    private (string Path, bool From1904) Sheet()
    {
        var (id, is1904) = ("", false);
        using (var book = Part("xl/workbook.xml") ?? throw new InvalidDataException())
        {
            while (id.Length == 0 && book.Read())
            {
                if (book.NodeType != XmlNodeType.Element)
                    continue;
                if (book.LocalName == "workbookPr")
                    is1904 = book.GetAttribute("date1904") is "1" or "true";
                else if (book.LocalName == "sheet")
                    id = Attribute(book, "id") ?? "";
            }
        }
        using var relations = Part("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException();
        while (relations.Read())
        {
            if (relations.NodeType == XmlNodeType.Element && relations.LocalName == "Relationship" && relations.GetAttribute("Id") == id
                && relations.GetAttribute("TargetMode") != "External" && relations.GetAttribute("Target") is { } target)
                return (target.StartsWith('/') ? target[1..] : "xl/" + target, is1904);
        }
        throw new InvalidDataException();
    }

    private static string? Attribute(XmlReader xml, string localName)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName != localName || xml.NamespaceURI.Length == 0)
                continue;
            var value = xml.Value;
            xml.MoveToElement();
            return value;
        }
        xml.MoveToElement();
        return null;
    }

    private List<string> Texts()
    {
        var found = new List<string>();
        var characters = 0L;
        using var xml = Part("xl/sharedStrings.xml");
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            var text = TextOf(xml, "si");
            characters += text.Length;
            if (found.Count == limits.SharedTexts || characters > limits.SharedTextCharacters)
                throw new ImportFileException("This workbook holds too many different texts. Save it as CSV.");
            found.Add(text);
        }
        return found;
    }

    /// <summary>The text of an item without its phonetic reading, which repeats it.</summary>
    private string TextOf(XmlReader xml, string item)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (depth, phonetic, isText) = (xml.Depth, false, false);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth && xml.LocalName == item))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                phonetic |= xml.LocalName == "rPh" && !xml.IsEmptyElement;
                isText = xml.LocalName == "t" && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                phonetic &= xml.LocalName != "rPh";
                isText = false;
            }
            else if (isText && !phonetic && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Append(text, xml.Value);
            }
        }
        return text.ToString();
    }

    private void Append(StringBuilder text, string more)
    {
        if (text.Length + more.Length > limits.CellCharacters)
            throw new ImportFileException(TableFile.Say($"A cell is longer than {limits.CellCharacters:#,0} characters."));
        text.Append(more);
    }

    private HashSet<int> DateStyles()
    {
        var (formats, styles, inCells, index) = (new Dictionary<string, bool>(), new HashSet<int>(), false, 0);
        using var xml = Part("xl/styles.xml");
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && formats.Count < 10_000)
                formats[xml.GetAttribute("numFmtId") ?? ""] = SheetDates.IsDateFormat(xml.GetAttribute("formatCode") ?? "");
            else if (inCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && index < 100_000)
            {
                var format = xml.GetAttribute("numFmtId") ?? "";
                if (formats.TryGetValue(format, out var isDate) ? isDate : SheetDates.IsDateNumber(format))
                    styles.Add(index);
                index++;
            }
        }
        return styles;
    }

    private ImportRow? NextRow(XmlReader xml, int before)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row" || xml.NamespaceURI is not (Main or Strict))
                continue;
            var number = xml.GetAttribute("r") is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : before + 1;
            if (number <= before || number > 1_048_576)
                throw new InvalidDataException();
            return new ImportRow(number, xml.IsEmptyElement ? [] : CellsOf(xml, number));
        }
        return null;
    }

    private List<string> CellsOf(XmlReader xml, int number)
    {
        var (cells, depth, characters) = (new List<string>(), xml.Depth, 0);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            var column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : cells.Count;
            if (column >= limits.Columns)
                throw new ImportFileException(TableFile.Say($"Row {number} has more than {limits.Columns} cells."));
            if (column < cells.Count)
                throw new InvalidDataException();
            var text = ValueOf(xml);
            characters += text.Length;
            if (characters > limits.RowCharacters)
                throw new ImportFileException(TableFile.Say($"Row {number} is longer than {limits.RowCharacters:#,0} characters."));
            while (cells.Count < column)
                cells.Add("");
            cells.Add(text);
        }
        return cells;
    }

    private string ValueOf(XmlReader xml)
    {
        var kind = xml.GetAttribute("t") ?? "n";
        var style = xml.GetAttribute("s") is { } s && int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        if (xml.IsEmptyElement)
            return "";
        var (value, depth) = (new StringBuilder(), xml.Depth);
        var isValue = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
                Append(value, TextOf(xml, "is"));
            else if (xml.NodeType == XmlNodeType.Element)
                isValue = xml.LocalName == "v" && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement)
                isValue = false;
            else if (isValue && xml.HasValue)
                Append(value, xml.Value);
        }
        var text = value.ToString();
        return kind switch
        {
            "s" => texts[int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)],
            "b" => text == "1" ? "yes" : "no",
            "n" when text.Length > 0 => SheetDates.Print(text, dateStyles.Contains(style), from1904),
            "d" => text.EndsWith("T00:00:00", StringComparison.Ordinal) ? text[..^9] : text,
            _ => text,
        };
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = checked((column * 26) + (c - 'A' + 1));
        }
        return column > 0 ? column - 1 : throw new InvalidDataException();
    }
}

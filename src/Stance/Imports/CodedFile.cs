using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stance.Countries;

namespace Stance.Imports;

/// <summary>What came of a coded file's rows.</summary>
public sealed class CodedTally
{
    public int Read { get; set; }

    /// <summary>Rows that name no country of the register as the one that acts.</summary>
    public int NoCountry { get; set; }

    /// <summary>Rows whose code no kind of the codebook is mapped to.</summary>
    public int NoKind { get; set; }

    /// <summary>Rows with a date, code or id that cannot be read.</summary>
    public int Unreadable { get; set; }
}

/// <summary>
/// Reads files of machine-coded events: GDELT 1.0 (57 or 58 columns) and 2.0 (61 columns) without headers, ICEWS with its own,
/// and any table whose headers name actor, date and a CAMEO or PLOVER code.
/// </summary>
public static class CodedFile
{
    private const int Gdelt1 = 57;
    private const int Gdelt2 = 61;

    // CAMEO keeps codes that ISO 3166 gave up.
    private static readonly Dictionary<string, string> CameoCodes = new() { ["ROM"] = "ROU", ["TMP"] = "TLS", ["ZAR"] = "COD", ["BUR"] = "MMR" };

    /// <summary>What kind of coded file this is; null when it is none.</summary>
    public static string? FormatOf(Stream file, ImportLimits limits)
    {
        var first = TabRows.Read(file, limits).FirstOrDefault();
        if (first is null)
            return null;
        if (IsGdelt(first.Cells))
            return "gdelt";
        return first.Cells.Contains("Event ID") && first.Cells.Contains("CAMEO Code") ? "icews"
            : ColumnsOf(TableFile.Headers(file, limits)) is not null ? "coded" : null;
    }

    /// <exception cref="ImportFileException">The file cannot be read, or is of another kind.</exception>
    public static IEnumerable<CodedAct> Read(
        Stream file, ImportLimits limits, IReadOnlyDictionary<CountryCode, Country> countries, CodeMap kinds, CodedTally tally)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(tally);
        var names = new CountryNames(countries);
        var rows = FormatOf(file, limits) switch
        {
            "gdelt" => TabRows.Read(file, limits).Select(row => Gdelt(row, countries, tally)),
            "icews" => Icews(file, limits, names, tally),
            "coded" => Coded(file, limits, names, tally),
            _ => throw new ImportFileException("This is no file of coded events: GDELT without headers, ICEWS, or a table with headers for actor, date and a CAMEO or PLOVER code."),
        };
        foreach (var act in rows)
        {
            if (++tally.Read > limits.Rows)
                throw new ImportFileException(TableFile.Say($"The file has more than {limits.Rows:#,0} rows. Send it in parts."));
            if (act is null)
                continue;
            if (kinds.Find(act.Scheme, act.Code).Count > 0)
                yield return act;
            else
                tally.NoKind++;
        }
    }

    private static bool IsGdelt(IReadOnlyList<string> cells) => cells.Count is Gdelt1 or Gdelt1 + 1 or Gdelt2
        && cells[0].Length > 0 && cells[0].All(char.IsAsciiDigit) && cells[1].Length == 8 && cells[1].All(char.IsAsciiDigit);

    private static CodedAct? Gdelt(ImportRow row, IReadOnlyDictionary<CountryCode, Country> countries, CodedTally tally)
    {
        var cells = row.Cells;
        if (!IsGdelt(cells) || !DateOnly.TryParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !IsCameo(cells[26]))
        {
            tally.Unreadable++;
            return null;
        }
        if (OfCameo(cells[7], countries) is not { } actor)
        {
            tally.NoCountry++;
            return null;
        }
        var recipient = OfCameo(cells[17], countries);
        var url = cells.Count > Gdelt1 ? WebAddress(cells[^1]) : null;
        return new CodedAct(
            row.Number, "gdelt", cells[0], cells[0], actor, recipient == actor ? null : recipient, day, url, url is null ? null : new Uri(url).Host, "CAMEO", cells[26],
            Goldstein(cells[30]), Line($"{cells[6]} → {(cells[16].Length > 0 ? cells[16] : "nobody named")}"));
    }

    private static IEnumerable<CodedAct?> Icews(Stream file, ImportLimits limits, CountryNames names, CodedTally tally)
    {
        Dictionary<string, int>? places = null;
        foreach (var row in TabRows.Read(file, limits))
        {
            if (places is null)
            {
                places = row.Cells.Select((h, i) => (h, i)).GroupBy(c => c.h).ToDictionary(g => g.Key, g => g.First().i);
                continue;
            }
            var columns = places;
            string Cell(string header) => columns.TryGetValue(header, out var i) && i < row.Cells.Count && row.Cells[i] is { } cell and not "NA" ? cell.Trim() : "";
            var (id, code) = (Cell("Event ID"), Cell("CAMEO Code"));
            if (id.Length is 0 or > 100 || !IsCameo(code) || !DateOnly.TryParseExact(Cell("Event Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                tally.Unreadable++;
                yield return null;
                continue;
            }
            if (Only(names, Cell("Source Country")) is not { } actor)
            {
                tally.NoCountry++;
                yield return null;
                continue;
            }
            var recipient = Only(names, Cell("Target Country"));
            // Its ids are not unique, so the record itself says what is the same.
            var identity = Fingerprint(Cell("Event Date"), Cell("Source Name"), Cell("Target Name"), code, Cell("Story ID"), Cell("Sentence Number"));
            yield return new CodedAct(
                row.Number, "icews", id, identity, actor, recipient == actor ? null : recipient, day, null, Line(Cell("Publisher")), "CAMEO", code,
                Goldstein(Cell("Intensity")), Line($"{Cell("Event Text")}: {Cell("Source Name")} → {Cell("Target Name")}"));
        }
    }

    private sealed record Columns(int Actor, int Day, int Code, bool IsPlover, int? Mode, int? Id, int? Recipient, int? Url, int? Publisher, int? Text);

    private static Columns? ColumnsOf(IReadOnlyList<string> headers)
    {
        var plain = headers.Select(CountrySearch.Plain).ToList();
        int? Place(params string[] names) => names.Select(n => plain.IndexOf(n)).Where(i => i >= 0).Select(i => (int?)i).FirstOrDefault();
        var cameo = Place("cameo code", "cameo", "eventcode", "event code");
        var plover = Place("plover", "plover event", "plover code", "event type");
        return Place("actor", "actor country", "source country", "actor code", "from country") is { } actor && Place("event date", "date", "day") is { } day && (cameo ?? plover) is { } code
            && (cameo is not null || Place("event mode", "mode", "plover mode", "plover event", "plover", "plover code") is not null)
            ? new Columns(
                actor, day, code, cameo is null, Place("event mode", "mode", "plover mode"), Place("event id", "id", "globaleventid", "row id"),
                Place("recipient", "recipient country", "target country", "recipient code", "to country"), Place("source url", "url", "sourceurl", "link"),
                Place("publisher", "source"), Place("event text", "text", "headline", "title"))
            : null;
    }

    private static IEnumerable<CodedAct?> Coded(Stream file, ImportLimits limits, CountryNames names, CodedTally tally)
    {
        var columns = ColumnsOf(TableFile.Headers(file, limits))!;
        foreach (var row in TableFile.Rows(file, limits))
        {
            string Cell(int? place) => place is { } i && i < row.Cells.Count ? row.Cells[i].Trim() : "";
            var code = columns.IsPlover ? $"{Cell(columns.Code).ToUpperInvariant()} {Cell(columns.Mode).ToLowerInvariant()}".Trim() : Cell(columns.Code);
            if ((columns.IsPlover ? code.Length is 0 or > 100 : !IsCameo(code)) || CellText.Date(Cell(columns.Day)) is not { Length: 10 } iso)
            {
                tally.Unreadable++;
                yield return null;
                continue;
            }
            if (Only(names, Cell(columns.Actor)) is not { } actor)
            {
                tally.NoCountry++;
                yield return null;
                continue;
            }
            var recipient = Only(names, Cell(columns.Recipient));
            var fingerprint = Fingerprint(iso, actor.Value, recipient?.Value ?? "", code, Cell(columns.Url), Cell(columns.Text));
            yield return new CodedAct(
                row.Number, "coded", Cell(columns.Id) is { Length: > 0 and <= 100 } id ? id : fingerprint, fingerprint, actor, recipient == actor ? null : recipient,
                DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture), WebAddress(Cell(columns.Url)), Line(Cell(columns.Publisher)),
                columns.IsPlover ? "PLOVER" : "CAMEO", code, null, Line(Cell(columns.Text)));
        }
    }

    private static CountryCode? OfCameo(string text, IReadOnlyDictionary<CountryCode, Country> countries) =>
        CountryCode.TryParse(CameoCodes.GetValueOrDefault(text, text), out var code) && countries.ContainsKey(code) ? code : null;

    private static CountryCode? Only(CountryNames names, string text) => text.Length > 0 && names.Find(text) is [var only] ? only.Code : null;

    private static bool IsCameo(string code) => code.Length is >= 2 and <= 4 && code.All(char.IsAsciiDigit);

    private static double? Goldstein(string text) => CellText.Number(text) is { } value and >= -10 and <= 10 ? value : null;

    private static string? WebAddress(string text) =>
        text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? text : null;

    /// <summary>One line without what no text may hold.</summary>
    private static string Line(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length >= 300)
                break;
            if (Wording.PlainText.FirstRefused(rune.ToString(), lines: false) is null)
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    private static string Fingerprint(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))).AsSpan(0, 16));
}

using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Imports;

namespace Stance.Tests.Imports;

/// <summary>A small register, and files made up for tests.</summary>
internal static class ImportBook
{
    public static readonly DateOnly Today = new(2026, 1, 15);

    public static readonly Register Book = new(
        new[]
        {
            new Country(new CountryCode("KAZ"), "Kazakhstan", "the Republic of Kazakhstan", null, null, ["KZ", "705", "Qazaqstan"]),
            new Country(new CountryCode("UKR"), "Ukraine", "Ukraine", null, null, ["UA", "UP"]),
            new Country(new CountryCode("AUS"), "Australia", "Australia", null, null, ["AU", "AS"]),
            new Country(new CountryCode("AUT"), "Austria", "the Republic of Austria", null, null, ["AT", "AU"]),
        }.ToDictionary(c => c.Code),
        new Dictionary<string, Bloc>(),
        new Dictionary<string, Axis>(),
        new TieBook([], [], []),
        new CodebookVersion("1.0", new DateOnly(2022, 1, 1), 4, 2,
        [
            new EventType("HUM-AIDF", "Aid shipment or flight", "Humanitarian", "x", "x",
                [new EventTypeVariant("default", "Relief sent", 5, 4, 6, 1, true, false)],
                [new("tonnes", "Tonnes", AttributeKind.Number, "t", 0, 100000), new("cargo", "Cargo", AttributeKind.Text), new("sent_on", "Date sent", AttributeKind.Date)],
                new CodeMapping("AID humanitarian", "exact"), new CodeMapping("073 (7.4)", "exact")),
            new EventType("DIP-UNV", "Roll-call vote", "Diplomatic", "x", "x",
                [new EventTypeVariant("yes", "Votes yes", 5, 5, 5, 1, false, false)], [],
                new CodeMapping("SUPPORT / REJECT", "near"), new CodeMapping("051 (3.4) / 120 (−4.0)", "exact")),
        ]),
        new[] { "wsj", "unga" }.ToDictionary(c => c, c => new ActCollection(1, c, c, "", "")),
        []);

    /// <summary>An act of several states on file.</summary>
    public static readonly Guid OnFile = new("01970000-0000-7000-8000-000000000001");

    public const string Headers = "Key,Actor,Target,Event type,Date,Title,Attributes.Tonnes,Intensity,Source,Reliability,Report title,Published,Passage,Credibility,Collections\n";

    public const string GoodRow = "a1,Kazakhstan,Ukraine,HUM-AIDF,2022-03-14,Relief,28.5,5,Paper,B,Report,2022-07-24,\"28 tons, sent\",2,wsj\n";

    public static MemoryStream File(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<CheckedRow> Read(string text, ImportMapping? chosen = null)
    {
        using var file = File(text);
        var headers = TableFile.Headers(file, ImportLimits.Usual);
        var mapping = ImportMapping.Of(headers, Book.Codebook).With(chosen);
        var reading = new RowReading(headers, mapping, Book, new Dictionary<string, (string, string)> { ["wire"] = ("Wire", "C") }, Today);
        TableFile.Rows(file, ImportLimits.Usual).ToList().ForEach(reading.Name);
        reading.Wholes.Settle([new KnownWhole(OnFile, null, "On file", true)], Guid.NewGuid);
        return [.. TableFile.Rows(file, ImportLimits.Usual).Select(reading.Read)];
    }
}

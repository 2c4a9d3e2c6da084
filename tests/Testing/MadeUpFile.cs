using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stance.Data.Imports;

namespace Stance.Testing;

/// <summary>Files of acts made up for tests: a number of rows, of which some are spoiled, one way after another.</summary>
public static class MadeUpFile
{
    public const int SpoiledEvery = 135;

    private const string Headers = "Key,Who acts,Toward whom,Kind of act,Date,Title,Attributes.tonnes,Attributes.cargo,Source,Reliability,Report title,Published on,Author,Passage,Translation,Highlight,Pointer,Credibility,Note,Collections";

    private static readonly string[] Actors = ["KAZ", "Uzbekistan", "BLR", "Poland", "TJK"];
    private static readonly string[] Recipients = ["UKR", "Russia", "USA", ""];
    private static readonly (string Column, string Rule)[] Spoiled =
        [("Date", "date"), ("Attributes.tonnes", "number"), ("Who acts", "unknown"), ("Title", "required"), ("Credibility", "required"), ("Reliability", "choice"), ("Passage", "required"), ("Collections", "unknown")];

    /// <summary>Which row, column and rule the spoiled rows of a file break.</summary>
    public static IEnumerable<(int Row, string Column, string Rule)> Faults(int rows) =>
        Enumerable.Range(0, rows).Where(IsSpoiled).Select((i, n) => (i + 2, Spoiled[n % Spoiled.Length].Column, Spoiled[n % Spoiled.Length].Rule));

    public static ReceivedFile Of(int rows, bool spoiled = false, Func<int, string>? title = null) => Received(Text(rows, spoiled, title));

    public static ReceivedFile Received(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ReceivedFile("made-up.csv", new MemoryStream(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public static string Text(int rows, bool spoiled = false, Func<int, string>? title = null)
    {
        var text = new StringBuilder(Headers).Append('\n');
        var faults = 0;
        for (var i = 0; i < rows; i++)
        {
            var aid = i % 2 == 0;
            var cells = new Dictionary<string, string>
            {
                ["Key"] = string.Create(CultureInfo.InvariantCulture, $"made-up-{i}"),
                ["Who acts"] = Actors[i % Actors.Length],
                ["Toward whom"] = Recipients[i % Recipients.Length],
                ["Kind of act"] = aid ? "HUM-AIDF" : "DIP-COND",
                ["Date"] = new DateOnly(2022, 1, 1).AddDays(i % 900).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["Title"] = title?.Invoke(i) ?? string.Create(CultureInfo.InvariantCulture, $"Made-up act number {i}"),
                ["Attributes.tonnes"] = aid ? string.Create(CultureInfo.InvariantCulture, $"{(i % 50) + 1}.5") : "",
                ["Attributes.cargo"] = aid ? "medicine" : "",
                ["Source"] = string.Create(CultureInfo.InvariantCulture, $"Made-up paper {i % 7}"),
                ["Reliability"] = "ABCDEFB"[i % 7].ToString(),
                ["Report title"] = string.Create(CultureInfo.InvariantCulture, $"Made-up report {i / 3}"),
                ["Published on"] = "14 July 2024",
                ["Author"] = i % 4 == 0 ? "" : "Somebody",
                ["Passage"] = string.Create(CultureInfo.InvariantCulture, $"\"As made up, act {i} was done.\""),
                ["Translation"] = i % 4 == 3 ? string.Create(CultureInfo.InvariantCulture, $"In English: number {i}") : "",
                ["Highlight"] = i % 3 == 0 ? "was done" : "",
                ["Pointer"] = "¶1",
                ["Credibility"] = string.Create(CultureInfo.InvariantCulture, $"{(i % 6) + 1}"),
                ["Note"] = i % 5 == 0 ? "Noted" : "",
                ["Collections"] = i % 2 == 0 ? "first" : "first; second",
            };
            if (spoiled && IsSpoiled(i))
            {
                var column = Spoiled[faults++ % Spoiled.Length].Column;
                cells[column] = column switch
                {
                    "Date" => "03/04/2022",
                    "Attributes.tonnes" => "\"1,5\"",
                    "Who acts" => "Atlantis",
                    "Credibility" => "9",
                    "Reliability" => "Q",
                    "Collections" => "third",
                    _ => "",
                };
                if (column == "Attributes.tonnes")
                    cells["Kind of act"] = "HUM-AIDF";
            }
            text.AppendJoin(',', cells.Values).Append('\n');
        }
        return text.ToString();
    }

    private static bool IsSpoiled(int i) => i % SpoiledEvery == 7;
}

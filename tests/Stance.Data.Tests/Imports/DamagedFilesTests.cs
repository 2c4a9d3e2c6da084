using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Stance.Data.Commands;
using Stance.Data.Imports;
using Stance.Imports;
using Stance.Testing;

namespace Stance.Data.Tests.Imports;

/// <summary>Files damaged at random, sent as they are and then without their refused rows: each goes in whole, or leaves nothing.</summary>
public sealed class DamagedFilesTests(PostgresFixture postgres)
{
    private const int Rows = 12;

    private static readonly int Files = Rounds.Of(60, 10_000);

    [Fact]
    public async Task A_damaged_file__goes_in_whole_or_leaves_nothing()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var random = new Random(20220724);
        var (plain, wide, sheet) = (Encoding.UTF8.GetBytes(MadeUpFile.Text(Rows)), Encoding.Unicode.GetBytes("\uFEFF" + MadeUpFile.Text(Rows)), Sheet());
        var (taken, refused) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var bytes = (i % 4) switch
            {
                0 => Damage.Of(wide, random),
                1 => TestWorkbook.Of(Encoding.UTF8.GetString(Damage.Of(sheet, random))).ToArray(),
                _ => Damage.Of(plain, random),
            };
            var file = new ReceivedFile("damaged", new MemoryStream(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            var first = await LoadAsync(desk, file, leaveOut: 0, i);
            var last = first is ImportStopped { Report: { RefusedRows: > 0 } report } && report.New + report.Changed > 0
                ? await LoadAsync(desk, file, report.RefusedRows, i)
                : first;
            (taken, refused) = last is ImportWritten ? (taken + 1, refused) : (taken, refused + 1);
        }
        Assert.True(taken > 0 && refused > 0);
    }

    /// <returns>Null: the file cannot be read.</returns>
    private static async Task<WriteOutcome?> LoadAsync(ImportDesk desk, ReceivedFile file, int leaveOut, int number)
    {
        var before = await desk.SizesAsync();
        WriteOutcome? outcome;
        try
        {
            outcome = await desk.LoadAsync(file, leaveOut);
        }
        catch (ImportFileException)
        {
            outcome = null;
        }
        catch (Exception unforeseen)
        {
            throw new InvalidOperationException($"Damaged file {number}", unforeseen);
        }
        var after = await desk.SizesAsync();
        if (outcome is ImportWritten written)
            Assert.Equal((written.New, written.New + written.Changed), (Grown(before, after, 0), Grown(before, after, 1)));
        else
            Assert.Equal(before, after);
        return outcome;
    }

    // Acts come first among the sizes, their versions second.
    private static int Grown(string before, string after, int table) => Size(after, table) - Size(before, table);

    private static int Size(string sizes, int table) => int.Parse(sizes.Split('|')[table], CultureInfo.InvariantCulture);

    /// <summary>The rows of a sheet with what the made-up file holds.</summary>
    private static byte[] Sheet()
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(MadeUpFile.Text(Rows)));
        IEnumerable<IReadOnlyList<string>> lines = [TableFile.Headers(text, ImportLimits.Usual), .. TableFile.Rows(text, ImportLimits.Usual).Select(r => r.Cells)];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select((cells, row) =>
            $"""<row r="{row + 1}">{string.Concat(cells.Select((cell, column) => $"""<c r="{(char)('A' + column)}{row + 1}" t="inlineStr"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"""))}</row>""")));
    }
}

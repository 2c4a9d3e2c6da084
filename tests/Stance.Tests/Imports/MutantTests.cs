using Stance.Imports;
using Stance.Testing;

namespace Stance.Tests.Imports;

/// <summary>
/// Files damaged at random: each is read or refused in words, quickly and in bounded memory.
/// </summary>
public sealed class MutantTests
{
    private static readonly int Mutants = Rounds.Of(150, 10_000);

    [Fact]
    public void Rows__of_damaged_files__are_read_or_refused()
    {
        var random = new Random(20220224);
        using var workbook = TestWorkbook.Of(string.Concat(Enumerable.Range(1, 40).Select(r =>
            $"""<row r="{r}">{string.Concat(Enumerable.Range(0, 12).Select(c => $"""<c r="{(char)('A' + c)}{r}" t="inlineStr"><is><t>{(r == 1 ? $"h{c}" : $"v{c}")}</t></is></c>"""))}</row>""")));
        using var gdelt = ImportBook.File(string.Join('\n', Enumerable.Range(0, 20).Select(i => string.Join('\t', Enumerable.Range(0, 61).Select(c => c switch { 0 => $"{i}", 1 => "20220314", 7 => "KAZ", 26 => "073", _ => "x" })))));
        byte[][] seeds =
        [
            System.Text.Encoding.UTF8.GetBytes(ImportBook.Headers + string.Concat(Enumerable.Repeat(ImportBook.GoodRow, 20))),
            System.Text.Encoding.Unicode.GetBytes("\uFEFF" + ImportBook.Headers + string.Concat(Enumerable.Repeat(ImportBook.GoodRow, 20))),
            workbook.ToArray(),
            gdelt.ToArray(),
        ];
        var (read, refused) = (0, 0);
        for (var i = 0; i < Mutants; i++)
        {
            var bytes = Damage.Of(seeds[i % seeds.Length], random);
            using var file = new MemoryStream(bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var headers = TableFile.Headers(file, ImportLimits.Usual);
                var reading = new RowReading(headers, ImportMapping.Of(headers, ImportBook.Book.Codebook), ImportBook.Book, new Dictionary<string, (string, string)>(), ImportBook.Today);
                foreach (var row in TableFile.Rows(file, ImportLimits.Usual))
                    reading.Read(row);
                read++;
            }
            catch (ImportFileException)
            {
                refused++;
            }
            try
            {
                _ = CodedFile.Read(file, ImportLimits.Usual, ImportBook.Book.Countries, new CodeMap(ImportBook.Book.Codebook), new CodedTally()).Count();
            }
            catch (ImportFileException)
            {
                refused++;
            }
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256L * 1024 * 1024, $"Mutant {i} took too much memory.");
        }
        Assert.True(read > 0 && refused > 0);
    }
}

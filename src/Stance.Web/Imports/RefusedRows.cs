using Stance.Imports;
using Stance.Web.Api;

namespace Stance.Web.Imports;

/// <summary>What is wrong with the rows of a file, as a file.</summary>
internal static class RefusedRows
{
    public const string FileName = "rows-to-mend.csv";

    private static readonly string[] Columns = ["Row", "Column", "Value", "Rule", "What to do"];

    public static byte[] Bytes(IEnumerable<RowBreach> breaches) => Csv.Bytes(Columns, Rows(breaches));

    public static IResult File(IEnumerable<RowBreach> breaches) => Csv.File(FileName, Columns, Rows(breaches));

    private static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<RowBreach> breaches) =>
        breaches.Select(b => (IReadOnlyList<object?>)[b.Row, b.Column, b.Value, b.Rule, b.Message]);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stance.Acts;
using Stance.Events;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>A checked row with all that follows from it alone, so that it can be found on any core.</summary>
/// <param name="Key">A short print of the key, as <paramref name="Report"/> and <paramref name="Passage"/> are of what the row rests on.</param>
internal sealed record PreparedRow(CheckedRow Row, Guid Key, Guid Report, Guid Passage, byte[] Attributes, IReadOnlyList<AxisScore> Scores)
{
    public static PreparedRow Of(CheckedRow row, Register register)
    {
        if (row.Act is not { } act)
            return new(row, default, default, default, [], []);
        var (source, report, excerpt) = (act.Claims[0].Source!, act.Claims[0].Report!, act.Claims[0].Excerpt!);
        var reportPrint = Print(source.Name.ToLowerInvariant(), report.Title, report.Author, DateText.Iso(report.PublishedOn), report.Url, report.Language, report.OriginGroup);
        return new(
            row,
            Print(row.Key),
            reportPrint,
            Print(reportPrint.ToString(), excerpt.Passage, FormattableString.Invariant($"{excerpt.HighlightFrom} {excerpt.HighlightTo}"), excerpt.Pointer, excerpt.Translation),
            JsonSerializer.SerializeToUtf8Bytes(act.Attributes),
            act.IsScored ? ActScoring.Score(act.Facts, register.Axes.Values, register.Ties) : []);
    }

    /// <summary>Half a SHA-256 stands for the texts: two that differ are not met in practice.</summary>
    private static Guid Print(params string?[] parts) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts.Select(p => p ?? "\u001E")))).AsSpan(0, 16));
}

using System.Security.Cryptography;
using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Alignment;
using Stance.Data.Permalinks;
using Stance.Exports;
using Stance.ViewStates;
using Stance.Web.Alignment;
using Stance.Web.Api;

namespace Stance.Web.Permalinks;

/// <summary>
/// Remembers what a frozen view gave when it was handed out in a file or a citation, and compares: the same address must give
/// the same bytes of <c>alignment.csv</c> for ever.
/// </summary>
public sealed class PermalinkKeeper(AlignmentReader reader, PermalinkReader kept, PermalinkWriter writer, TimeProvider clock)
{
    /// <summary>Addresses one check looks at.</summary>
    public const int Sample = 50;

    /// <summary>SHA-256 of the numbers by day, as the file alignment.csv holds them.</summary>
    public static byte[] Fingerprint(AlignmentReport report) => SHA256.HashData(Csv.Bytes(AlignmentCsv.Columns, AlignmentCsv.Rows(report)));

    public Task KeepAsync(AlignmentReport report, CancellationToken cancel) =>
        writer.KeepAsync(ViewStateUrl.Print(ViewNotes.Frozen(report)), Fingerprint(report), cancel);

    /// <summary>Reads a sample again and writes down what it gave.</summary>
    /// <returns>How many were looked at, and the views that gave other numbers.</returns>
    public async Task<(int Checked, IReadOnlyList<string> Changed)> CheckAsync(CancellationToken cancel)
    {
        var found = (await kept.AnyAsync(Sample, cancel)).Select(link => (link, Found: Now(link.View))).ToList();
        await writer.KeepChecksAsync(found, cancel);
        return (found.Count, [.. found.Where(f => f.Found is null || !f.Found.AsSpan().SequenceEqual(f.link.Fingerprint)).Select(f => f.link.View)]);
    }

    /// <summary>Null when the view cannot be read any more.</summary>
    private byte[]? Now(string printed)
    {
        var (view, problems) = ViewStateUrl.Parse(ViewStateUrl.Pairs(printed), clock.GetUtcNow());
        if (problems.Count > 0)
            return null;
        try
        {
            return Fingerprint(reader.Read(view, Scope.Everything));
        }
        catch (ArgumentException)
        {
            // An axis that is not in the register any more.
            return null;
        }
    }
}

using Stance.Data.Commands;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>A file as it was received: its bytes on disk, its name as the sender calls it.</summary>
public sealed record ReceivedFile(string Name, Stream Content, string Sha256);

/// <summary>Write what a file holds.</summary>
/// <param name="LeaveOut">How many bad rows the curator has seen and leaves out; 0 = the file is taken whole or not at all.</param>
public sealed record LoadFile(string Sha256, ImportMapping Mapping, int LeaveOut = 0);

/// <summary>Take an import back.</summary>
/// <param name="LeaveEdited">Acts that were edited since stay as they are; otherwise they stop the undo.</param>
public sealed record UndoImport(Guid Id, string? Reason, bool LeaveEdited = false);

/// <summary>How far a file is: rows read from it, checked against the rules, and written.</summary>
public sealed record ImportProgress(int Read, int Checked, int Written, string Doing);

/// <summary>What a file would change, or why it cannot be taken.</summary>
/// <param name="RefusedRows">Rows with at least one breach; <paramref name="Breaches"/> names the first of them.</param>
public sealed record ImportReport(
    int Rows, int New, int Changed, int Unchanged, int RefusedRows, IReadOnlyList<RowBreach> Breaches,
    IReadOnlyList<RowDifference> Differences, IReadOnlyList<LikelyDuplicate> Duplicates, IReadOnlyList<AlikeRow> Alike)
{
    public bool ChangesSomething => New + Changed > 0;
}

/// <summary>A field in which a row differs from the act on file.</summary>
public sealed record RowDifference(int Row, string Act, string Field, string Old, string New);

/// <summary>An act on file that a new row looks like.</summary>
public sealed record LikelyDuplicate(int Row, string Title, Guid Act, string ActTitle, DateOnly Day, string Country);

/// <summary>A new row that says what another row of the file says, the one before it by date.</summary>
public sealed record AlikeRow(int Row, string Title, int Earlier);

/// <summary>The file is taken.</summary>
public sealed record ImportWritten(Guid Id, string File, int Rows, int New, int Changed, int Unchanged, int LeftOut) : Written
{
    public override string Subject => $"import:{Id}";

    public override object Details => new { File, Rows, New, Changed, Unchanged, LeftOut };
}

/// <summary>Nothing is written: rows break rules, or nothing in the file is new.</summary>
public sealed record ImportStopped(ImportReport Report) : WriteOutcome;

/// <summary>The import is taken back.</summary>
public sealed record ImportUndone(Guid Id, int Retracted, int Restored, int Left) : Written
{
    public override string Subject => $"import:{Id}";

    public override object Details => new { Retracted, Restored, Left };
}

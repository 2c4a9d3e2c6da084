namespace Stance.Imports;

/// <summary>How large a file may be; beyond that it is refused in words before it is read further.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Usual { get; } = new();

    public long FileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>A workbook is a packed file, so it may be smaller than text.</summary>
    public long WorkbookBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>All entries of a workbook unpacked.</summary>
    public long UnpackedBytes { get; init; } = 1024L * 1024 * 1024;

    public int WorkbookEntries { get; init; } = 500;

    /// <summary>How many times larger than packed an entry may be; sheets reach some 30.</summary>
    public int PackedRatio { get; init; } = 200;

    public int Columns { get; init; } = 300;

    public int Rows { get; init; } = 1_100_000;

    public int CellCharacters { get; init; } = 33_000;

    /// <summary>All characters of one row: what a reader must hold at once.</summary>
    public int RowCharacters { get; init; } = 400_000;

    /// <summary>Distinct texts of a workbook, which must be held while it is read.</summary>
    public int SharedTextCharacters { get; init; } = 32_000_000;

    public int SharedTexts { get; init; } = 1_500_000;

    /// <summary>From so many new acts on, the orders of the tables may be built anew instead of row by row; below it that takes longer.</summary>
    public int BulkActs { get; init; } = 20_000;
}

/// <summary>A file that cannot be read; the message says what is wrong and what to do, for whoever sent it.</summary>
public sealed class ImportFileException : Exception
{
    public ImportFileException(string message, Exception? because = null)
        : base(message, because)
    {
    }

    public ImportFileException()
        : this("This file cannot be read.")
    {
    }

    public ImportFileException(string message)
        : this(message, null)
    {
    }
}

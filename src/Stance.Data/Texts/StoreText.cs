using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Texts;

/// <summary>Put a report on file with its text.</summary>
/// <param name="Keeps">whole, passages or hash.</param>
/// <param name="Sha256">Of the bytes as they came, in hexadecimal digits.</param>
public sealed record StoreText(SourceDraft? Source, ReportDraft? Report, string? Keeps, string Text, string Sha256, string Kind, string? FileName = null)
{
    public static StoreText Of(SourceDraft? source, ReportDraft? report, string? keeps, ImportedText read, string? fileName)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new StoreText(source, report, keeps, read.Text, Convert.ToHexStringLower(read.Sha256), read.Kind, fileName);
    }
}

/// <summary>Put a newer text of a report in the place of the one on file, which stays readable in its history.</summary>
public sealed record ReplaceText(Guid Report, int Version, string Text, string Sha256, string Kind, string? FileName, string? Reason);

/// <summary>Code from a report on file whose words are not: the very text its hash was taken of, or the first text of a report without any.</summary>
public sealed record TakeUpText(Guid Report, string? Keeps, string Text, string Sha256, string Kind, string? FileName);

/// <summary>A report's text is on file.</summary>
public sealed record TextWritten(Guid Id, int Version) : Written
{
    public override string Subject => $"report:{Id}";

    public override object Details => new { Version };
}

/// <summary>Nothing is written: this very text is on file already.</summary>
/// <param name="HoldsWords">Whether its words, and not only their hash, are on file.</param>
public sealed record TextOnFile(Guid Id, string Title, string Source, DateOnly PublishedOn, bool HoldsWords) : WriteOutcome;

/// <summary>Nothing is written: somebody replaced the text since.</summary>
public sealed record TextConflict(int Version) : WriteOutcome;

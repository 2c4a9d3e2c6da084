using Stance.Data.Commands;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>What a machine coded, and the kinds of act it may stand for; never part of an index.</summary>
public sealed record Suggestion(
    Guid Id, string Format, string RowIds, string File, int Row, string Actor, string? Recipient, DateOnly Day, string? Url, string? Publisher,
    string Scheme, string Code, double? Goldstein, IReadOnlyList<KindProposal> Proposals, string Words);

/// <summary>Keep what a file of coded events suggests.</summary>
public sealed record SuggestFrom(string Sha256, string File);

/// <summary>What a curator makes of a suggestion: it is taken up, or dismissed with a reason.</summary>
/// <param name="Act">The act that came of it; null also where a second coder has it first.</param>
public sealed record DecideSuggestion(Guid Id, bool IsTaken, Guid? Act = null, string? Reason = null);

/// <summary>The file's rows are kept as suggestions.</summary>
public sealed record SuggestionsKept(string File, int Read, int New, int Known, int NoCountry, int NoKind, int Unreadable) : Written
{
    public override string Subject => $"suggestions:{File}";

    public override object Details => new { File, Read, New, Known, NoCountry, NoKind, Unreadable };
}

/// <summary>The suggestion is off the list.</summary>
public sealed record SuggestionDecided(Guid Id, string Decision, Guid? Act, string? Reason) : Written
{
    public override string Subject => $"suggestion:{Id}";

    public override object Details => new { Decision, Act, Reason };
}

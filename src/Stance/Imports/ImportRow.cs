using Stance.Events;

namespace Stance.Imports;

/// <summary>One row of a file; the number is the one a spreadsheet shows. A cell beyond its end is empty.</summary>
public sealed record ImportRow(int Number, IReadOnlyList<string> Cells);

/// <summary>What is wrong with one cell: where it stands, what it says, which rule, and what to do.</summary>
public sealed record RowBreach(int Row, string Column, string Field, string Value, string Rule, string Message);

/// <summary>A row read against the rules: an act, or what is wrong with it.</summary>
/// <param name="Key">The sender's own key; where he gives none, the content itself.</param>
/// <param name="Content">SHA-256 of what the row says.</param>
public sealed record CheckedRow(
    int Number, string Key, byte[] Content, StanceEventDraft Draft, StanceEvent? Act, IReadOnlyList<RowBreach> Breaches);

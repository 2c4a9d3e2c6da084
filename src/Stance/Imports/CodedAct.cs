using Stance.Countries;

namespace Stance.Imports;

/// <summary>What a machine coded from a news report: a hint where to look, never an act.</summary>
/// <param name="Format">gdelt, icews or coded.</param>
/// <param name="RowId">The file's own id of the row.</param>
/// <param name="Identity">What makes it the same suggestion when it is sent again; files give one record several ids, and several records one.</param>
/// <param name="Scheme">CAMEO or PLOVER.</param>
/// <param name="Goldstein">−10 … +10, as the file or its scheme has it.</param>
public sealed record CodedAct(
    int Row, string Format, string RowId, string Identity, CountryCode Actor, CountryCode? Recipient, DateOnly Day, string? Url, string? Publisher,
    string Scheme, string Code, double? Goldstein, string Text);

/// <summary>A kind of act a code may stand for, and how well it fits: exact or near.</summary>
public sealed record KindProposal(string Type, string Quality);

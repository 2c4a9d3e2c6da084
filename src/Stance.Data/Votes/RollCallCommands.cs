using System.Text.Json.Serialization;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Votes;

namespace Stance.Data.Votes;

/// <summary>Enter a roll call with all its votes.</summary>
public sealed record EnterRollCall(RollCallDraft Draft);

/// <summary>Change votes, words or the tally of a roll call, as known in version <paramref name="Version"/>.</summary>
public sealed record CorrectRollCall(Guid Id, int Version, RollCallCorrection Correction);

/// <summary>Propose the side a text favours on an axis; nothing counts yet. It replaces a proposal that waits.</summary>
/// <param name="Favoured">Null = it shall no longer be scored on this axis.</param>
public sealed record ProposeScoring(Guid Id, int Version, string? Axis, string? Favoured, string? Reason);

/// <summary>Publish or decline the proposal that waits on an axis.</summary>
/// <param name="Proposal">The one that was looked at; another is refused.</param>
/// <param name="Reason">Needed to decline.</param>
public sealed record DecideScoring(Guid Id, int Version, string Axis, Guid Proposal, bool Publishes, string? Reason = null);

/// <summary>A roll call was entered, corrected, or its scoring proposed or decided.</summary>
/// <param name="Version">That of the roll call; a scoring does not count it up.</param>
public sealed record RollCallWritten(Guid Id, int Version) : Written
{
    /// <summary>For the audit.</summary>
    [JsonIgnore]
    public object What { get; init; } = new { };

    public override string Subject => $"roll-call:{Id}";

    public override object Details => What;
}

/// <summary>Nothing is written: the roll call was corrected since the version the command was made on.</summary>
public sealed record RollCallConflict(StoredRollCall Current) : WriteOutcome;

/// <summary>A roll call on file in its newest version.</summary>
public sealed record StoredRollCall(Guid Id, int Version, RollCall RollCall);

/// <summary>A proposal that waits for somebody to publish or decline it.</summary>
internal sealed record WaitingProposal(Guid Id, string? Favoured)
{
    public CountryCode? Side => Favoured is null ? null : new CountryCode(Favoured);
}

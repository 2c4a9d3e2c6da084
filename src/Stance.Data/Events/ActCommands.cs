using Stance.Countries;
using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>An act is entered, corrected or taken back.</summary>
public sealed record ActWritten(Guid Id, CountryCode Country, int Version) : Written
{
    public override string Subject => $"act:{Id}";

    public override object Details => new { Version, country = Country.Value };
}

/// <summary>An act of several states is entered: the whole, and the act of each state.</summary>
public sealed record TogetherWritten(Guid Id, string Title, IReadOnlyList<ActWritten> Acts) : Written
{
    public override string Subject => $"together:{Id}";

    public override object Details => new { Title, acts = Acts.Count };

    public override IReadOnlyList<(string Subject, object Details)> Records =>
        [.. Acts.Select(a => (a.Subject, (object)new { a.Version, country = a.Country.Value, together = Id }))];
}

/// <summary>Nothing is written: the act changed since the version the command was made on.</summary>
public sealed record ActConflict(StoredEvent Current) : WriteOutcome;

/// <summary>The newest version of an act, as an editor needs it.</summary>
/// <param name="SupersededBy">The later stage of its commitment that counts in its place.</param>
public sealed record StoredEvent(
    Guid Id,
    CountryCode Country,
    int Version,
    DateTimeOffset KnownFrom,
    DateTimeOffset RecordedAt,
    string? ChangedBy,
    bool IsRetracted,
    string? Reason,
    StanceEventDraft Draft,
    IReadOnlyList<StoredClaim> Claims,
    Guid? SupersededBy = null);

/// <summary>A claim on file, as a draft of it.</summary>
public sealed record StoredClaim(Guid Id, bool IsPreferred, ClaimDraft Draft);

/// <summary>Enter an act.</summary>
/// <param name="KnownFrom">Only for archives: since when it has been known. Null = from now on.</param>
/// <param name="Id">Only for archives: the id it shall have.</param>
public sealed record CreateAct(StanceEventDraft Draft, DateTimeOffset? KnownFrom = null, Guid? Id = null);

/// <summary>Enter an act of several states: one act for each, parts of one whole that does not score.</summary>
public sealed record CreateTogether(StanceEventDraft Draft);

/// <summary>Correct an act: the draft replaces what version <paramref name="Version"/> says. Further claims left null stay as they are.</summary>
public sealed record EditAct(Guid Id, int Version, StanceEventDraft Draft, string? Reason = null);

/// <summary>Take an act back; its versions stay readable as of before.</summary>
public sealed record RetractAct(Guid Id, int Version, string? Reason);

/// <summary>Two acts are one: <paramref name="Kept"/> stays and takes over what the reports of <paramref name="Other"/> say; the other is taken back and leads to it.</summary>
public sealed record MergeActs(Guid Kept, int KeptVersion, Guid Other, int OtherVersion, string? Reason);

/// <summary>Nothing is taken back: these acts were edited since.</summary>
public sealed record UndoStopped(IReadOnlyList<EditedSince> Edited) : WriteOutcome;

/// <summary>An act of an import, or of a change of many, that somebody changed afterwards.</summary>
public sealed record EditedSince(Guid Act, string Country, string Title, string? ChangedBy);

using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>An act at the version somebody looked at.</summary>
public sealed record ActAtVersion(Guid Id, int Version);

/// <summary>Make one change in many acts, or in none.</summary>
public sealed record BulkEdit(IReadOnlyList<ActAtVersion> Acts, BulkChange Change, string? Reason);

/// <summary>What a change comes to in one act.</summary>
/// <param name="Changes">False where the act says so already; it gets no new version.</param>
/// <param name="After">The act with the change; null where it is refused or taken back.</param>
/// <param name="Breaches">The rules it would break; none = it can be made.</param>
public sealed record BulkRow(StoredEvent Current, bool Changes, StanceEvent? After, IReadOnlyList<RuleBreach> Breaches);

/// <summary>Many acts were changed by one command.</summary>
/// <param name="Unchanged">How many of those chosen said so already.</param>
public sealed record BulkWritten(Guid Id, BulkChange Change, string Reason, IReadOnlyList<ActWritten> Acts, int Unchanged) : Written
{
    public override string Subject => $"bulk:{Id}";

    public override object Details => new { field = Change.Field.ToString(), Change.Value, Reason, acts = Acts.Count };

    public override IReadOnlyList<(string Subject, object Details)> Records =>
        [.. Acts.Select(a => (a.Subject, (object)new { a.Version, country = a.Country.Value, bulk = Id }))];
}

/// <summary>Nothing is written: these acts changed since the versions the command was made on.</summary>
public sealed record BulkConflict(IReadOnlyList<StoredEvent> Moved) : WriteOutcome;

/// <summary>Nothing is written: the change breaks rules in these acts.</summary>
public sealed record BulkRefused(IReadOnlyList<BulkRow> Rows) : WriteOutcome;

/// <summary>Take a change of many acts back: each says again what it said before.</summary>
public sealed record TakeBackBulk(Guid Id, string? Reason);

/// <summary>A change of many acts is taken back.</summary>
/// <param name="Acts">The versions that stand now.</param>
public sealed record BulkTakenBack(Guid Id, string Reason, IReadOnlyList<ActWritten> Acts) : Written
{
    public override string Subject => $"bulk:{Id}";

    public override object Details => new { Reason, acts = Acts.Count };

    public override IReadOnlyList<(string Subject, object Details)> Records =>
        [.. Acts.Select(a => (a.Subject, (object)new { a.Version, country = a.Country.Value, bulk = Id }))];
}

/// <summary>A change of many acts on file.</summary>
/// <param name="Acts">How many it changed.</param>
/// <param name="UndoneAt">Null = it stands.</param>
public sealed record BulkOnFile(
    Guid Id, DateTimeOffset At, BulkChange Change, string Reason, string By, int Acts, DateTimeOffset? UndoneAt, string? UndoneBy, string? UndoneReason);

/// <summary>An act that a change of many changed.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="Newest">The version that stands now.</param>
public sealed record BulkAct(Guid Id, string Country, int Version, string Title, int Newest);

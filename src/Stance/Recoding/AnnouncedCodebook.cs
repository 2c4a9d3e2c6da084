namespace Stance.Recoding;

/// <summary>A codebook that comes into force by itself at a later instant, unless it is withdrawn before.</summary>
/// <param name="InForceFrom">00:00 UTC of a day.</param>
/// <param name="By">Who announced it, by id and by name; null = the machine's own console.</param>
public sealed record AnnouncedCodebook(Guid Id, DateTimeOffset InForceFrom, CodebookDraft Draft, Guid? By, string? ByName, DateTimeOffset At);

/// <summary>An announced codebook that could not come into force, and why.</summary>
public sealed record FailedAnnouncement(string Version, DateTimeOffset InForceFrom, string Problem);

namespace Stance.Web.Coding;

/// <summary>One thing that waits for a curator: what it is called, where it is gone on with, and one line about it.</summary>
public sealed record DeskItem(string Key, string Title, string Path, string Line);

/// <summary>What waits in one queue: how much of it, and the first few.</summary>
public sealed record DeskReport(int Count, IReadOnlyList<DeskItem> Items);

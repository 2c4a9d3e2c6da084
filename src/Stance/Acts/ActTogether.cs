namespace Stance.Acts;

/// <summary>An act of several states: what it is called as a whole, and the act of each state. Only those score.</summary>
/// <param name="EnteredBy">Null where no person did.</param>
/// <param name="Parts">The acts that stand as of the moment asked about.</param>
/// <param name="TakenBack">How many more were taken back by then.</param>
/// <param name="Earlier">What it was called before, the newest first.</param>
public sealed record ActTogether(
    Guid Id, string Title, string? Note, DateTimeOffset EnteredAt, string? EnteredBy, IReadOnlyList<ActPart> Parts, int TakenBack, IReadOnlyList<EarlierTitle> Earlier);

/// <summary>What an act of several states was called until a moment, and why no longer.</summary>
public sealed record EarlierTitle(string Title, DateTimeOffset Until, string? ChangedBy, string Reason);

/// <summary>The act of one of several states, and which version of it stands.</summary>
public sealed record ActPart(ActItem Act, int Version);

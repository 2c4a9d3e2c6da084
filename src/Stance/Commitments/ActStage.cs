namespace Stance.Commitments;

/// <summary>An act as a stage of a commitment.</summary>
/// <param name="Stage">How far the commitment had come with it: announced, enacted, delivered.</param>
/// <param name="Day">The day used in the sum.</param>
/// <param name="IsScored">Of one commitment at most one stage is.</param>
public sealed record ActStage(Guid Act, string Title, string? Stage, DateOnly Day, bool IsScored);

namespace Stance.Acts;

/// <summary>A word that no act in reach holds, and the written ones it was taken for; the nearest first.</summary>
public sealed record WordCorrection(string Typed, IReadOnlyList<string> Written);

namespace Stance.Web.Charts;

/// <summary>A country between two days.</summary>
public sealed record SlopeLine(string Name, double Start, double End, bool IsCertain);

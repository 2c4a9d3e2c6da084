namespace Stance.Web.Acts;

/// <summary>A number of a sum, the sign before it, and what it is.</summary>
public sealed record SumTerm(string? Sign, string Number, string Words, string? Tone = null);

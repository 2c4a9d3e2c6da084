namespace Stance.Variations;

/// <summary>What could be assumed of the acts in view.</summary>
/// <param name="Sources">The one most acts rest on alone first.</param>
/// <param name="Expecting">Acts whose score holds the expectation.</param>
public sealed record WhatIfChoices(IReadOnlyList<SourceShare> Sources, int Expecting);

/// <summary>A source of the acts in view.</summary>
/// <param name="Alone">Acts that no other source tells of: they go when it is left out.</param>
public sealed record SourceShare(Guid Id, string Name, int Acts, int Alone);

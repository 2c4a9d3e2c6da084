namespace Stance.Web.Charts;

/// <summary>One bar of numbers over time.</summary>
/// <param name="Height">Share of the full height, −1…1; null = not known.</param>
/// <param name="IsPartial">Some number of the bar is not known, so it is at least this high.</param>
public sealed record AmountBar(string When, double? Height, string Label, bool IsPartial, int NotKnown);

namespace Stance.Web.Events;

/// <summary>What a control needs to know of the field around it.</summary>
public sealed record EntryControl(string Id, string? DescribedBy, bool IsWrong);

namespace Stance.Web.Events;

/// <summary>What forms say at the fields of a source.</summary>
internal static class SourceFields
{
    public const string NewHint = "It counts as read from the beginning. If it is read only since some day, say so under Registers, Sources: lines mark that day.";
}

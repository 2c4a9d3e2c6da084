using Stance.Events;

namespace Stance.Registers;

/// <summary>What a source on file may be corrected to: the rules of a source put on file, and a reason.</summary>
public static class SourceRules
{
    public static (Source? Source, IReadOnlyList<RuleBreach> Breaches) Check(Guid id, string? name, string? reliability, string? url, string? reason)
    {
        var check = new RuleCheck();
        // Not null: a source on file whose name was emptied is asked for its name.
        var source = check.SourceOf("source", new SourceDraft(id, name ?? "", reliability, url));
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (source, []);
    }
}

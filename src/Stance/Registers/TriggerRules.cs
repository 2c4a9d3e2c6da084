using Stance.Events;

namespace Stance.Registers;

/// <summary>A mark for charts as somebody typed it; days as a file holds them.</summary>
public sealed record TriggerDraft(string? Title, string? From, string? To, string? Note);

/// <summary>A mark that keeps the rules: one day, or from a first to a last.</summary>
public sealed record TriggerText(string Title, DateOnly From, DateOnly? To, string? Note);

/// <summary>What a mark on charts must be.</summary>
public static class TriggerRules
{
    // Charts set it in one short line beside the day.
    public const int LongestTitle = 80;
    public const int LongestNote = 1000;

    public static (TriggerText? Text, IReadOnlyList<RuleBreach> Breaches) Check(TriggerDraft draft, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var check = new RuleCheck();
        var title = check.Line("title", draft.Title, LongestTitle, "a label", required: true);
        var from = check.PastDay("from", draft.From, today, required: true);
        var to = check.PastDay("to", draft.To, today, required: false);
        var note = check.Block("note", draft.Note, LongestNote, "the note");
        if (to <= from)
            check.Add("to", "order", "Enter a last day after the first, or leave it empty for one day.");
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (new TriggerText(title!, from!.Value, to, note), []);
    }
}

using Stance.Acts;
using Stance.Data.Coding;
using Stance.Wording;

namespace Stance.Web.Coding;

/// <summary>One step of an act's way to publication and after.</summary>
/// <param name="Who">By whom and when, or why the step was not taken.</param>
/// <param name="IsTaken">False for a step left out, or not taken so far.</param>
internal sealed record WorkflowStep(string Name, string Who, bool IsTaken, DateTimeOffset? At = null);

/// <summary>
/// The way of an act from draft to publication, read off its versions and its case of double coding. Only published acts have one: of a case that is
/// still open nothing is told here.
/// </summary>
internal static class WorkflowSteps
{
    /// <param name="namesCoders">Whether the reader may know who coded and who ruled.</param>
    public static IReadOnlyList<WorkflowStep> Of(ActDetail detail, CodingOfAct? coding, bool namesCoders)
    {
        ArgumentNullException.ThrowIfNull(detail);
        if (detail.Versions is not [var newest, ..])
            return [];
        var first = detail.Versions[^1];
        var by = first.ChangedBy is { } name ? $"by {name}" : "with the sample, or by a program";
        return
        [
            new("Draft", "seen by its coder alone; not kept", true),
            coding is null ? new("Coded", by, true, first.RecordedAt) : Taken("Coded", coding.FirstCoder, coding.FirstAt),
            coding is null ? new("Second-coded", "not chosen for it", false) : Taken("Second-coded", coding.SecondCoder, coding.SecondAt),
            coding is null ? new("Adjudicated", "coded once", false)
                : coding.RuledAt is { } ruled ? Taken("Adjudicated", coding.RuledBy, ruled)
                : new("Adjudicated", "not needed: both answers were alike", false),
            new("Published", detail.Versions.Count(v => v.State == "published") is > 1 and var count ? $"{NumberWords.InWords(count)} versions since" : coding is null ? by : "after both had answered", true, first.RecordedAt),
            newest.State == "retracted"
                ? new("Retracted", newest.ChangedBy is { } who ? $"by {who}" : "by a program", true, newest.RecordedAt)
                : new("Retracted", "no", false),
        ];

        WorkflowStep Taken(string step, string? who, DateTime at) =>
            new(step, namesCoders ? $"by {who}" : "by a coder", true, new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));
    }
}

using System.Text.Json;
using Stance.Events;

namespace Stance.Coding;

/// <summary>Two coders' answers side by side.</summary>
public static class CodedActs
{
    /// <summary>Whether nothing is left to rule: every compared field is the same, and so is every field of the kind's own. Title and note are the first coder's.</summary>
    public static bool Agree(StanceEvent first, StanceEvent second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return CodedAct.Of(first) == CodedAct.Of(second)
            && first.Dates == second.Dates
            && (first.Follows, first.IsScored) == (second.Follows, second.IsScored)
            && first.Attributes.Keys.Union(second.Attributes.Keys).All(key => Print(first, key) == Print(second, key));
    }

    /// <summary>Both scores on every axis where both speak and differ.</summary>
    public static IReadOnlyList<CodedScore> Differing(IReadOnlyList<AxisScore> first, IReadOnlyList<AxisScore> second) =>
    [
        .. from a in first
           join b in second on a.Axis equals b.Axis
           where a.Score != b.Score
           select new CodedScore(a.Axis, a.Score, b.Score),
    ];

    // Not known and not answered are the same here.
    private static string Print(StanceEvent act, string key) =>
        act.Attributes.TryGetValue(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : "";
}

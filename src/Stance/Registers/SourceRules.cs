using Stance.Events;

namespace Stance.Registers;

/// <summary>A source as somebody typed it; days as a file holds them.</summary>
public sealed record SourceWords(string? Name, string? Reliability, string? Url, string? ReadSince = null, string? CodedBackTo = null);

/// <summary>All that the register says of a source.</summary>
/// <param name="ReadSince">First day whose reports are read and coded; null = from the beginning of the collection.</param>
/// <param name="CodedBackTo">Day to which it was coded back, before <paramref name="ReadSince"/>; null = it was not.</param>
public sealed record SourceFacts(string Name, char Reliability, string? Url, DateOnly? ReadSince, DateOnly? CodedBackTo);

/// <summary>What a source on file may be corrected to: the rules of a source put on file, the days from which it is read, and a reason.</summary>
public static class SourceRules
{
    public static (SourceFacts? Source, IReadOnlyList<RuleBreach> Breaches) Check(SourceWords words, string? reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(words);
        var check = new RuleCheck();
        // Not null: a source on file whose name was emptied is asked for its name.
        var source = check.SourceOf("source", new SourceDraft(Guid.Empty, words.Name ?? "", words.Reliability, words.Url));
        var since = check.PastDay("readSince", words.ReadSince, today, required: false);
        var back = check.PastDay("codedBackTo", words.CodedBackTo, today, required: false);
        if (back is not null && string.IsNullOrWhiteSpace(words.ReadSince))
            check.Add("codedBackTo", "alone", "Enter since when it is read, or leave this empty: what is read from the beginning needs no coding back.");
        else if (back >= since)
            check.Add("codedBackTo", "order", $"Enter a day before {DateText.Words(since!.Value)}, since when it is read, or leave this empty.");
        check.Block("reason", reason, EventRules.LongestReason, "the reason", required: true);
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (new SourceFacts(source!.Name, source.Reliability, source.Url, since, back), []);
    }
}

using System.Globalization;
using Stance.Acts;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;

namespace Stance.Web.Events;

/// <summary>A field in which two versions of an act differ.</summary>
/// <param name="TakeMine">What the older version suggests: true where only mine changed, false where only theirs did, null where both did.</param>
public sealed record FieldDifference(string Label, string Mine, string Theirs, bool? TakeMine, Action<ActFormState, ActFormState> Copy);

/// <summary>Compares what somebody entered with the version that came in between, field by field.</summary>
public static class DraftDiff
{
    private sealed record Part(string Label, Func<ActFormState, string?> Print, Action<ActFormState, ActFormState> Copy);

    public static IReadOnlyList<FieldDifference> Between(ActFormState opened, ActFormState mine, ActFormState theirs, Register register)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        return
        [
            .. Parts(register, register.Codebook.Find(theirs.Type ?? ""), [.. mine.Attributes.Keys.Union(theirs.Attributes.Keys).Union(opened.Attributes.Keys)])
                .Select(part => (part, before: Print(part, opened), mine: Print(part, mine), theirs: Print(part, theirs)))
                .Where(p => p.mine != p.theirs)
                .Select(p => new FieldDifference(
                    p.part.Label, p.mine, p.theirs, p.theirs == p.before ? true : p.mine == p.before ? false : null, p.part.Copy)),
        ];

        static string Print(Part part, ActFormState state) => part.Print(state) is { Length: > 0 } text ? text : "not given";
    }

    /// <summary>Their version with the chosen fields of mine.</summary>
    public static ActFormState Join(ActFormState mine, StanceEventDraft theirs, Register register, IEnumerable<FieldDifference> taken)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(taken);
        var joined = ActFormState.Of(theirs, register.Codebook);
        foreach (var field in taken)
            field.Copy(mine, joined);
        return joined;
    }

    private static IEnumerable<Part> Parts(Register register, EventType? type, IReadOnlyList<string> keys)
    {
        yield return new("Who acts", s => Joined([.. s.Also.Prepend(s.Country).Select(c => NameOf(c, register)).Order(StringComparer.Ordinal)]), CopyActors);
        yield return new("What the whole is called", s => s.Also.Count == 0 ? null : s.Whole, (a, b) => b.Whole = a.Whole);
        yield return new("Toward whom", s => NameOf(s.Recipient, register), (a, b) => b.Recipient = a.Recipient);
        yield return new("Kind of act", s => Joined(s.Type is null ? null : register.Codebook.Find(s.Type)?.Name ?? s.Type, s.Variant == "default" ? null : s.Variant), (a, b) => (b.Type, b.Variant) = (a.Type, a.Variant));
        yield return new("Date", s => Joined(s.Precision, s.From, s.To, s.ScoredOn), (a, b) => (b.Precision, b.From, b.To, b.ScoredOn) = (a.Precision, a.From, a.To, a.ScoredOn));
        yield return new("Title", s => s.Title, (a, b) => b.Title = a.Title);
        foreach (var key in keys)
            yield return new(type?.Attributes.FirstOrDefault(a => a.Key == key)?.Label ?? key, s => s.Attributes.GetValueOrDefault(key), (a, b) => b.Attributes[key] = a.Attributes.GetValueOrDefault(key));
        yield return new("How strong", s => Joined(s.Intensity, s.IntensityReason), (a, b) => (b.Intensity, b.IntensityReason) = (a.Intensity, a.IntensityReason));
        yield return new("Confidence", s => Joined(s.Confidence, s.ConfidenceReason), (a, b) => (b.Confidence, b.ConfidenceReason) = (a.Confidence, a.ConfidenceReason));
        yield return new("Scores set by hand", s => Joined([.. s.Scores.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => Joined($"{x.Key} {x.Value}", s.ScoreReasons.GetValueOrDefault(x.Key)))]), CopyScores);
        yield return new("Note", s => s.Note, (a, b) => b.Note = a.Note);
        yield return new("Source", s => s.Source is { } k ? $"{k.Name} ({k.Reliability})" : Joined(s.SourceName, s.Reliability, s.SourceUrl), (a, b) => (b.Source, b.SourceName, b.Reliability, b.SourceUrl) = (a.Source, a.SourceName, a.Reliability, a.SourceUrl));
        yield return new("Report", s => Joined(s.ReportTitle, s.ReportUrl, s.PublishedOn, s.Author, s.OriginGroup, s.Language), CopyReport);
        yield return new("Passage", s => Joined(s.Passage, s.Highlight, s.Pointer), (a, b) => (b.Passage, b.Highlight, b.HighlightHint, b.Pointer) = (a.Passage, a.Highlight, a.HighlightHint, a.Pointer));
        yield return new("Translation", s => s.Translation, (a, b) => b.Translation = a.Translation);
        yield return new("How credible", s => s.Credibility is { } n && SourceGrade.IsCredibility(n) ? $"{SourceGrade.NameOfCredibility(n)} ({n.ToString(CultureInfo.InvariantCulture)})" : null, (a, b) => b.Credibility = a.Credibility);
        yield return new("What it says", s => s.Statement, (a, b) => b.Statement = a.Statement);
        yield return new("Other reports", s => Joined([.. s.Claims.Select((c, i) => $"{i + 2}: {c.Print()}")]), (a, b) =>
        {
            b.Claims.Clear();
            b.Claims.AddRange(a.Claims.Select(c => ClaimFormState.Of(c.ToDraft())));
        });
        yield return new("Stage of a commitment", s => s.IsStage ? Joined(s.Stage ?? "a stage of it", s.Counts ? "counts" : "shown, does not count") : null, CopyStage);
        yield return new("Collections", s => Joined([.. s.Collections.Order(StringComparer.Ordinal)]), (a, b) =>
        {
            b.Collections.Clear();
            b.Collections.AddRange(a.Collections);
        });
    }

    private static void CopyActors(ActFormState from, ActFormState to)
    {
        to.Country = from.Country;
        to.Also.Clear();
        to.Also.AddRange(from.Also);
    }

    private static void CopyScores(ActFormState from, ActFormState to)
    {
        to.Scores.Clear();
        to.ScoreReasons.Clear();
        foreach (var (axis, score) in from.Scores)
            (to.Scores[axis], to.ScoreReasons[axis]) = (score, from.ScoreReasons.GetValueOrDefault(axis));
    }

    private static void CopyStage(ActFormState from, ActFormState to) =>
        (to.Chain, to.Follows, to.Stage, to.IsScored) = (from.Chain, from.Follows, from.Stage, from.IsScored);

    private static void CopyReport(ActFormState from, ActFormState to) =>
        (to.ReportTitle, to.ReportUrl, to.PublishedOn, to.Author, to.OriginGroup, to.Language, to.IsPartial) =
        (from.ReportTitle, from.ReportUrl, from.PublishedOn, from.Author, from.OriginGroup, from.Language, from.IsPartial);

    private static string? NameOf(string? code, Register register) => CountryCode.TryParse(code, out var known) ? register.NameOf(known) : code;

    private static string Joined(params string?[] parts) => string.Join("; ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}

using System.Text.Json;
using Stance.Codebook;

namespace Stance.Events;

/// <summary>Rules for where an act stands written: source, report, passage, grade.</summary>
internal static class ClaimRules
{
    private const int LongestPassage = 2000;

    /// <summary>The act's own report: the preferred claim.</summary>
    public static Claim? PreferredClaim(this RuleCheck check, StanceEventDraft draft, DateOnly today, string? title)
    {
        var own = new ClaimDraft
        {
            Source = draft.Source,
            Report = draft.Report,
            Excerpt = draft.Excerpt,
            Credibility = draft.Credibility,
            Statement = draft.Statement ?? title ?? "",
        };
        return Read(check, "", own, ClaimRank.Preferred, today, Nothing);
    }

    public static IReadOnlyList<Claim?> FurtherClaims(this RuleCheck check, StanceEventDraft draft, DateOnly today, EventType? type)
    {
        var claims = draft.FurtherClaims ?? [];
        if (claims.Count > 20)
            check.Add("furtherClaims", "count", "Keep at most 20 further claims.");
        return [.. claims.Take(20).Select((claim, i) => Further(check, $"furtherClaims[{i}].", claim ?? new ClaimDraft(), today, type))];
    }

    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private static Claim? Further(RuleCheck check, string path, ClaimDraft claim, DateOnly today, EventType? type)
    {
        if (claim.Rank is not (null or "normal" or "deprecated"))
            check.Add(path + "rank", "choice", "Choose normal or deprecated; the act's own report is the preferred one.");
        var attributes = type is null ? Nothing : check.Attributes(path + "attributes", claim.Attributes, type, isWhole: false);
        return Read(check, path, claim, claim.Rank == "deprecated" ? ClaimRank.Deprecated : ClaimRank.Normal, today, attributes);
    }

    private static Claim? Read(
        RuleCheck check, string path, ClaimDraft claim, ClaimRank rank, DateOnly today, IReadOnlyDictionary<string, JsonElement> attributes)
    {
        var own = rank == ClaimRank.Preferred;
        var before = check.Breaches.Count;
        var bare = !own && claim.Source is null && claim.Report is null && claim.Excerpt is null;
        var source = bare ? null : check.SourceOf(path + "source", claim.Source);
        var report = bare ? null : check.ReportOf(path + "report", claim.Report, today);
        var excerpt = own || claim.Excerpt is not null ? ExcerptOf(check, path + "excerpt", claim.Excerpt) : null;
        var statement = check.Block(path + "statement", claim.Statement, LongestPassage, "what the report says", required: !own);
        var reason = check.Block(path + "reason", claim.Reason, LongestPassage, "the reason");
        if (rank == ClaimRank.Deprecated && reason is null && string.IsNullOrWhiteSpace(claim.Reason))
            check.Add(path + "reason", "required", "Say why this claim is set aside.");
        if (claim.Credibility is not { } credibility || !SourceGrade.IsCredibility(credibility))
        {
            check.Add(path + "credibility", "required", "Choose how credible the claim is: 1 confirmed by others … 5 improbable, 6 cannot be judged.");
            return null;
        }
        return check.Breaches.Count > before
            ? null
            : new Claim(rank, claim.ContradictsPreferred, credibility, statement ?? "", attributes, source, report, excerpt, reason);
    }

    internal static Source? SourceOf(this RuleCheck check, string path, SourceDraft? source)
    {
        if (source is null || (source.Id is null && string.IsNullOrWhiteSpace(source.Name)))
        {
            check.Add(path, "required", "Choose a source on file, or name a new one.");
            return null;
        }
        if (source.Id is not null && source.Name is null)
        {
            check.Add(path + ".id", "unknown", "There is no source with this id. Choose one on file, or name a new one.");
            return null;
        }
        var name = check.Line(path + ".name", source.Name, 200, "the name of the source", required: true);
        var url = check.Address(path + ".url", source.Url);
        if (!SourceGrade.IsReliability(source.Reliability))
        {
            check.Add(path + ".reliability", "choice", "Choose how reliable the source is: A completely reliable … E unreliable, F cannot be judged.");
            return null;
        }
        return name is null ? null : new Source(source.Id, name, source.Reliability![0], url);
    }

    internal static Report? ReportOf(this RuleCheck check, string path, ReportDraft? report, DateOnly today)
    {
        report ??= new ReportDraft();
        var title = check.Line(path + ".title", report.Title, 300, "the title of the report", required: true);
        var published = check.PastDay(path + ".publishedOn", report.PublishedOn, today, required: true);
        var url = check.Address(path + ".url", report.Url);
        var author = check.Line(path + ".author", report.Author, 200, "the author");
        var origin = check.Line(path + ".originGroup", report.OriginGroup, 200, "the origin");
        var language = check.Line(path + ".language", report.Language, 35, "the language") ?? "en";
        if (!IsLanguage(language))
            check.Add(path + ".language", "language", "Enter a language code such as en, ru or kk.");
        return title is null || published is null
            ? null
            : new Report(title, author, published.Value, url, language, origin, report.IsPartial);
    }

    private static Excerpt? ExcerptOf(RuleCheck check, string path, ExcerptDraft? excerpt)
    {
        var translation = TranslationOf(check, path + ".translation", excerpt);
        if (excerpt is null || string.IsNullOrWhiteSpace(excerpt.Passage))
        {
            check.Add(path + ".passage", "required", "Quote the passage the act rests on.");
            return null;
        }
        var pointer = check.Line(path + ".pointer", excerpt.Pointer, 100, "the place of the passage") ?? "";
        if (check.Block(path + ".passage", excerpt.Passage, LongestPassage, "the passage") is not { } passage)
            return null;
        var length = TextRules.Length(passage);
        var (from, to) = (excerpt.HighlightFrom ?? 0, excerpt.HighlightTo ?? length);
        if (0 <= from && from < to && to <= length)
            return new Excerpt(passage, from, to, pointer, PinOf(check, path + ".pin", excerpt.Pin), translation);
        check.Add(
            path + (from < 0 || from >= length ? ".highlightFrom" : ".highlightTo"), "inside",
            FormattableString.Invariant($"Highlight words inside the passage: from 0, to at most {length}, the end after the start."));
        return null;
    }

    /// <summary>A translation stands beside its original, and is another text.</summary>
    private static string? TranslationOf(RuleCheck check, string path, ExcerptDraft? excerpt)
    {
        if (check.Block(path, excerpt?.Translation, LongestPassage, "the translation") is not { } translation)
            return null;
        if (string.IsNullOrWhiteSpace(excerpt!.Passage))
            check.Add(path, "original", "Quote the passage this translates, in its own words: a translation alone is no evidence.");
        else if (translation.Trim() == excerpt.Passage.Trim())
            check.Add(path, "same", "This is the passage itself. Enter what it says in English, or leave the translation empty.");
        return translation;
    }

    private static Pin? PinOf(RuleCheck check, string path, PinDraft? pin)
    {
        if (pin is null)
            return null;
        if (pin is { From: >= 0, TextSha256: { Length: 64 } hash } && pin.From < pin.To && hash.All(char.IsAsciiHexDigit))
            return new Pin(pin.From, pin.To, hash.ToLowerInvariant());
        check.Add(path, "pin", "Pin the passage anew: a place in the text from its beginning, and the text's SHA-256 in 64 hexadecimal digits.");
        return null;
    }

    private static bool IsLanguage(string text) =>
        text.Split('-') is [{ Length: 2 or 3 } first, .. var rest]
        && first.All(char.IsAsciiLetter)
        && rest.All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}

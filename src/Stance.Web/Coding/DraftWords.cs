using System.Globalization;
using Stance.Data.Events;
using Stance.Web.Events;
using Stance.Wording;

namespace Stance.Web.Coding;

/// <summary>A person's drafts in plain words, each with the form it opens in.</summary>
internal static class DraftWords
{
    public static DeskItem ItemOf(ListedDraft draft)
    {
        var (path, what) = PlaceOf(draft);
        return new DeskItem(draft.Subject, TitleOf(draft) ?? "Without a title yet", path, $"{what}; kept {DateWords.Instant(draft.SavedAt)}");
    }

    private static string? TitleOf(ListedDraft draft)
    {
        if (draft.Subject.StartsWith("text:", StringComparison.Ordinal))
            return draft.About;
        if (draft.Subject.StartsWith("words:", StringComparison.Ordinal))
            return draft.About ?? TypedFields.FieldOf(draft.Body, "title");
        if (draft.Subject.StartsWith("case:", StringComparison.Ordinal))
            return "A passage to code a second time";
        if (draft.Subject.StartsWith("ruling:", StringComparison.Ordinal))
            return "Two answers to rule on";
        if (draft.Subject.StartsWith("codebook:", StringComparison.Ordinal))
            return "The next codebook";
        if (draft.Subject.StartsWith("roll-call:", StringComparison.Ordinal))
            return "A roll call";
        var typed = draft.Body is { } body ? ActFormState.TryRead(body)?.Title : null;
        return string.IsNullOrWhiteSpace(typed) ? draft.About : typed.Trim();
    }

    private static (string Path, string What) PlaceOf(ListedDraft draft) => draft.Subject.Split(':') switch
    {
        ["act", "new"] => ("/acts/new", "New act"),
        ["act", "new", "like", var like] => ($"/acts/new?like={like}", "New act, like another"),
        ["act", "new", "template", var template] => ($"/acts/new?template={template}", "New act, from a template"),
        ["act", "new", var report] => ($"/desk/texts/{report}", draft.About is { } text ? $"New act, from “{text}”" : "New act, from a text"),
        ["act", var id, var typedOn] when Guid.TryParse(id, out var act) && int.TryParse(typedOn, CultureInfo.InvariantCulture, out var version) =>
            Correction(act, version, draft.Newest),
        ["suggestion", var id] => ($"/desk/suggestions/{id}", "New act, from a suggestion"),
        ["case", var id] => ($"/desk/second/{id}", "Second coding"),
        ["ruling", var id] => ($"/desk/rulings/{id}", "Ruling"),
        ["codebook", "next"] => ("/desk/codebook", "Codebook"),
        ["roll-call", "new"] => ("/votes/new", "New roll call"),
        ["roll-call", var id, _] => ($"/votes/{id}/correct", "Correction of a roll call"),
        ["words", "new"] => ("/desk/texts/new", "Text not yet on the desk"),
        ["words", var report] => ($"/desk/texts/{report}/text", "Words of a report on file, not yet put there"),
        ["text", var report] => ($"/desk/texts/{report}", "Words of a text, kept for you alone"),
        _ => ("/desk", "Draft"),
    };

    private static (string Path, string What) Correction(Guid act, int version, int? newest) => newest is { } now && version != now
        ? (EditActPage.PathOf(act, version), $"Correction of version {version}; version {now} is on file meanwhile")
        : (EditActPage.PathOf(act), "Correction");
}

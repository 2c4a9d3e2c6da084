using Stance.Data.Texts;
using Stance.Texts;

namespace Stance.Web.Texts;

/// <summary>A stretch of a paragraph that is drawn alike: plain, coded by an act, or being pinned.</summary>
internal sealed record TextPiece(TextSpan Span, CodedPassage? Act, bool IsPinned);

/// <summary>Where acts on file rest in a text. A pin holds in its own text only; a passage typed before there was a text is shown where it stands once.</summary>
internal static class CodedSpans
{
    public static TextSpan? Of(CodedPassage coded, string text, string textSha256)
    {
        int from;
        if (coded.Pin is { } pin)
        {
            if (coded.IsBroken || pin.TextSha256 != textSha256)
                return null;
            from = TextSpan.OfCharacters(text, pin.From, pin.To).From;
        }
        else
        {
            from = text.IndexOf(coded.Passage, StringComparison.Ordinal);
            if (from < 0 || text.IndexOf(coded.Passage, from + 1, StringComparison.Ordinal) >= 0)
                return null;
        }
        var highlight = TextSpan.OfCharacters(coded.Passage, coded.HighlightFrom, coded.HighlightTo);
        var span = new TextSpan(from + highlight.From, from + highlight.To);
        return span.To <= text.Length ? span : null;
    }

    public static IEnumerable<TextPiece> Pieces(TextSpan paragraph, IReadOnlyList<(TextSpan Span, CodedPassage Act)> coded, TextSpan? pinned)
    {
        var cuts = coded.Select(c => c.Span).Append(pinned ?? default).SelectMany(s => new[] { s.From, s.To })
            .Where(c => c > paragraph.From && c < paragraph.To).Append(paragraph.From).Append(paragraph.To).Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var span = new TextSpan(cuts[i], cuts[i + 1]);
            // The shortest passage is the one that was meant here.
            yield return new TextPiece(
                span,
                coded.Where(c => c.Span.Touches(span)).OrderBy(c => c.Span.Length).Select(c => c.Act).FirstOrDefault(),
                pinned is { } pin && pin.Touches(span));
        }
    }
}

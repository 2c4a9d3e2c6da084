using System.Globalization;
using System.Text.RegularExpressions;

namespace Stance.Texts;

public enum ParagraphKind
{
    /// <summary>The title, a heading, a standfirst: ¶0.</summary>
    Heading,
    Body,
    Caption,
}

/// <summary>One block of a text and what a pointer calls it: "¶0", "¶11", "caption 1".</summary>
public sealed record TextParagraph(TextSpan Span, ParagraphKind Kind, string Pointer)
{
    public bool IsBody => Kind == ParagraphKind.Body;
}

/// <summary>A passage pinned in a stored text.</summary>
/// <param name="Span">Where the passage stands in the text: the whole sentences around the chosen words.</param>
/// <param name="Chosen">Where the chosen words stand in the text.</param>
public sealed record TextPin(string Passage, TextSpan Span, TextSpan Chosen, string Pointer)
{
    /// <summary>The chosen words, counted from the passage's beginning.</summary>
    public TextSpan Highlight => new(Chosen.From - Span.From, Chosen.To - Span.From);

    public string Words => Highlight.Of(Passage);
}

/// <summary>
/// A stored text with its paragraphs numbered as curators point to them: ¶0 the title, headings and standfirst, ¶1 the first paragraph of the report,
/// captions apart. The numbers follow from the words alone, so the same text always has the same pointers.
/// </summary>
public sealed partial class ArticleText
{
    /// <summary>The longest passage a claim may quote.</summary>
    public const int LongestPassage = 2000;

    private const int LongestHeading = 140;
    private const int LongestStart = 5;

    public ArticleText(string text, string? title = null)
    {
        Text = text;
        Paragraphs = Number(text, title);
    }

    public string Text { get; }

    public IReadOnlyList<TextParagraph> Paragraphs { get; }

    public int BodyCount => Paragraphs.Count(p => p.IsBody);

    public IReadOnlyList<TextSpan> SentencesOf(TextParagraph paragraph) => Sentences.Of(Text, paragraph.Span);

    /// <summary>The pin for chosen words; null when they hold nothing but space.</summary>
    public TextPin? Pin(TextSpan chosen)
    {
        var (from, to) = (Math.Clamp(chosen.From, 0, Text.Length), Math.Clamp(chosen.To, 0, Text.Length));
        while (from < to && char.IsWhiteSpace(Text[from]))
            from++;
        while (from < to && char.IsWhiteSpace(Text[to - 1]))
            to--;
        if (from >= to)
            return null;
        var sentences = Paragraphs.SelectMany(SentencesOf).Where(s => s.Touches(new TextSpan(from, to))).ToList();
        var span = new TextSpan(Math.Min(sentences[0].From, from), Math.Max(sentences[^1].To, to));
        if (span.Length > LongestPassage)
            span = new TextSpan(from, to);
        return new TextPin(span.Of(Text), span, new TextSpan(from, to), PointerOf(new TextSpan(from, to)));
    }

    /// <summary>"¶11, sentence 2", "¶11", "¶1–¶2", "caption 1".</summary>
    public string PointerOf(TextSpan chosen)
    {
        var touched = Paragraphs.Where(p => p.Span.Touches(chosen)).ToList();
        if (touched is not [var only])
            return touched.Count == 0 ? "" : $"{touched[0].Pointer}–{touched[^1].Pointer}";
        var sentences = SentencesOf(only);
        var inside = sentences.Select((s, i) => (Span: s, Place: i + 1)).Where(s => s.Span.Touches(chosen)).ToList();
        return sentences.Count > 1 && inside is [var one] ? $"{only.Pointer}, sentence {one.Place.ToString(CultureInfo.InvariantCulture)}" : only.Pointer;
    }

    private static List<TextParagraph> Number(string text, string? title)
    {
        var blocks = Blocks(text);
        var start = Start(text, blocks, Plain(title ?? ""));
        var paragraphs = new List<TextParagraph>(blocks.Count);
        var (body, captions) = (0, 0);
        for (var i = 0; i < blocks.Count; i++)
        {
            paragraphs.Add(i < start
                ? new TextParagraph(blocks[i], ParagraphKind.Heading, "¶0")
                : Caption().IsMatch(blocks[i].Of(text))
                    ? new TextParagraph(blocks[i], ParagraphKind.Caption, FormattableString.Invariant($"caption {++captions}"))
                    : new TextParagraph(blocks[i], ParagraphKind.Body, FormattableString.Invariant($"¶{++body}")));
        }
        return paragraphs;
    }

    private static List<TextSpan> Blocks(string text)
    {
        var blocks = new List<TextSpan>();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf("\n\n", from, StringComparison.Ordinal);
            var to = end < 0 ? text.Length : end;
            if (to > from)
                blocks.Add(new TextSpan(from, to));
            from = to + 2;
        }
        return blocks;
    }

    /// <summary>Where the report itself begins: at a dateline near the top, else after the title and short lines that end no sentence.</summary>
    private static int Start(string text, List<TextSpan> blocks, string title)
    {
        var dateline = blocks.Take(LongestStart).ToList().FindIndex(b => Dateline().IsMatch(b.Of(text)));
        if (dateline >= 0)
            return dateline;
        var start = 0;
        while (start < blocks.Count - 1 && start < LongestStart && IsHeading(blocks[start].Of(text), title))
            start++;
        return start;
    }

    private static bool IsHeading(string block, string title) =>
        (title.Length > 0 && Plain(block).StartsWith(title, StringComparison.Ordinal))
        || (block.Length <= LongestHeading && !SentenceEnd().IsMatch(block));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // "ALMATY, Kazakhstan—", "KYIV (Reuters) -", "Moscow, March 3 (Interfax) –".
    [GeneratedRegex(@"^\p{Lu}[\p{Lu}\p{L}.’' -]{2,40}(?:,\s[^—–-]{2,40})?(?:\s\([^)]{2,40}\))?\s?(?:—|–|--|\s-\s)\s?(?=[\p{Lu}“""])")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\b(?:Photo|Photos|Photograph|Photographer|Image|Picture|Credit|Фото|Сурет)\s?:\s?\S", RegexOptions.RightToLeft)]
    private static partial Regex Caption();

    [GeneratedRegex(@"[.!?…][""'”’»)\]]*$")]
    private static partial Regex SentenceEnd();
}

using System.Text.RegularExpressions;

namespace Stance.Texts;

/// <summary>A stretch of a text, counted as a browser counts (UTF-16), its end not included.</summary>
public readonly record struct TextSpan(int From, int To)
{
    public int Length => To - From;

    public bool Holds(int place) => From <= place && place < To;

    public bool Touches(TextSpan other) => From < other.To && other.From < To;

    public string Of(string text) => text[From..To];

    /// <summary>The same stretch counted in Unicode characters, as the database counts.</summary>
    public TextSpan InCharacters(string text) => new(Characters(text[..From]), Characters(text[..To]));

    /// <summary>A stretch counted in Unicode characters, as a browser counts.</summary>
    public static TextSpan OfCharacters(string text, int from, int to)
    {
        var (at, count, start) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (count == from)
                start = at;
            if (count == to)
                break;
            at += rune.Utf16SequenceLength;
            count++;
        }
        return new TextSpan(Math.Min(start, at), at);
    }

    private static int Characters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}

/// <summary>
/// Parts a block into sentences: an end mark, closing quotes, a space, and then a capital, a digit or an opening quote; not after
/// titles and abbreviations of news prose. The rule of Unicode annex 29 (sentence boundaries) with English exceptions.
/// </summary>
public static partial class Sentences
{
    public static IReadOnlyList<TextSpan> Of(string text, TextSpan block)
    {
        var sentences = new List<TextSpan>();
        var from = block.From;
        foreach (Match end in End().Matches(text[block.From..block.To]))
        {
            var to = block.From + end.Groups["mark"].Index + end.Groups["mark"].Length;
            if (Abbreviation().IsMatch(text[from..to]))
                continue;
            sentences.Add(new TextSpan(from, to));
            from = block.From + end.Index + end.Length;
        }
        if (from < block.To)
            sentences.Add(new TextSpan(from, block.To));
        return sentences;
    }

    [GeneratedRegex(@"(?<mark>[.!?…]+[""'”’»)\]]*)\s+(?=[\p{Lu}\p{Lt}\p{Lo}\d""'“‘«(\[])")]
    private static partial Regex End();

    [GeneratedRegex(@"(?:^|[\s(“""‘'])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|Pres|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|Inc|Co|Corp|Ltd|e\.g|i\.e|U\.S|U\.K|U\.N|E\.U|\p{Lu})\.$")]
    private static partial Regex Abbreviation();
}

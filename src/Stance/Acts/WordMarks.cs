using System.Text.RegularExpressions;
using Stance.Countries;
using Stance.Search;

namespace Stance.Acts;

/// <summary>A stretch of a text, and whether it was looked for.</summary>
public sealed record MarkedWords(string Text, bool IsMarked);

/// <summary>Where the words of a search stand in a text: as the search finds them, case, accents and slips aside.</summary>
/// <param name="corrections">Words that were taken for others; the others are marked.</param>
public sealed partial class WordMarks(SearchText text, IReadOnlyList<WordCorrection> corrections)
{
    private readonly IReadOnlyList<Sought> sought = [.. text.Terms.SelectMany(term => corrections.FirstOrDefault(c => c.Typed == term.Text) is { } taken
        ? taken.Written.Select(word => new Sought([CountrySearch.Plain(word)], GoesOn: false))
        : [new Sought(CountrySearch.Plain(term.Text).Split(' '), !term.IsPhrase && !char.IsDigit(term.Text[^1]))])];

    private readonly record struct Span(int From, int To);

    /// <summary>Words that follow each other; the last may go on.</summary>
    private sealed record Sought(string[] Words, bool GoesOn)
    {
        public bool StandsAt(string[] words, int place) =>
            place + Words.Length <= words.Length && !Words.Where((word, i) => !Fits(words[place + i], word, i == Words.Length - 1)).Any();

        private bool Fits(string written, string word, bool isLast) =>
            GoesOn && isLast ? written.StartsWith(word, StringComparison.Ordinal) : written == word;
    }

    public bool StandIn(string? text) => !string.IsNullOrEmpty(text) && Marks(text, Words(text)).Count > 0;

    /// <summary>The text in stretches, marked and not; of a longer one than <paramref name="most"/> characters the part around the first mark, in whole words.</summary>
    public IReadOnlyList<MarkedWords> Of(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        var marks = Marks(text, words);
        var shown = Part(text, words, marks.Count > 0 ? marks[0].From : 0, most);
        var (stretches, at) = (new List<MarkedWords>(), shown.From);
        foreach (var mark in marks.Where(m => m.From >= shown.From && m.To <= shown.To))
        {
            stretches.Add(new MarkedWords(text[at..mark.From], false));
            stretches.Add(new MarkedWords(text[mark.From..mark.To], true));
            at = mark.To;
        }
        stretches.Add(new MarkedWords(text[at..shown.To], false));
        if (shown.From > 0)
            stretches.Insert(0, new MarkedWords("… ", false));
        if (shown.To < text.Length)
            stretches.Add(new MarkedWords(" …", false));
        return [.. stretches.Where(s => s.Text.Length > 0)];
    }

    private static Span Part(string text, IReadOnlyList<Span> words, int first, int most)
    {
        if (text.Length <= most || words.Count == 0)
            return new Span(0, text.Length);
        var from = first <= most / 2 ? 0 : words.First(w => w.From >= Math.Min(first - (most / 3), text.Length - most)).From;
        var to = words.LastOrDefault(w => w.To <= from + most, words.First(w => w.From >= from)).To;
        return new Span(from, to == words[^1].To ? text.Length : to);
    }

    private List<Span> Marks(string text, IReadOnlyList<Span> words)
    {
        string[] plain = [.. words.Select(w => CountrySearch.Plain(text[w.From..w.To]))];
        var marks = new List<Span>();
        for (var i = 0; i < plain.Length; i++)
        {
            var length = sought.Where(s => s.StandsAt(plain, i)).Select(s => s.Words.Length).DefaultIfEmpty(0).Max();
            if (length == 0)
                continue;
            marks.Add(new Span(words[i].From, words[i + length - 1].To));
            i += length - 1;
        }
        return marks;
    }

    private static IReadOnlyList<Span> Words(string text) => [.. Word().Matches(text).Select(w => new Span(w.Index, w.Index + w.Length))];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*")]
    private static partial Regex Word();
}

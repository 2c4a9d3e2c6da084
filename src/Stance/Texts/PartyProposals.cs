using System.Text.RegularExpressions;
using Stance.Countries;

namespace Stance.Texts;

/// <summary>A country proposed for a field, and the words it is proposed for.</summary>
/// <param name="IsSure">False for a capital, a pronoun, or words outside those chosen.</param>
public sealed record PartyProposal(CountryCode Code, string Words, bool IsSure);

/// <param name="Others">Every other country of the passage and around it, in the order of the text.</param>
public sealed record Parties(PartyProposal? Actor, PartyProposal? Recipient, IReadOnlyList<PartyProposal> Others, NamedPerson? Speaker);

/// <summary>
/// Who acts toward whom: the first country that can be a subject acts, the next other one receives. A name after a preposition or straight after
/// a verb is no subject; words that begin with a verb take the subject of their sentence; "it" and "he" take that of the sentence before. A surface
/// reading of English in the manner of event coders without a parser (KEDS: Schrodt and Gerner 1994), proposed and never taken for granted.
/// </summary>
public static partial class PartyProposals
{
    private const int SentencesBack = 12;

    public static Parties For(ArticleText article, TextPin pin, CountryNames names)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(pin);
        ArgumentNullException.ThrowIfNull(names);
        var text = article.Text;
        var countries = names.Find(text);
        var people = NamedPeople.In(text, countries);
        var byName = NamedPeople.Find(text, people).ToList();
        var mentions = countries.Where(c => !byName.Exists(p => p.Mention.Span.Touches(c.Span))).Concat(byName.Select(p => p.Mention)).OrderBy(m => m.Span.From).ToList();
        var sentences = article.Paragraphs.SelectMany(article.SentencesOf).Where(s => s.From < pin.Chosen.To).TakeLast(SentencesBack).ToList();

        var actor = Actor(text, pin, mentions, sentences);
        var recipient = Recipient(pin, mentions, sentences, actor?.Code);
        var around = new TextSpan(sentences.Count > 1 ? sentences[^2].From : pin.Span.From, pin.Span.To);
        PartyProposal Proposed(CountryMention m) => new(m.Code, m.Span.Of(text), m.IsSure && pin.Chosen.Touches(m.Span));
        return new Parties(
            actor is null ? null : Proposed(actor),
            recipient is null ? null : Proposed(recipient),
            [.. mentions.Where(m => m.Span.Touches(around) && m.Code != actor?.Code && m.Code != recipient?.Code).DistinctBy(m => m.Code).Select(Proposed)],
            byName.Where(p => p.Mention.Span.Touches(pin.Span)).OrderBy(p => p.Mention.Span.From).Select(p => p.Person).FirstOrDefault());
    }

    private static CountryMention? Actor(string text, TextPin pin, List<CountryMention> mentions, List<TextSpan> sentences)
    {
        var chosen = pin.Words;
        var within = mentions.Where(m => pin.Chosen.Touches(m.Span)).ToList();
        if (!StartsWithVerb().IsMatch(chosen) && !StartsWithPronoun().IsMatch(chosen) && within.Find(m => IsSubject(text, m, pin.Chosen.From)) is { } subject)
            return subject;
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            var sentence = sentences[i];
            var isOwn = sentence.Touches(pin.Chosen);
            var inside = mentions.Where(m => sentence.Touches(m.Span) && (!isOwn || m.Span.From < pin.Chosen.From)).ToList();
            var best = inside.Find(m => IsSubject(text, m, sentence.From) && !IsSubordinate(text, m, sentence.From));
            best ??= isOwn
                ? inside.Find(m => IsSubject(text, m, sentence.From)) ?? inside.Find(m => !Preposition().IsMatch(text[sentence.From..m.Span.From]))
                : inside.FirstOrDefault();
            // “…,” Mr. Nurbek said: who is quoted stands behind the words.
            best ??= isOwn ? mentions.Find(m => sentence.Touches(m.Span) && m.Span.From >= pin.Chosen.To && Says().IsMatch(text[m.Span.To..sentence.To])) : null;
            if (best is not null)
                return best;
            // Without a pronoun that leans on it, the sentence before is about something else.
            if (isOwn && within.Count > 0 && !Pronoun().IsMatch(text[sentence.From..Math.Max(sentence.From, pin.Chosen.From)] + chosen))
                break;
        }
        return within.FirstOrDefault();
    }

    private static CountryMention? Recipient(TextPin pin, List<CountryMention> mentions, List<TextSpan> sentences, CountryCode? actor)
    {
        var others = mentions.Where(m => m.Code != actor).ToList();
        return others.Find(m => pin.Chosen.Touches(m.Span))
            ?? others.Where(m => pin.Span.Touches(m.Span)).MinBy(m => m.Span.To <= pin.Chosen.From ? pin.Chosen.From - m.Span.To : m.Span.From - pin.Chosen.To)
            ?? others.FindLast(m => sentences.Count > 0 && m.Span.From >= sentences[0].From && m.Span.To <= pin.Span.From);
    }

    /// <summary>Whether the noun phrase of a mention begins a clause: nothing but its own words between it and where a clause can begin.</summary>
    private static bool IsSubject(string text, CountryMention mention, int from)
    {
        var before = text[Math.Min(from, mention.Span.From)..mention.Span.From];
        return ClauseStart().IsMatch(before) || (mention.Kind == NameKind.Adjective && ClauseStartOfNoun().IsMatch(before));
    }

    private static bool IsSubordinate(string text, CountryMention mention, int from) => Subordinate().IsMatch(text[from..mention.Span.From]);

    // At the very start, after a mark, or after a word that opens a clause; adverbs and articles may stand between.
    [GeneratedRegex(@"(?:^|[,;:—–(“""‘]\s?|\b(?:that|when|while|because|whether|if|but|and|as|since|although|though|where|which|said|says|after|before|until)\s)"
        + @"(?:(?:now|instead|then|also|today|meanwhile|however|later|earlier|yesterday|still|even|the|an?|its?|neighbou?ring|longtime|former|senior|[Oo]n\s\p{Lu}\w+)\s)*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex ClauseStart();

    [GeneratedRegex(@"(?:^|[,;:—–(“""‘]\s?|\b(?:that|when|while|because|whether|if|but|and|as|said|says)\s)(?:[\p{L}’'-]+\s){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseStartOfNoun();

    [GeneratedRegex(@"\b(?:that|when|while|because|whether|if|as|since|although|though|after|before|until)\s(?:[\p{L}’'-]+\s){0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"^(?:\p{Ll}+(?:ed|ing)|sent|gave|said|says|held|met|flew|took|told|put|cut|began|led|made|won|has|have|had|is|was|were|will|would|won’t|wouldn’t|didn’t|did|does|may|can|could|also|publicly|joined|left|bought|sold|lent|let|set|shut|threw|withdrew|kept|drew|fell|rose|spoke)\b")]
    private static partial Regex StartsWithVerb();

    [GeneratedRegex(@"\b(?:to|into|against|from|in|with|toward|towards|on|over|via|for|at|between|among|along|near|like|bypass|bypassing)\s(?:the\s|its\s)?(?:[\p{L}’'-]+\s){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^(?:it|he|she|they|his|her|its|their)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithPronoun();

    [GeneratedRegex(@"\b(?:it|he|she|they|his|her|their)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^\W*(?:said|says|told|added|wrote|warned|stressed|declared|argued)\b")]
    private static partial Regex Says();
}

using Stance.Events;

namespace Stance.Texts;

/// <summary>A date proposed for an act.</summary>
/// <param name="From">Null where only the latest day is known.</param>
/// <param name="Why">"early March", or that the passage gives no date.</param>
public sealed record DateProposal(DateOnly? From, DateOnly To, DatePrecision Precision, string Why, bool IsSure);

/// <param name="Unresolved">What the form says where the chosen words only tell that it was later than something.</param>
public sealed record DateReading(IReadOnlyList<DateProposal> Proposals, string? Unresolved);

/// <summary>A day known to the register that acts without a date of their own are counted from: "Russia invades Ukraine".</summary>
public sealed record DayKnown(DateOnly Day, string Title);

/// <summary>
/// The dates a passage offers: its own words first, then its sentence's, then the last date told before it in the same paragraph or the one above.
/// Without any, what happened by the day of publication, and since the last day the register marks.
/// </summary>
public static class DateProposals
{
    public static DateReading For(ArticleText article, TextPin pin, DateOnly published, IReadOnlyList<DayKnown> marked)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(pin);
        var told = DateMentions.Find(article.Text[..pin.Span.To], published);
        var near = told.Where(m => m.Span.Touches(pin.Span))
            .OrderByDescending(m => m.Span.Touches(pin.Chosen))
            .ThenBy(m => Math.Abs(m.Span.From - pin.Chosen.From)).ToList();
        var proposals = near.Select(m => Proposed(m, published, m.Span.Touches(pin.Chosen), "")).OfType<DateProposal>().ToList();
        var unresolved = near.Find(m => !m.IsResolved);
        // Words that give no day overrule a date elsewhere in the sentence.
        var lacks = unresolved is not null && (near[0] == unresolved || proposals.Count == 0);
        if (proposals.Count == 0)
        {
            if (!lacks)
                proposals.AddRange(Before(article, pin, told, published));
            proposals.AddRange(ByPublication(published, marked));
        }
        return new DateReading([.. proposals.DistinctBy(p => (p.From, p.To, p.Precision))], lacks ? unresolved!.Sentence : null);
    }

    private static IEnumerable<DateProposal> Before(ArticleText article, TextPin pin, IReadOnlyList<DateMention> told, DateOnly published)
    {
        var above = article.Paragraphs.Where(p => p.IsBody && p.Span.From <= pin.Span.From).TakeLast(2).ToList();
        return told.Where(m => m.IsResolved && m.CountedFrom is null && above.Exists(p => p.Span.Touches(m.Span)))
            .TakeLast(1).Select(m => Proposed(m, published, false, ", said before")).OfType<DateProposal>();
    }

    private static IEnumerable<DateProposal> ByPublication(DateOnly published, IReadOnlyList<DayKnown> marked)
    {
        if (marked.Where(t => t.Day < published).MaxBy(t => t.Day) is { } trigger)
        {
            yield return new DateProposal(trigger.Day, published, DatePrecision.Interval, $"no day given: since “{trigger.Title}”, by publication", false);
            yield return new DateProposal(trigger.Day, trigger.Day, DatePrecision.Start, $"lasting, since “{trigger.Title}”", false);
        }
        yield return new DateProposal(null, published, DatePrecision.Before, "no day given: by publication", false);
    }

    private static DateProposal? Proposed(DateMention mention, DateOnly published, bool isChosen, string more)
    {
        if (mention.To is not { } to || (mention.From ?? to) > published)
            return null;
        var why = mention.CountedFrom is { } anchor ? $"“{mention.Words}”, counted from “{anchor}”" : $"“{mention.Words}”{more}";
        return new DateProposal(mention.From, to > published ? published : to, Precision(mention, published), why, isChosen && mention.CountedFrom is null);
    }

    // A month that was not over is not known as a month.
    private static DatePrecision Precision(DateMention mention, DateOnly published) =>
        mention.Precision is DatePrecision.Month or DatePrecision.Week && mention.To > published ? DatePrecision.Interval : mention.Precision;
}

using Stance.ViewStates;

namespace Stance.Web.Charts;

/// <summary>Everything the index line shows; the chart asks nobody else. Values are unclipped, the drawing clips them to its scale.</summary>
public sealed record LineDrawing
{
    /// <summary>The printed view state: the drawing is made again only when it changes.</summary>
    public required string Key { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly To { get; init; }

    public required PoleNames Poles { get; init; }

    /// <summary>Half the scale: 10 (−10…+10), or 5 for comparing countries; the subtitle must then say so.</summary>
    public double Limit { get; init; } = 10;

    /// <summary>At most eight lines.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    public IReadOnlyList<TriggerMark> Triggers { get; init; } = [];

    /// <summary>Where the acts break to another level; for one country.</summary>
    public IReadOnlyList<BreakMark> Breaks { get; init; } = [];

    /// <summary>Most important first; five are drawn, two on a phone.</summary>
    public IReadOnlyList<LineNote> Notes { get; init; } = [];

    /// <summary>Null leaves the strip away; empty draws it empty.</summary>
    public IReadOnlyList<LineAct>? Acts { get; init; }

    /// <summary>The country whose flow stands under the line; null leaves the strip away.</summary>
    public string? FlowCountry { get; init; }

    /// <summary>Said of how fast acts fade: "fading by half every 180 days".</summary>
    public string? FlowFading { get; init; }

    public CoverageStrip? Coverage { get; init; }

    /// <summary>Where further sources begin to be read, by day.</summary>
    public IReadOnlyList<NewSourceMark> NewSources { get; init; } = [];

    /// <summary>A box over the hatched plot: nothing was looked for.</summary>
    public NotLookedBox? NotLooked { get; init; }

    /// <summary>Bands of four lines and more would hide each other.</summary>
    public bool HasBands => Series.Count <= 3;

    /// <summary>Whether <see cref="Series"/> hold weight below 1 on the last day, for the tag beside the headline.</summary>
    public bool IsThinAtEnd => Series.Count > 0 && Series.All(s => s.Points.Count > 0 && s.Points[^1].IsThin);
}

/// <summary>"Moscow" and "Kyiv and its backers"; the short form stands in keys: "toward Kyiv".</summary>
public sealed record PoleNames(string Negative, string Positive, string? ShortNegative = null, string? ShortPositive = null)
{
    public string TowardNegative => $"toward {ShortNegative ?? Negative}";

    public string TowardPositive => $"toward {ShortPositive ?? Positive}";
}

/// <param name="Place">0…7: colour, dash and marker. A country keeps its place while it is on screen.</param>
/// <param name="StartingValue">The value without any act on the first day.</param>
/// <param name="FirstAct">The line of several countries starts here; null = no act at all.</param>
/// <param name="Points">One a day, ascending; at most a thousand are drawn.</param>
public sealed record LineSeries(
    string Country, string Name, int Place, double StartingValue, DateOnly? FirstAct, IReadOnlyList<LinePoint> Points);

public readonly record struct LinePoint(
    DateOnly Date, double Index, double Low90, double High90, double Low50, double High50, double Weight, double Flow)
{
    public bool IsThin => Weight < 1;
}

/// <summary>A dotted vertical through all strips, or a range when <paramref name="To"/> is given.</summary>
public sealed record TriggerMark(DateOnly From, DateOnly? To, string Title);

/// <summary>A vertical on the first day of a new level, over the band of days it can lie on.</summary>
/// <param name="From">With <paramref name="To"/>: the days it can lie on, both included.</param>
/// <param name="Title">"Break toward Moscow".</param>
public sealed record BreakMark(DateOnly Day, DateOnly From, DateOnly To, bool IsBold, string Title, string Stability);

/// <summary>A step explained: the date as exact as known, and at most six words.</summary>
/// <param name="When">"14 Mar", "January", "by 24 Jul".</param>
/// <param name="ShortTitle">For phones; null = the same words.</param>
public sealed record LineNote(string Country, DateOnly Date, string When, string Title, string? ShortTitle = null);

/// <summary>One act in the strip under the line.</summary>
/// <param name="Date">The day used in the sum.</param>
/// <param name="From">With <paramref name="To"/>: the interval it may lie in, when only that is known.</param>
/// <param name="When">The date as exact as known: "17 Jun", "June", "by 24 July".</param>
public sealed record LineAct(
    string Id, string Country, DateOnly Date, DateOnly? From, DateOnly? To, string When, string Title, double Score, bool IsDeed,
    bool IsDisputed = false, bool IsOfNewSource = false);

/// <summary>Eight pixels under the strips: where sources were swept, and the sentence that says it.</summary>
public sealed record CoverageStrip(IReadOnlyList<CoverageSpan> Swept, string Sentence, string? ShortSentence = null);

public readonly record struct CoverageSpan(DateOnly From, DateOnly To);

/// <summary>A flag and a line through the strips, and the sentence that says what begins there.</summary>
/// <param name="Day">The first day on which acts of the source can be expected; may lie outside the drawing, then only the sentence stands.</param>
/// <param name="Title">"Acts of Kazinform begin".</param>
public sealed record NewSourceMark(DateOnly Day, string Title, string Sentence);

/// <param name="Title">"No acts on file for January 2022".</param>
public sealed record NotLookedBox(string Title, string Sentence);

/// <summary>A reader chose the line of a country on a day.</summary>
public sealed record LinePointSelected(string Country, DateOnly Date);

/// <summary>A reader chose the stretch of a country's line between two days.</summary>
public sealed record LineSpanSelected(string Country, DateOnly From, DateOnly To);

/// <summary>A reader asked, on a day of the line, for a closer or a wider look.</summary>
public sealed record LineZoomAsked(ZoomStep Step, DateOnly Around);

using Stance.Acts;
using Stance.Codebook;
using Stance.Countries;
using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Alignment;

/// <summary>The answer to a view: the line of each country it names, computed from the acts the reader may see.</summary>
/// <param name="View">The view as answered: narrowed to the reader's scope.</param>
/// <param name="KnownAt">The knowledge instant the numbers stand for.</param>
/// <param name="ChangeNo">The change number of the acts used; the same number gives the same answer.</param>
public sealed record AlignmentReport(
    ViewState View,
    Period Period,
    DateTimeOffset KnownAt,
    Axis Axis,
    IReadOnlyList<CountryAlignment> Countries,
    IReadOnlyList<TriggerEvent> Triggers,
    CodebookVersion Codebook,
    long ChangeNo)
{
    /// <summary>Which sources are new in the lines, and what does not count.</summary>
    public SourceBearing Sources { get; init; } = SourceBearing.Nothing;

    /// <summary>Where somebody looked, for one country.</summary>
    public WatchedDays? Watched { get; init; }
}

/// <summary>One country's line, its starting value on the last day, and the acts that stand in it.</summary>
public sealed record CountryAlignment(Country Country, double Prior, AlignmentLine Line, IReadOnlyList<ActMark> Marks)
{
    /// <summary>Acts dated inside the period; earlier ones count with what is left of them.</summary>
    public IEnumerable<ActMark> InPeriod => Marks.Where(m => m.Day >= Line.Period.From);
}

/// <summary>An act as a chart marks it.</summary>
/// <param name="Contribution">c = w (s − μ₀)/(k₀ + W) on the period's last day (M3); the contributions and μ₀ sum to the index.</param>
public sealed record ActMark(
    ActId Id, DateOnly Day, double Score, double Weight, bool IsDeed, string Type, double Contribution);

/// <summary>The level of every country with acts by a day, and how it changed over the days the view names.</summary>
public sealed record MapReport(
    ViewState View, DateOnly Day, Axis Axis, IReadOnlyList<CountryLevel> Countries, CodebookVersion Codebook, long ChangeNo)
{
    /// <summary>The days a change is told over; null = the map tells levels.</summary>
    public int? Back => View.MapChange;
}

/// <summary>One country's level on a map.</summary>
/// <param name="Acts">Up to and with the day; at least one.</param>
/// <param name="Before">The level the change is told from; null = the map tells levels.</param>
public sealed record CountryLevel(CountryCode Country, int Acts, AlignmentPoint Point, AlignmentPoint? Before = null)
{
    public LevelChange? Change => Before is { } before ? new LevelChange(before, Point) : null;

    /// <summary>What the map colours: the level, or its change.</summary>
    public double Value => Change?.Change ?? Point.Index;

    /// <summary>The colour may not be trusted: thin evidence, or a change that may be nothing.</summary>
    public bool IsUncertain => Change is { } change ? !change.IsCertain : Point.IsThin;
}

/// <summary>A country's line as it stands, and as it would be with one act more (or one act changed).</summary>
public sealed record LinePreview(AlignmentLine Without, AlignmentLine With);

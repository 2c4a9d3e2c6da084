using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Explanation;

/// <summary>The answer to "Why did it move?": the split of a country's change, and what its acts are called.</summary>
/// <param name="View">The view as answered: narrowed to the reader's scope.</param>
/// <param name="Names">As many of the acts as are named, the largest first; as known at the end, or at the start when they are gone by then.</param>
public sealed record ChangeReport(
    ViewState View,
    Country Country,
    Axis Axis,
    ChangeEnd From,
    ChangeEnd To,
    ChangeExplanation Change,
    IReadOnlyDictionary<ActId, ActName> Names,
    CodebookVersion Codebook,
    long ChangeNo)
{
    /// <summary>The first day of the view's line.</summary>
    public DateOnly First { get; init; }

    /// <summary>Which sources are new in the view's line, and which acts up to the end do not count.</summary>
    public SourceBearing Sources { get; init; } = SourceBearing.Nothing;
}

/// <summary>One end of a change: the day, the index, starting value and evidence weight on it, and as of when that was known.</summary>
public sealed record ChangeEnd(DateOnly Day, double Index, double Prior, double Weight, AsOf Known);

/// <summary>What a chart needs to name an act.</summary>
/// <param name="From">First day it can have happened.</param>
/// <param name="Precision">day, week, month, interval, start or before.</param>
public sealed record ActName(
    ActId Id, string Title, string Type, DateOnly From, DateOnly To, string Precision, DateOnly ScoredOn, bool IsDeed, bool IsDisputed);

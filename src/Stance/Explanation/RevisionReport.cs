using Stance.Alignment;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Explanation;

/// <summary>How the readings of a country's line changed as more became known.</summary>
/// <param name="View">The view as answered: narrowed to the reader's scope.</param>
public sealed record RevisionReport(ViewState View, Country Country, Axis Axis, RevisionTriangle Triangle, long ChangeNo);

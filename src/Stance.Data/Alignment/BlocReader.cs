using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Acts;
using Stance.ViewStates;

namespace Stance.Data.Alignment;

/// <summary>Answers where a bloc stands and stood. Its lines come from <see cref="AlignmentReader"/>; no statement is sent.</summary>
public sealed class BlocReader(AlignmentReader alignment, ActFeed feed, TimeProvider clock)
{
    /// <summary>Null when there is no such bloc. Members outside the scope count in no number.</summary>
    public BlocReport? Read(string code, ViewState view, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!feed.Register.Blocs.TryGetValue(code, out var bloc))
            return null;
        var period = scope.Narrow(view).PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var members = bloc.Memberships.Where(m => m.Touches(period)).Select(m => m.Country).Distinct().ToList();
        return BlocReport.Of(bloc, alignment.Read(view with { Countries = members, Blocs = [] }, scope));
    }
}

using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Data.Alignment;

/// <summary>A view as far as its reader may see it, over the acts of one moment.</summary>
internal sealed record AskedView(ActSnapshot Snapshot, ViewState View, Period Period, Axis Axis, DateOnly Today)
{
    public static AskedView Of(ActSnapshot snapshot, ViewState view, Scope scope, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = scope.Narrow(view);
        var axis = snapshot.Register.Axes.GetValueOrDefault(asked.Axis)
            ?? throw new ArgumentException($"There is no axis \"{asked.Axis}\".", nameof(view));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new AskedView(snapshot.At(asked.AsOf), asked, asked.PeriodOn(today), axis, today);
    }

    public void Deconstruct(out ActSnapshot snapshot, out ViewState view, out Period period, out Axis axis) =>
        (snapshot, view, period, axis) = (Snapshot, View, Period, Axis);

    /// <summary>The acts of a country that count in the view.</summary>
    public ActSelection Slice(CountryCode country) => Snapshot.Slice(View, Period.From, country);

    /// <summary>The countries the view names, one by one and through its blocs.</summary>
    public IEnumerable<CountryCode> Countries(Scope scope) => Snapshot.Register
        .CountriesOf(View, Today)
        .Where(code => scope.Allows(code) && Snapshot.Register.Countries.ContainsKey(code));

    /// <summary>The countries the view names, or all with acts on its axis when it names none.</summary>
    public IEnumerable<CountryCode> Drawn(Scope scope) => View.Countries.Count + View.Blocs.Count > 0
        ? Countries(scope)
        : Snapshot.Columns.CountriesOn(View.Axis).Where(code => scope.Allows(code) && Snapshot.Register.Countries.ContainsKey(code));
}

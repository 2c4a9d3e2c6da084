using System.Data.Common;
using Microsoft.Extensions.Logging;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Explanation;
using Stance.ViewStates;

namespace Stance.Data.Explanation;

/// <summary>
/// Answers why a country's line moved: page, API and file call this one class. The split comes from the columns in memory; the names
/// of the acts cost one statement, and without a database only they are missing.
/// </summary>
public sealed class ChangeExplanationReader(ActFeed feed, ActNameReader names, TimeProvider clock, ILogger<ChangeExplanationReader> log)
{
    /// <summary>Acts that are named, those that moved the line most; the others have their kind and number.</summary>
    public const int MostNamed = 1000;

    /// <param name="view">A view with a change to explain (<see cref="ViewState.Why"/>).</param>
    /// <exception cref="ArgumentException">The view names no change, a country outside the scope, or an axis that is not in the register.</exception>
    public async Task<ChangeReport> ReadAsync(ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var snapshot = feed.Of(view);
        var asked = scope.Narrow(view);
        var span = asked.Why ?? throw new ArgumentException("The view names no change of a country that may be seen.", nameof(view));
        var axis = snapshot.Register.Axes.GetValueOrDefault(asked.Axis)
            ?? throw new ArgumentException($"There is no axis \"{asked.Axis}\".", nameof(view));
        var known = span.Known ?? new KnownSpan(asked.AsOf, asked.AsOf);
        // What is new is new in the line the change is read from, not in the stretch explained.
        var first = asked.PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).From;
        var (from, to) = (Moment(snapshot, asked, first, span.Period.From, known.From), Moment(snapshot, asked, first, span.Period.To, known.To));
        var parameters = snapshot.At(known.To).Parameters(asked.HalfLife);
        var change = ChangeExplanation.Between(from, to, parameters);
        return new ChangeReport(
            asked, snapshot.Register.Countries[span.Country], axis,
            new ChangeEnd(from.Day, change.Start, from.Prior, from.Weight(parameters), known.From),
            new ChangeEnd(to.Day, change.End, to.Prior, to.Weight(parameters), known.To),
            change, await NamesAsync(span.Country, change, scope, known, cancel), snapshot.At(known.To).Register.Codebook, snapshot.Columns.ChangeNo)
        {
            First = first,
            Sources = SourceBearing.Of(snapshot, asked with { AsOf = known.To }, first, span.Period.To, [span.Country]),
        };
    }

    private static ChangeMoment Moment(ActSnapshot snapshot, ViewState asked, DateOnly first, DateOnly day, AsOf known)
    {
        var country = asked.Why!.Country;
        var register = snapshot.At(known).Register;
        return new ChangeMoment(day, register.Prior(asked.Axis, country).On(day), snapshot.Slice(asked with { AsOf = known }, first, country).Known(country))
        {
            PriorStrength = register.Codebook.PriorStrength,
        };
    }

    private async Task<IReadOnlyDictionary<ActId, ActName>> NamesAsync(
        CountryCode country, ChangeExplanation change, Scope scope, KnownSpan known, CancellationToken cancel)
    {
        var largest = change.Parts.Where(p => p.Act is not null).Select(p => p.Act!.Value).Distinct().Take(MostNamed).ToList();
        try
        {
            return await names.ReadAsync([.. largest.Select(act => (country, act))], scope, known, cancel);
        }
        catch (DbException problem)
        {
            log.LogWarning("The acts of a change could not be named ({Problem}).", problem.Message);
            return new Dictionary<ActId, ActName>();
        }
    }
}

using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>
/// What this reader may see; required by every read. Null = no limit of that kind. Whatever a view asks for,
/// <see cref="Narrow"/> never lets it reach outside.
/// </summary>
public sealed record Scope
{
    /// <summary>All published acts: what a signed-in reader sees.</summary>
    public static Scope Everything { get; } = new();

    /// <summary>The one axis that may be read.</summary>
    public string? Axis { get; init; }

    /// <summary>What somebody sees who is not signed in.</summary>
    public static Scope Nothing { get; } = new() { Countries = new HashSet<CountryCode>() };

    public IReadOnlySet<CountryCode>? Countries { get; init; }

    public Period? Period { get; init; }

    public IReadOnlySet<string>? Collections { get; init; }

    public IReadOnlySet<string>? Families { get; init; }

    public ActForm? Form { get; init; }

    /// <summary>Nothing learned later than this is shown; <see cref="AsOf.Now"/> = no limit.</summary>
    public AsOf Until { get; init; }

    public bool Allows(CountryCode country) => Countries is null || Countries.Contains(country);

    /// <summary>The view cut down to what may be seen. A filter that leaves nothing falls back to all the scope allows of its kind.</summary>
    public ViewState Narrow(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view with
        {
            Axis = Axis ?? view.Axis,
            Countries = Cut(view.Countries, Countries),
            Blocs = Countries is null ? view.Blocs : [],
            Collections = Cut(view.Collections, Collections),
            Families = Cut(view.Families, Families),
            Form = Form ?? view.Form,
            Period = Cut(view.Period),
            AsOf = Cut(view.AsOf),
            Why = Cut(view.Why),
        };
    }

    private AsOf Cut(AsOf asked) => Until.Instant is { } until && (asked.Instant is not { } wanted || wanted > until) ? Until : asked;

    private ChangeSpan? Cut(ChangeSpan? asked) => asked is null || !Allows(asked.Country) ? null : asked with
    {
        Period = Cut((Period?)asked.Period) ?? asked.Period,
        Known = asked.Known is { } known ? new KnownSpan(Cut(known.From), Cut(known.To)) : null,
    };

    private Period? Cut(Period? asked)
    {
        if (Period is not { } allowed)
            return asked;
        if (asked is not { } wanted || wanted.To < allowed.From || wanted.From > allowed.To)
            return allowed;
        return new Period(
            wanted.From < allowed.From ? allowed.From : wanted.From,
            wanted.To > allowed.To ? allowed.To : wanted.To);
    }

    private static IReadOnlyList<T> Cut<T>(IReadOnlyList<T> asked, IReadOnlySet<T>? allowed)
    {
        if (allowed is null)
            return asked;
        var kept = asked.Where(allowed.Contains).ToList();
        return kept.Count > 0 ? kept : [.. allowed.Order()];
    }
}

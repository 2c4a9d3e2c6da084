using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>The small dictionaries every view needs, read together and replaced as a whole: countries, blocs, axes, ties, codebook, collections, triggers.</summary>
public sealed record Register(
    IReadOnlyDictionary<CountryCode, Country> Countries,
    IReadOnlyDictionary<string, Bloc> Blocs,
    IReadOnlyDictionary<string, Axis> Axes,
    TieBook Ties,
    CodebookVersion Codebook,
    IReadOnlyDictionary<string, ActCollection> Collections,
    IReadOnlyList<TriggerEvent> Triggers)
{
    /// <summary>Where somebody looked.</summary>
    public SweepBook Sweeps { get; init; } = SweepBook.Empty;

    /// <summary>Since when sources are read.</summary>
    public ReadingBook Readings { get; init; } = ReadingBook.Empty;

    /// <summary>The source of every vote, which is no source on file.</summary>
    public const string VoteRecord = "the official record of votes";

    /// <summary>Every source by name, and the record votes rest on (<see cref="SourceName.VoteRecord"/>).</summary>
    public IReadOnlyDictionary<Guid, string> Sources { get; init; } = new Dictionary<Guid, string> { [SourceName.VoteRecord] = VoteRecord };

    /// <summary>Every mark as it was known, and from when to when; what charts of an earlier knowledge show.</summary>
    public IReadOnlyList<TriggerVersion> TriggerVersions { get; init; } = [];

    /// <summary>Every version of the codebook that was ever in force, the oldest first; empty = only <see cref="Codebook"/>.</summary>
    public IReadOnlyList<KnownCodebook> Codebooks { get; init; } = [];

    /// <summary>The register with the codebook, and the starting values, that were in force at a knowledge date; before the first, the first.</summary>
    public Register At(AsOf asOf)
    {
        if (asOf.Instant is not { } at || Codebooks.Count == 0)
            return this;
        var held = Codebooks.LastOrDefault(c => c.KnownFrom <= at) ?? Codebooks[0];
        return held.Codebook.Version == Codebook.Version ? this : this with { Codebook = held.Codebook, Ties = held.Ties };
    }

    /// <summary>The register with a published version of the codebook and the starting values it gives; itself where there is no such version.</summary>
    public Register Under(string codebook) =>
        Codebooks.FirstOrDefault(c => c.Codebook.Version == codebook) is { } held ? this with { Codebook = held.Codebook, Ties = held.Ties } : this;

    public bool HasCodebook(string version) => Codebook.Version == version || Codebooks.Any(c => c.Codebook.Version == version);

    /// <summary>When somebody last came to stand on a side of an axis, or left it; null = never since the register was laid down.</summary>
    public DateTimeOffset? SidesChangedAt => Axes.Values.Max(a => a.ChangedAt);

    /// <summary>The register with the sides of its axes as they were known at a moment.</summary>
    public Register WithSidesAt(DateTimeOffset at) =>
        SidesChangedAt is { } changed && at < changed ? this with { Axes = Axes.ToDictionary(a => a.Key, a => a.Value.KnownAt(at)) } : this;

    public PriorSteps Prior(string axis, CountryCode country) => Ties.Prior(axis, country);

    public string NameOf(CountryCode code) => Countries.TryGetValue(code, out var country) ? country.Name : code.Value;

    public string SourceNameOf(Guid source) => Sources.GetValueOrDefault(source, "a source newly on file");

    /// <summary>The countries a view names, one by one and through its blocs as they stood at the period's end; in order of name.</summary>
    public IReadOnlyList<CountryCode> CountriesOf(ViewState view, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(view);
        var end = view.PeriodOn(today).To;
        return [.. view.Countries
            .Concat(view.Blocs.SelectMany(b => Blocs.TryGetValue(b, out var bloc) ? bloc.MembersOn(end) : []))
            .Distinct()
            .OrderBy(NameOf, StringComparer.Ordinal)];
    }

    /// <summary>The marks as known then.</summary>
    public IReadOnlyList<TriggerEvent> TriggersAsOf(AsOf asOf) => asOf.Instant is { } at
        ? [.. TriggerVersions.Where(v => v.KnownFrom <= at && (v.KnownUntil is null || at < v.KnownUntil)).Select(v => v.Trigger)]
        : Triggers;

    /// <summary>The day a view counts breaks from: its own, or the first that is marked inside the period; null where nothing is.</summary>
    public DateOnly? TriggerOf(ViewState view, Period period)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Trigger ?? TriggersAsOf(view.AsOf).Where(t => t.From >= period.From && t.From <= period.To).Select(t => (DateOnly?)t.From).Min();
    }

    /// <summary>The view without what the register does not know; an unknown axis gives way to the default one.</summary>
    public ViewState Known(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view with
        {
            Axis = Axes.ContainsKey(view.Axis) ? view.Axis : ViewState.DefaultAxis,
            Countries = [.. view.Countries.Where(Countries.ContainsKey)],
            Blocs = [.. view.Blocs.Where(Blocs.ContainsKey)],
            Collections = [.. view.Collections.Where(Collections.ContainsKey)],
            Codebook = view.Codebook is { } version && HasCodebook(version) ? version : null,
            Without = [.. view.Without.Where(Sources.ContainsKey)],
            WhatIf = view.WhatIf is { } assumed ? KnownAssumptions.Of(assumed, this) : null,
            Why = view.Why is { } why && Countries.ContainsKey(why.Country) ? why : null,
            Measure = view.Measure is { } measure && Codebook.HasMeasure(measure) ? measure : null,
            Families = [.. view.Families.Where(f => Codebook.Families.Any(known => known.Code == f))],
        };
    }

    /// <summary>What a view names that the register does not know, in plain words.</summary>
    public IEnumerable<ViewStateProblem> Unknown(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!Axes.ContainsKey(view.Axis))
            yield return new("axis", $"There is no axis \"{view.Axis}\". Known: {string.Join(", ", Axes.Keys.Order())}.");
        foreach (var code in view.Countries.Where(c => !Countries.ContainsKey(c)))
            yield return new("countries", $"There is no country \"{code}\" in the register.");
        if (view.Codebook is { } version && !HasCodebook(version))
            yield return new("codebook", $"There is no codebook \"{version}\". Known: {string.Join(", ", Codebooks.Select(c => c.Codebook.Version).DefaultIfEmpty(Codebook.Version))}.");
        if (view.Why is { } why && !Countries.ContainsKey(why.Country))
            yield return new("why", $"There is no country \"{why.Country}\" in the register.");
        if (view.Without.Count(s => !Sources.ContainsKey(s)) is > 0 and var missing)
            yield return new("without", $"{Wording.NumberWords.Capital(Wording.NumberWords.Count(missing, "source"))} left out {(missing == 1 ? "is" : "are")} not on file.");
        foreach (var problem in view.WhatIf is { } assumed ? KnownAssumptions.Unknown(assumed, this) : [])
            yield return problem;
        foreach (var code in view.Blocs.Where(b => !Blocs.ContainsKey(b)))
            yield return new("blocs", $"There is no bloc \"{code}\". Known: {string.Join(", ", Blocs.Keys.Order())}.");
        foreach (var code in view.Collections.Where(c => !Collections.ContainsKey(c)))
            yield return new("collections", $"There is no collection \"{code}\".");
        if (view.Measure is { } measure && !Codebook.HasMeasure(measure))
            yield return new("measure", $"No kind of act has a number called \"{measure}\".");
        foreach (var code in view.Families.Where(f => Codebook.Families.All(known => known.Code != f)))
            yield return new("families", $"There is no family of acts \"{code}\". Known: {string.Join(", ", Codebook.Families.Select(f => f.Code))}.");
    }
}

/// <summary>A named set of acts: filter, import batch, citation unit.</summary>
public sealed record ActCollection(int Id, string Code, string Name, string Description, string Citation);

/// <summary>A dated marker or range for charts; not scored.</summary>
public sealed record TriggerEvent(Guid Id, string Title, DateOnly From, DateOnly? To);

/// <summary>A mark as it was known from one moment up to but without another; null = still.</summary>
public sealed record TriggerVersion(TriggerEvent Trigger, DateTimeOffset KnownFrom, DateTimeOffset? KnownUntil);

/// <summary>A version of the codebook with the starting values it gives, in force from one moment up to but without another; null = still.</summary>
public sealed record KnownCodebook(CodebookVersion Codebook, TieBook Ties, DateTimeOffset KnownFrom, DateTimeOffset? KnownUntil, string Note);

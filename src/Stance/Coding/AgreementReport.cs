namespace Stance.Coding;

/// <summary>α of one field over some pairs.</summary>
public sealed record FieldAgreement(CodedField Field, AgreementEstimate Estimate, int Equal, int Pairs);

/// <summary>The same by kind, by two coders, by month.</summary>
/// <param name="Estimates">One for each of <see cref="CodedFields.All"/>.</param>
public sealed record AgreementGroup<TKey>(TKey Key, int Pairs, IReadOnlyList<FieldAgreement> Estimates);

/// <summary>Two coders, whoever was first.</summary>
public readonly record struct CoderPair(Guid One, Guid Other)
{
    public static CoderPair Of(Guid a, Guid b) => a.CompareTo(b) <= 0 ? new(a, b) : new(b, a);
}

/// <summary>How one coder's answers of a month lie to what was ruled.</summary>
/// <param name="Answers">Acts that were ruled and coded by this person.</param>
/// <param name="Severity">Mean of |b coded| − |b ruled|: above 0 = codes stronger than the panel.</param>
/// <param name="AsRuled">Answers that equal the ruling in every field.</param>
public sealed record CoderMonth(Guid Coder, DateOnly Month, int Answers, double Severity, int AsRuled);

/// <summary>
/// What coders agree on: α of each field over all pairs, by kind, by two coders and by month; beside it the share of acts that both found, for α says nothing
/// of an act that one of them missed.
/// </summary>
/// <param name="FoundByBoth">Unitising agreement is this over <paramref name="Passages"/>.</param>
public sealed record AgreementReport(
    int Passages,
    int FoundByBoth,
    IReadOnlyList<FieldAgreement> Fields,
    IReadOnlyList<AgreementGroup<string>> Kinds,
    IReadOnlyList<AgreementGroup<CoderPair>> Coders,
    IReadOnlyList<AgreementGroup<DateOnly>> Months,
    IReadOnlyList<CoderMonth> Drift)
{
    /// <summary>Fewer acts than this say little of coders: a convention of this house.</summary>
    public const int Enough = 10;

    public static AgreementReport Of(IReadOnlyCollection<CodingPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var both = pairs.Where(p => p.FoundByBoth).ToArray();
        return new AgreementReport(
            pairs.Count,
            both.Length,
            Estimates(both),
            [.. Groups(both, p => p.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)],
            [.. Groups(both, p => CoderPair.Of(p.FirstCoder, p.SecondCoder)).OrderByDescending(g => g.Pairs)],
            [.. Groups(both, p => MonthOf(p.DecidedOn)).OrderBy(g => g.Key)],
            [.. DriftOf(pairs)]);
    }

    private static IEnumerable<AgreementGroup<TKey>> Groups<TKey>(CodingPair[] pairs, Func<CodingPair, TKey> key) =>
        pairs.GroupBy(key).Select(g => new AgreementGroup<TKey>(g.Key, g.Count(), Estimates([.. g])));

    private static FieldAgreement[] Estimates(CodingPair[] pairs) => [.. CodedFields.All.Select(field => EstimateOf(field, pairs))];

    private static FieldAgreement EstimateOf(CodedField field, CodingPair[] pairs)
    {
        var keys = pairs.Select(p => (One: CodedFields.Key(field, p.First!), Other: CodedFields.Key(field, p.Second!))).ToArray();
        // Names have no size: each gets a number of its own.
        var numbers = keys.SelectMany(k => new[] { k.One, k.Other }).Distinct().Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.k is double size ? size : p.i);
        IReadOnlyList<double>[] units = [.. keys.Select(k => new[] { numbers[k.One], numbers[k.Other] })];
        return new FieldAgreement(field, CoderAgreement.Estimate(units, CodedFields.MetricOf(field)), keys.Count(k => k.One.Equals(k.Other)), pairs.Length);
    }

    private static IEnumerable<CoderMonth> DriftOf(IEnumerable<CodingPair> pairs) =>
        from answer in pairs.Where(p => p.Ruled is not null).SelectMany(p => new[]
        {
            (Coder: p.FirstCoder, Coded: p.First, Pair: p),
            (Coder: p.SecondCoder, Coded: p.Second, Pair: p),
        })
        where answer.Coded is not null
        group answer by (answer.Coder, Month: MonthOf(answer.Pair.DecidedOn)) into month
        orderby month.Key.Coder, month.Key.Month
        select new CoderMonth(
            month.Key.Coder,
            month.Key.Month,
            month.Count(),
            month.Average(a => Math.Abs(a.Coded!.Intensity) - Math.Abs(a.Pair.Ruled!.Intensity)),
            month.Count(a => a.Coded == a.Pair.Ruled));

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}

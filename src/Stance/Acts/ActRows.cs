using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Acts;

/// <summary>One act in the table: what its columns in memory tell without a word being read.</summary>
/// <param name="Contribution">How far it pulls its country's index from the starting value on the last day.</param>
public sealed record TableAct(
    ActId Id, CountryCode Country, DateOnly Day, double Score, double Weight, bool IsDeed, string Type, double Contribution)
{
    /// <summary>Only sources that are new in its country's line tell of it.</summary>
    public bool IsOfNewSource { get; init; }
}

/// <summary>The acts in view, in no particular order; immutable, and sorted as often as one likes.</summary>
public sealed class ActRows
{
    private readonly TableAct[] acts;
    private readonly Register register;

    /// <summary>Ties in a column are broken by these: the newest first, then by id.</summary>
    public ActRows(IEnumerable<TableAct> acts, Register register)
    {
        this.acts = [.. acts];
        this.register = register;
        Array.Sort(this.acts, ById);
    }

    public int Count => acts.Length;

    /// <summary>The acts in an order, at most <paramref name="most"/> of them.</summary>
    public ActTableOrder In(ActOrder order, int most)
    {
        var keys = new SortKey[acts.Length];
        var (keyOf, isAscending) = KeyOf(order);
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keyOf(acts[i]);
            keys[i] = new SortKey(isAscending ? key : -key, ViewState.IsListed(order) ? 0 : -acts[i].Day.DayNumber, i);
        }
        Array.Sort(keys);
        return new ActTableOrder(Array.ConvertAll(keys.AsSpan(0, Math.Min(most, keys.Length)).ToArray(), k => acts[k.Row]), Count);
    }

    private (Func<TableAct, double> KeyOf, bool IsAscending) KeyOf(ActOrder order) => order switch
    {
        ActOrder.DateDescending or ActOrder.DateAscending => (a => a.Day.DayNumber, order == ActOrder.DateAscending),
        ActOrder.ScoreDescending or ActOrder.ScoreAscending => (a => a.Score, order == ActOrder.ScoreAscending),
        ActOrder.CountryAscending or ActOrder.CountryDescending => (Ranked(a => a.Country, register.NameOf), order == ActOrder.CountryAscending),
        ActOrder.KindAscending or ActOrder.KindDescending => (Ranked(a => a.Type, KindName), order == ActOrder.KindAscending),
        ActOrder.FormAscending or ActOrder.FormDescending => (a => a.IsDeed ? 0 : 1, order == ActOrder.FormAscending),
        ActOrder.WeightDescending or ActOrder.WeightAscending => (a => a.Weight, order == ActOrder.WeightAscending),
        _ => (a => a.Contribution, order == ActOrder.ContributionAscending),
    };

    /// <summary>The place of each act's word among all that occur.</summary>
    private Func<TableAct, double> Ranked<T>(Func<TableAct, T> of, Func<T, string> name) where T : notnull
    {
        var places = acts.Select(of).Distinct().OrderBy(name, StringComparer.Ordinal).Select((value, place) => (value, place)).ToDictionary(p => p.value, p => (double)p.place);
        return act => places[of(act)];
    }

    private string KindName(string type) => register.Codebook.Find(type)?.Name ?? type;

    /// <summary>As PostgreSQL sorts the printed ids.</summary>
    private static int ById(TableAct a, TableAct b) =>
        a.Id.Id.CompareTo(b.Id.Id) is var first and not 0 ? first : string.CompareOrdinal(a.Id.Voter?.Value, b.Id.Voter?.Value);

    private readonly record struct SortKey(double Key, int Newest, int Row) : IComparable<SortKey>
    {
        public int CompareTo(SortKey other) =>
            Key.CompareTo(other.Key) is var first and not 0 ? first
            : Newest.CompareTo(other.Newest) is var second and not 0 ? second
            : Row.CompareTo(other.Row);
    }
}

/// <summary>The acts of a table in one order.</summary>
/// <param name="Of">How many acts there are, should the table show only the first of them.</param>
public sealed record ActTableOrder(IReadOnlyList<TableAct> Acts, int Of);

using Stance.Acts;
using Stance.Web.Api;

namespace Stance.Web.Acts;

/// <summary>Acts as a file: the same columns from the API and from a shared view.</summary>
internal static class ActCsv
{
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "country", "recipient", "type", "variant", "date", "from", "to", "precision", "title", "mode", "score", "weight", "confidence", "disputed"];

    /// <param name="axis">The axis whose score is written; an act silent on it has none.</param>
    public static IResult File(IEnumerable<ActItem> acts, string axis) => Csv.File("acts.csv", Columns, Rows(acts, axis));

    public static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<ActItem> acts, string axis) => acts.Select(a => (IReadOnlyList<object?>)[
        a.Id.ToString(), a.Country.Value, a.Recipient?.Value, a.Type, a.Variant, a.ScoredOn, a.From, a.To, a.Precision, a.Title,
        a.IsDeed ? "M" : "D", a.Scores.TryGetValue(axis, out var score) ? score : null, a.Weight, a.Confidence, a.IsDisputed ? "yes" : "no"]);
}

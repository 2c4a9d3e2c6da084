using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Events;

namespace Stance.Votes;

/// <summary>What one country's vote comes to, were the roll call scored so; null = silent, as the roll call is now or would be.</summary>
public sealed record VoteScore(CountryCode Country, VoteChoice Choice, AxisScore? Score);

/// <summary>Which side of an axis a text can be said to favour, and what that makes of its votes.</summary>
public static class ScoringRules
{
    /// <param name="favoured">Null = it shall be scored on this axis no longer.</param>
    public static IReadOnlyList<RuleBreach> Check(string? axis, string? favoured, string? reason, DateOnly heldOn, Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        if (string.IsNullOrWhiteSpace(axis) || !register.Axes.TryGetValue(axis, out var on))
            check.Add("axis", "unknown", $"Choose an axis: {string.Join(", ", register.Axes.Keys.Order())}.");
        else if (!string.IsNullOrWhiteSpace(favoured))
        {
            if (!CountryCode.TryParse(favoured.Trim(), out var code) || !register.Countries.TryGetValue(code, out var side))
                check.Add("favoured", "unknown", "Choose the country whose side the text takes.");
            else if (on.PoleWeight(code, heldOn) is null or 0)
                check.Add("favoured", "pole", $"{side.Name} stood on no side of {on.Name} on {DateText.Words(heldOn)}, so no vote would count. Choose a country that did.");
        }
        check.Block("reason", reason, EventRules.LongestReason, "why the text takes this side", required: true);
        return check.Breaches;
    }

    /// <summary>The countries a text can favour on an axis that day, both poles, by name.</summary>
    public static IReadOnlyList<Country> SidesOn(Axis axis, DateOnly day, Register register)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(register);
        return [.. axis.Members.Where(m => m.Covers(day) && m.Weight != 0)
            .Select(m => register.Countries[m.Country]).Distinct().OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Each vote by the codebook: base × pole weight, an ally's withheld support added, with the weight of a recorded vote.</summary>
    public static IReadOnlyList<VoteScore> Score(IReadOnlyList<Vote> votes, string axis, CountryCode favoured, DateOnly heldOn, Register register)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(register);
        var kind = register.Codebook.Find(RollCall.Kind) ?? throw new InvalidOperationException($"The codebook has no kind {RollCall.Kind}.");
        var variants = VoteChoices.All.ToDictionary(c => c, c => kind.FindVariant(c.Variant())!);
        var none = new Dictionary<string, double>();
        return [.. votes.Select(v => new VoteScore(v.Country, v.Choice, ActScoring.Score(
            new ScoredFacts(v.Country, favoured, variants[v.Choice], heldOn, variants[v.Choice].Base, variants[v.Choice].DefaultConfidence ?? 1, none),
            [register.Axes[axis]], register.Ties) is [var score] ? score : null))];
    }
}

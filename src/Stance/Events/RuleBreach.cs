namespace Stance.Events;

/// <summary>A rule an entry breaks: which field (its JSON path), which rule, and what to do about it in plain words.</summary>
public sealed record RuleBreach(string Field, string Rule, string Message);

/// <summary>Gathers breaches while a draft is read.</summary>
internal sealed class RuleCheck
{
    private readonly List<RuleBreach> breaches = [];

    public IReadOnlyList<RuleBreach> Breaches => breaches;

    public void Add(string field, string rule, string message) => breaches.Add(new(field, rule, message));
}

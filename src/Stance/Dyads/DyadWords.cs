using Stance.Wording;

namespace Stance.Dyads;

/// <summary>A pair of countries in words, by rule from what is on file.</summary>
public static class DyadWords
{
    /// <summary>The headline.</summary>
    public static string Finding(Dyad dyad)
    {
        ArgumentNullException.ThrowIfNull(dyad);
        var (a, b) = (dyad.There.From.Name, dyad.There.To.Name);
        return (dyad.There.Acts.Count, dyad.Back.Acts.Count) switch
        {
            (0, 0) => $"Nothing is on file between {a} and {b}",
            (_, 0) => $"{a} acted toward {b}; nothing the other way is on file",
            (0, _) => $"{b} acted toward {a}; nothing the other way is on file",
            _ when Sign(dyad.There) == Sign(dyad.Back) => $"{a} and {b} were {Kind(dyad.There)} toward each other",
            _ => $"{a} was {Kind(dyad.There)} toward {b}, {b} {Kind(dyad.Back)} toward {a}",
        };
    }

    /// <summary>Whether what went one way came back, in sentences.</summary>
    public static IReadOnlyList<string> Reciprocity(Dyad dyad)
    {
        ArgumentNullException.ThrowIfNull(dyad);
        if (dyad.IsEmpty)
            return ["No act of either toward the other matches these filters. That may mean that nothing happened, or that nobody looked."];
        var sums = $"{Side(dyad.There)} {Side(dyad.Back)}";
        if (dyad.There.Acts.Count == 0 || dyad.Back.Acts.Count == 0)
            return [sums, "With one direction only, nothing can be said on whether it was returned."];
        return
        [
            sums,
            $"The balance, {NumberWords.Score(dyad.Balance)}, {Balance(dyad)}.",
            "Sums grow with how much is on file: compare them only where both countries were looked at alike.",
        ];
    }

    private static string Balance(Dyad dyad) => Math.Round(dyad.Balance, 2) switch
    {
        0 => "is even: as much came back as went out",
        > 0 => $"leans one way: {dyad.There.From.Name} gave more cooperation than it got",
        _ => $"leans one way: {dyad.There.From.Name} got more cooperation than it gave",
    };

    private static string Side(TowardList list) => list.Acts.Count == 0
        ? $"{list.From.Name} toward {list.To.Name}: nothing on file."
        : $"{list.From.Name} toward {list.To.Name}: {NumberWords.Count(list.Acts.Count, "act")}, {Some(list.Cooperative)} cooperative, {Some(list.Hostile)} hostile, scores summing to {NumberWords.Score(list.Sum)}.";

    private static string Some(int acts) => acts == 0 ? "none" : NumberWords.InWords(acts);

    private static int Sign(TowardList list) => Math.Sign(Math.Round(list.Sum, 2));

    private static string Kind(TowardList list) => Sign(list) switch
    {
        > 0 => "cooperative on balance",
        < 0 => "hostile on balance",
        _ => "even on balance",
    };
}

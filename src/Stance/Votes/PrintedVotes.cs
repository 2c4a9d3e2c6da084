using Stance.Countries;

namespace Stance.Votes;

/// <summary>Finds the country behind every printed name, and tells each that is unknown, ambiguous, named twice, or had no vote that day.</summary>
public static class PrintedVotes
{
    /// <param name="day">The day of the vote; null = as the text says itself, and unchecked where it does not.</param>
    public static RollCallReading Resolve(PrintedRollCall printed, RecordNames names, string? body, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(printed);
        ArgumentNullException.ThrowIfNull(names);
        var on = day ?? printed.Details.Date;
        var votes = new Dictionary<CountryCode, ReadVote>();
        var problems = printed.Problems.ToList();
        foreach (var line in printed.Votes)
        {
            var match = names.Find(line.Name, on);
            if (match.Found.Count == 0 && line.OtherName is { } other && names.Find(other, on) is { Only: not null } byCode)
                match = byCode;
            if (match.Only is not { } country)
                problems.Add(Unclear(line, match));
            else if (on is { } date && VotingBody.Objection(body, country, date) is { } objection)
                problems.Add(new LineProblem(line.Line, objection.Rule, objection.Message));
            else if (!votes.TryGetValue(country.Code, out var earlier))
                votes.Add(country.Code, new ReadVote(line.Line, country.Code, line.Choice));
            else if (earlier.Choice != line.Choice)
                problems.Add(new LineProblem(
                    line.Line, "twice", $"{country.Name} stands in line {earlier.Line} as {earlier.Choice.Words()}, and here as {line.Choice.Words()}. Keep the right one."));
        }
        return new RollCallReading([.. votes.Values], [.. problems.OrderBy(p => p.Line)], printed.Details);
    }

    private static LineProblem Unclear(PrintedVote line, NameMatch match) => match.Found.Count > 1
        ? new LineProblem(
            line.Line, "ambiguous", $"“{Short(line.Name)}” can be {string.Join(" or ", match.Found.Select(c => c.Name))}. Write which.", [.. match.Found.Select(c => c.Code)])
        : new LineProblem(
            line.Line, "unknown",
            match.Near.Count > 0
                ? $"“{Short(line.Name)}” is no country of the register. Near: {string.Join(", ", match.Near.Select(c => c.Name))}."
                : $"“{Short(line.Name)}” is no country of the register. Correct it, or take the line out.",
            [.. match.Near.Select(c => c.Code)]);

    private static string Short(string name) => name.Length > 60 ? name[..60] + "…" : name;
}

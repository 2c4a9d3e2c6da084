using Stance.Acts;
using Stance.Wording;

namespace Stance.Alignment;

/// <summary>The steps of a line in words. A date is never told more exactly than the acts are known; the day of the sum is "counted on".</summary>
internal sealed class StepWords(AlignmentReport report, IReadOnlyDictionary<ActId, ActItem> described)
{
    /// <summary>"The biggest steps: eight acts counted on 10 May (+1.44), then declines request, from 24 Feb (+1.31)".</summary>
    public string Headline(IReadOnlyList<LineFacts> facts)
    {
        var steps = facts
            .SelectMany((f, i) => f.Steps.Select(s => (Country: report.Countries[i].Country.Name, Step: s)))
            .Where(s => Math.Abs(s.Step.Change) >= 0.005)
            .OrderByDescending(s => Math.Abs(s.Step.Change))
            .Take(2)
            .ToList();
        if (steps.Count == 0)
            return "No act moved the line in this period";
        var several = facts.Count > 1;
        var told = steps.Select(s => (several ? $"{s.Country}, " : "") + $"{Short(s.Step)} ({NumberWords.Index(s.Step.Change)})");
        return (steps.Count == 1 ? "The biggest step: " : "The biggest steps: ") + string.Join(", then ", told);
    }

    /// <summary>"On 14 March it rose from −2.28 to −1.11: flies 28 t of medicine."</summary>
    public string Sentence(LineStep step, int? saidYear)
    {
        var moved = $"{(step.Change > 0 ? "rose" : "fell")} from {NumberWords.Index(step.Before)} to {NumberWords.Index(step.After)}";
        if (step.Acts.Count > 1)
            return $"With {NumberWords.InWords(step.Acts.Count)} acts counted on {DateWords.LongDay(step.Day, saidYear)} it {moved}.";
        return Known(step.Acts[0]) switch
        {
            { Precision: "day" } act => $"On {DateWords.LongDay(step.Day, saidYear)} it {moved}: {NumberWords.KeepUnits(act.Title)}.",
            { } act => $"With one act dated {DateWords.LongWhen(act.From, act.To, act.Precision)}, counted on {DateWords.LongDay(step.Day, saidYear)}, it {moved}: {NumberWords.KeepUnits(act.Title)}.",
            null => $"With one act counted on {DateWords.LongDay(step.Day, saidYear)} ({Kind(step.Acts[0])}) it {moved}.",
        };
    }

    private string Short(LineStep step)
    {
        var year = report.Period.From.Year == report.Period.To.Year ? report.Period.To.Year : (int?)null;
        if (step.Acts.Count > 1)
            return $"{NumberWords.InWords(step.Acts.Count)} acts counted on {DateWords.Day(step.Day, year)}";
        return Known(step.Acts[0]) is { } act
            ? $"{Kind(step.Acts[0])}, {DateWords.When(act.From, act.To, act.Precision, year)}"
            : $"{Kind(step.Acts[0])}, counted on {DateWords.Day(step.Day, year)}";
    }

    private ActItem? Known(ActMark mark) => described.GetValueOrDefault(mark.Id);

    private string Kind(ActMark mark) => report.Codebook.Find(mark.Type)?.Name is { Length: > 0 } name
        ? char.ToLowerInvariant(name[0]) + name[1..]
        : "an act";
}

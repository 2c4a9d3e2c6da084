using Stance.Wording;

namespace Stance.Acts;

/// <summary>An act in plain words: who toward whom, and when, never more exactly than known.</summary>
public static class ActWords
{
    /// <summary>"Kazakhstan toward Russia", "Kazakhstan".</summary>
    public static string Who(ActItem act, Register register)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(register);
        var actor = register.NameOf(act.Country);
        return act.Recipient is { } recipient ? $"{actor} toward {register.NameOf(recipient)}" : actor;
    }

    /// <summary>When it happened, and the day used in the sum where that is not the same.</summary>
    public static string Dating(ActItem act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var counted = DateWords.LongDay(act.ScoredOn);
        return act.Precision switch
        {
            "day" when act.ScoredOn == act.From => $"{DateWords.LongDay(act.From)}.",
            "day" => $"{DateWords.LongDay(act.From)}; counted on {counted}.",
            "month" => $"In {DateWords.LongWhen(act.From, act.To, act.Precision)}, the day not known; counted on {counted}.",
            "week" => $"In {DateWords.LongWhen(act.From, act.To, act.Precision)}, the day not known; counted on {counted}.",
            "start" => $"Held {DateWords.LongWhen(act.From, act.To, act.Precision)}; counted on {counted}.",
            "before" => $"Known only to have happened {DateWords.LongWhen(act.From, act.To, act.Precision)}; counted on {counted}{(act.ScoredOn == act.To ? ", the last day it can have been" : "")}.",
            _ => $"Known to have happened {DateWords.LongWhen(act.From, act.To, act.Precision)}; counted on {counted}{(IsMidpoint(act) ? ", the midpoint" : "")}.",
        };
    }

    private static bool IsMidpoint(ActItem act) => act.ScoredOn == act.From.AddDays((act.To.DayNumber - act.From.DayNumber) / 2);
}

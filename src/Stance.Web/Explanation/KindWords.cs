using Stance.Explanation;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Web.Explanation;

/// <summary>The ways a line is moved, in plain words.</summary>
internal static class KindWords
{
    /// <summary>In the order of the bars.</summary>
    public static IReadOnlyList<ChangeKind> Order { get; } =
    [
        ChangeKind.New, ChangeKind.Withdrawn, ChangeKind.Revised, ChangeKind.Recoded, ChangeKind.Faded, ChangeKind.Diluted, ChangeKind.StartingValue,
    ];

    /// <summary>Beside the name of an act; a new act needs no word.</summary>
    public static string? Note(ChangeKind kind, ChangeReport report) => kind switch
    {
        ChangeKind.Withdrawn => "withdrawn",
        ChangeKind.Revised => "corrected",
        ChangeKind.Recoded => "scored anew",
        ChangeKind.Faded => "faded",
        ChangeKind.Diluted => IsDiluted(report) ? "counts less beside others" : "counts more, others faded",
        _ => null,
    };

    /// <summary>"new acts", as the subject of a finding.</summary>
    public static string Subject(ChangeKind kind, ChangeReport report) => kind switch
    {
        ChangeKind.New => report.From.Day == report.To.Day ? "acts learned later" : "new acts",
        ChangeKind.Withdrawn => "withdrawn acts",
        ChangeKind.Revised => "corrections of acts",
        ChangeKind.Recoded => "the new codebook",
        ChangeKind.Faded => "the fading of older acts",
        ChangeKind.Diluted => IsDiluted(report) ? "older acts that count less beside others" : "older acts that count more because others faded",
        _ => "a change of ties",
    };

    /// <summary>For the list beside the bars.</summary>
    public static string Heading(ChangeKind kind, ChangeReport report) => kind switch
    {
        ChangeKind.New => "New acts",
        ChangeKind.Withdrawn => "Withdrawn acts",
        ChangeKind.Revised => "Corrected acts",
        ChangeKind.Recoded => "Scored anew",
        ChangeKind.Faded => "Older acts faded",
        ChangeKind.Diluted => IsDiluted(report) ? "Older acts count less beside others" : "Older acts count more, others faded",
        _ => "Starting value",
    };

    public static string Definition(ChangeKind kind, ChangeReport report) => kind switch
    {
        ChangeKind.New => "Dated after the first day, or first known after it.",
        ChangeKind.Withdrawn => "Counted at the start, then retracted or corrected so that they fall out of the view.",
        ChangeKind.Revised => "The same act with another score, weight or day.",
        ChangeKind.Recoded => "The same act scored by another version of the codebook.",
        ChangeKind.Faded => report.View.HalfLife == HalfLife.None
            ? "In this view acts never fade."
            : $"Acts {DateWords.Fading(report.View.HalfLife)}, so each pulls less as time passes.",
        ChangeKind.Diluted => "The index is an average: an act’s share of it depends on the weight of the others.",
        _ => "Where the line stands without acts: the sum of the country’s ties, which began or ended.",
    };

    private static bool IsDiluted(ChangeReport report) => report.To.Weight >= report.From.Weight;
}

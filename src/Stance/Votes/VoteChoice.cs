namespace Stance.Votes;

/// <summary>One country's choice in a roll call.</summary>
public enum VoteChoice
{
    Yes,
    No,
    Abstain,
    Absent,
}

/// <summary>How a choice is kept, typed and said.</summary>
public static class VoteChoices
{
    private static readonly Dictionary<string, VoteChoice> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Y"] = VoteChoice.Yes,
        ["Yes"] = VoteChoice.Yes,
        ["For"] = VoteChoice.Yes,
        ["In favour"] = VoteChoice.Yes,
        ["In favor"] = VoteChoice.Yes,
        ["N"] = VoteChoice.No,
        ["No"] = VoteChoice.No,
        ["Against"] = VoteChoice.No,
        ["A"] = VoteChoice.Abstain,
        ["Abstain"] = VoteChoice.Abstain,
        ["Abstained"] = VoteChoice.Abstain,
        ["Abstaining"] = VoteChoice.Abstain,
        ["Abstention"] = VoteChoice.Abstain,
        ["Abstentions"] = VoteChoice.Abstain,
        ["X"] = VoteChoice.Absent,
        ["Absent"] = VoteChoice.Absent,
        ["Did not vote"] = VoteChoice.Absent,
        ["Not voting"] = VoteChoice.Absent,
        ["Non-voting"] = VoteChoice.Absent,
        ["Nonvoting"] = VoteChoice.Absent,
    };

    public static IReadOnlyList<VoteChoice> All { get; } = [VoteChoice.Yes, VoteChoice.No, VoteChoice.Abstain, VoteChoice.Absent];

    /// <summary>The letter it is kept and typed as: Y, N, A, X.</summary>
    public static char Letter(this VoteChoice choice) => choice switch
    {
        VoteChoice.Yes => 'Y',
        VoteChoice.No => 'N',
        VoteChoice.Abstain => 'A',
        _ => 'X',
    };

    public static string Words(this VoteChoice choice) => choice switch
    {
        VoteChoice.Yes => "Yes",
        VoteChoice.No => "No",
        VoteChoice.Abstain => "Abstained",
        _ => "Absent",
    };

    /// <summary>The variant of the codebook's kind of act "roll-call vote".</summary>
    public static string Variant(this VoteChoice choice) => choice switch
    {
        VoteChoice.Yes => "yes",
        VoteChoice.No => "no",
        VoteChoice.Abstain => "abstain",
        _ => "absent",
    };

    public static VoteChoice? Read(string? text) => text is not null && Spellings.TryGetValue(text.Trim(), out var choice) ? choice : null;
}

namespace Stance.Votes;

/// <summary>How many chose what.</summary>
public sealed record VoteTally(int Yes, int No, int Abstain, int Absent)
{
    public int All => Yes + No + Abstain + Absent;

    public int this[VoteChoice choice] => choice switch
    {
        VoteChoice.Yes => Yes,
        VoteChoice.No => No,
        VoteChoice.Abstain => Abstain,
        _ => Absent,
    };

    public static VoteTally Of(IEnumerable<VoteChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var counts = new int[4];
        foreach (var choice in choices)
            counts[(int)choice]++;
        return new VoteTally(counts[0], counts[1], counts[2], counts[3]);
    }
}

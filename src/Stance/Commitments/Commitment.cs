using Stance.Acts;

namespace Stance.Commitments;

/// <summary>One stage of a commitment: an act, with what its coder called the stage.</summary>
/// <param name="From">First day it can have happened; <paramref name="To"/> the last, <paramref name="Counted"/> the one used in the sum.</param>
/// <param name="IsScored">False for a stage that closes its chain: visible, not scored.</param>
public sealed record CommitmentStage(
    ActId Id, string Chain, string Type, string Variant, string Title, string? Stage, DateOnly From, DateOnly To, DateOnly Counted, string Precision, bool IsDeed, bool IsScored);

/// <summary>How far a commitment has come.</summary>
public enum CommitmentState
{
    /// <summary>Only words so far, and still in time.</summary>
    Open,

    /// <summary>Only words, and no deed within 180 days.</summary>
    Overdue,

    /// <summary>A deed has followed the words.</summary>
    CarriedOut,

    /// <summary>Its last stage closes it: withdrawn, expired or over.</summary>
    Ended,
}

/// <summary>
/// What a country announced and what became of it: stages in order of time. A promise without any stage after it is a chain of one.
/// </summary>
public sealed record Commitment(IReadOnlyList<CommitmentStage> Stages, CommitmentState State)
{
    /// <summary>A pledge without a deed is overdue after this many days.</summary>
    public const int Days = 180;

    public CommitmentStage First => Stages[0];

    /// <summary>Counted from the last day the words can have been said.</summary>
    public DateOnly DueOn => First.To.AddDays(Days);

    public CommitmentStage? Deed => Stages.FirstOrDefault(s => s.IsDeed);

    /// <summary>Days from the words to the deed; null without one, or where no words came first.</summary>
    public int? Taken => Deed is { } deed && !First.IsDeed ? Math.Max(0, deed.From.DayNumber - First.To.DayNumber) : null;
}

/// <summary>The commitments of a country by a day, and how many pledges were followed by a deed in time.</summary>
/// <param name="Kept">Pledges with a deed within 180 days.</param>
/// <param name="Due">Pledges so kept, or whose 180 days are over.</param>
public sealed record CommitmentBook(IReadOnlyList<Commitment> Commitments, int Kept, int Due)
{
    /// <summary>Promises by their kind, also where nobody chained a later act to them.</summary>
    private static readonly HashSet<(string Type, string Variant)> Pledges =
        [("ECO-SPLG", "default"), ("MIL-ARMP", "default"), ("HUM-AIDM", "pledged"), ("ENE-RERO", "announced")];

    public static bool IsPledge(string type, string variant) => Pledges.Contains((type, variant));

    /// <summary>Codes of the kinds that can be pledges.</summary>
    public static IReadOnlyList<string> PledgeTypes { get; } = [.. Pledges.Select(p => p.Type).Distinct()];

    /// <param name="stages">Acts of one country; those of one chain belong together.</param>
    /// <param name="on">The day on which it is asked what is overdue; later acts do not count.</param>
    public static CommitmentBook Of(IEnumerable<CommitmentStage> stages, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(stages);
        List<Commitment> commitments = [.. stages
            .Where(s => s.From <= on)
            .GroupBy(s => s.Chain)
            .Select(chain => chain.OrderBy(s => s.Counted).ThenBy(s => s.IsDeed).ThenBy(s => s.Id.ToString()).ToList())
            .Where(chain => chain.Count > 1 || IsPledge(chain[0].Type, chain[0].Variant))
            .Select(chain => new Commitment(chain, StateOf(chain, on)))
            .OrderBy(c => c.State != CommitmentState.Overdue).ThenBy(c => c.DueOn)];
        var pledges = commitments.Where(c => !c.First.IsDeed).ToList();
        var kept = pledges.Count(c => c.Taken <= Commitment.Days);
        return new CommitmentBook(commitments, kept, kept + pledges.Count(c => !(c.Taken <= Commitment.Days) && c.DueOn < on));
    }

    private static CommitmentState StateOf(List<CommitmentStage> chain, DateOnly on) =>
        !chain[^1].IsScored ? CommitmentState.Ended
        : chain.Any(s => s.IsDeed) ? CommitmentState.CarriedOut
        : chain[0].To.AddDays(Commitment.Days) < on ? CommitmentState.Overdue
        : CommitmentState.Open;
}

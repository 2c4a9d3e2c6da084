using Stance.Acts;
using Stance.Countries;
using Stance.Data.Alignment;
using Stance.Data.Votes;
using Stance.ViewStates;
using Stance.Votes;

namespace Stance.Web.Votes;

/// <summary>What one country's line does if a scoring is published: the index on the day of the vote, as it stands and as it would be.</summary>
public sealed record LineMove(VoteScore Vote, double Before, double After)
{
    /// <summary>Less than a hundredth is no move: no page shows it.</summary>
    private const double Least = 0.005;

    public double By => After - Before;

    public bool IsMove => Math.Abs(By) >= Least;
}

/// <summary>All lines a scoring would move, the farthest first.</summary>
public sealed record ScoringMoves(IReadOnlyList<LineMove> Moves)
{
    public int Raised => Moves.Count(m => m is { IsMove: true, By: > 0 });

    public int Lowered => Moves.Count(m => m is { IsMove: true, By: < 0 });

    public int Still => Moves.Count - Raised - Lowered;

    /// <param name="favoured">Null = the roll call would be scored on the axis no longer.</param>
    public static ScoringMoves Of(RollCallDetail detail, string axis, CountryCode? favoured, Register register, AlignmentReader reader, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(detail);
        ArgumentNullException.ThrowIfNull(reader);
        var (rollCall, day) = (detail.RollCall, detail.RollCall.HeldOn);
        var scores = favoured is { } side
            ? ScoringRules.Score(rollCall.Votes, axis, side, day, register)
            : [.. rollCall.Votes.Select(v => new VoteScore(v.Country, v.Choice, null))];
        var view = new ViewState { Axis = axis, Period = new Period(day, day) };
        return new ScoringMoves([.. scores.Select(Move).OrderByDescending(m => Math.Abs(m.By)).ThenBy(m => register.NameOf(m.Vote.Country), StringComparer.Ordinal)]);

        LineMove Move(VoteScore vote)
        {
            // Without a score it weighs nothing: what is left is the line without this vote.
            var line = reader.Preview(view, scope, vote.Country, day, vote.Score?.Score ?? 0, vote.Score?.Weight ?? 0, detail.Id);
            return new LineMove(vote, line.Without.On(day).Index, line.With.On(day).Index);
        }
    }
}

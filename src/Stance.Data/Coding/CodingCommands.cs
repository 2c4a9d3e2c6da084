using Stance.Coding;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Events;

namespace Stance.Data.Coding;

/// <summary>Enter an act for a second coder instead of publishing it.</summary>
public sealed record OpenCase(StanceEventDraft Draft, SecondCodingReason Reason);

/// <summary>The second coder's answer.</summary>
/// <param name="Draft">Null: the passage holds no act. Where it stands written is taken from the case, whatever the draft says.</param>
public sealed record AnswerCase(Guid Id, StanceEventDraft? Draft, string? Note = null);

/// <summary>What stands where two coders differed.</summary>
/// <param name="Draft">Null: the passage holds no act.</param>
/// <param name="BothStand">Both answers can be defended: the act scores their mean with less weight. Else one of them was a mistake.</param>
public sealed record RuleCase(Guid Id, StanceEventDraft? Draft, bool BothStand, string? Reason);

/// <summary>Which acts go to a second coder.</summary>
public sealed record SetSecondCoding(double Share, IReadOnlyList<string> Kinds);

/// <summary>How far a case has come.</summary>
public enum CaseState
{
    /// <summary>Waits for the second coder.</summary>
    Coded,

    /// <summary>Waits for a ruling.</summary>
    SecondCoded,

    /// <summary>It is an act now.</summary>
    Published,

    /// <summary>Ruled to be no act.</summary>
    NoAct,
}

/// <summary>A case was opened, answered or ruled.</summary>
/// <param name="Act">The act it became.</param>
/// <param name="Together">The act of several states it became instead.</param>
public sealed record CaseWritten(Guid Id, CaseState State, Guid? Act = null, CountryCode? Country = null, TogetherWritten? Together = null) : Written
{
    public override string Subject => $"coding:{Id}";

    public override object Details => new { state = State.ToString(), act = Act, together = Together?.Id };

    public override IReadOnlyList<(string Subject, object Details)> Records => Together?.Records ?? [];
}

/// <summary>The rule for second coding was changed.</summary>
public sealed record SecondCodingSet(double Share, IReadOnlyList<string> Kinds) : Written
{
    public override string Subject => "setting:second_coding";

    public override object Details => new { Share, Kinds };
}

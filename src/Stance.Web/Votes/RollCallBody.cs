using Stance.Acts;
using Stance.Countries;
using Stance.Data.Votes;
using Stance.Events;
using Stance.Votes;

namespace Stance.Web.Votes;

/// <summary>A roll call as sent: its votes one by one, or the text of its record.</summary>
/// <param name="Date">2022-03-02.</param>
/// <param name="Absent">Null = the record does not say; the members nobody names.</param>
/// <param name="Text">Lines, lists of names or a table as the record prints them; fills what is left out.</param>
public sealed record RollCallBody(
    string? Body = null, string? Symbol = null, string? Title = null, string? Date = null, string? Meeting = null, string? Session = null, string? Url = null,
    int? Yes = null, int? No = null, int? Abstain = null, int? Absent = null, IReadOnlyList<VoteDraft>? Votes = null, string? Text = null)
{
    /// <summary>The draft it comes to, or what of its text is not understood, by line.</summary>
    public (RollCallDraft? Draft, IReadOnlyList<RuleBreach> Breaches) ToDraft(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        if (Text is null)
            return (Merge(new RollCallDetails(), Votes), []);
        if (Votes is not null)
            return (null, [new RuleBreach("text", "oneForm", "Give either votes, or the text of the record; not both.")]);
        var day = DateText.TryParseIso(Date, out var given) ? given : (DateOnly?)null;
        var reading = PastedRollCall.Read(Text, new RecordNames(register.Countries.Values), Body ?? VotingBody.GeneralAssembly, day);
        return reading.Problems.Count > 0
            ? (null, [.. reading.Problems.Select(p => new RuleBreach("text", p.Rule, $"Line {p.Line}: {p.Message}"))])
            : (Merge(reading.Details, [.. reading.Votes.Select(v => new VoteDraft(v.Country.Value, v.Choice.Letter().ToString()))]), []);
    }

    private RollCallDraft Merge(RollCallDetails found, IReadOnlyList<VoteDraft>? votes) => new()
    {
        Body = Body ?? VotingBody.GeneralAssembly,
        Symbol = Symbol ?? found.Symbol,
        Title = Title ?? found.Title,
        Date = Date ?? (found.Date is { } day ? DateText.Iso(day) : null),
        Meeting = Meeting ?? found.Meeting,
        Session = Session ?? found.Session,
        Url = Url ?? found.Url,
        Yes = Yes ?? found.Yes,
        No = No ?? found.No,
        Abstain = Abstain ?? found.Abstain,
        Absent = Absent ?? found.Absent,
        Votes = votes,
    };
}

/// <param name="Favoured">The country whose side the text takes; null = to be scored on this axis no longer.</param>
public sealed record ScoringBody(string? Favoured = null, string? Reason = null);

/// <param name="Proposal">The one that was looked at.</param>
/// <param name="Publish">False declines it, which needs a reason.</param>
public sealed record DecisionBody(Guid? Proposal = null, bool? Publish = null, string? Reason = null);

using Stance.Acts;
using Stance.Countries;
using Stance.Events;

namespace Stance.Votes;

/// <summary>What a draft comes to, every rule it breaks, and the roll call itself once it breaks none.</summary>
/// <param name="Counted">What the votes entered come to, members nobody names counted as absent.</param>
public sealed record RollCallCheck(IReadOnlyList<RuleBreach> Breaches, VoteTally Counted, RollCall? RollCall);

/// <summary>The one rule set for form, API and pasted records: votes become a roll call only where they come to the official tally.</summary>
public static class RollCallRules
{
    public const int LongestTitle = 600;
    private const int LongestLine = 100;
    private const int MostVotes = 500;

    public static RollCallCheck Check(RollCallDraft draft, Register register, RecordNames names, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(names);
        var check = new RuleCheck();
        var body = check.Line("body", draft.Body, LongestLine, "the body that voted", required: true);
        var symbol = check.Line("symbol", draft.Symbol, LongestLine, "the symbol of the text, such as A/RES/ES-11/1", required: true);
        if (symbol?.Any(char.IsWhiteSpace) == true)
            check.Add("symbol", "blank", "Write the symbol without blanks, such as A/RES/ES-11/1.");
        var title = check.Line("title", draft.Title, LongestTitle, "the title", required: true);
        var day = check.PastDay("date", draft.Date, today, required: true);
        var meeting = check.Line("meeting", draft.Meeting, LongestLine, "the meeting");
        var session = check.Line("session", draft.Session, LongestLine, "the session");
        var url = check.Address("url", draft.Url);
        var votes = VotesOf(check, draft, names, body, day, register);
        var counted = VoteTally.Of(votes.Select(v => v.Choice));
        var tally = Official(check, draft, counted);
        return new RollCallCheck(
            check.Breaches, counted,
            check.Breaches.Count > 0 ? null : new RollCall(body!, symbol!, title!, day!.Value, meeting, session, url, tally!, votes));
    }

    private static List<Vote> VotesOf(RuleCheck check, RollCallDraft draft, RecordNames names, string? body, DateOnly? day, Register register)
    {
        var votes = new Dictionary<CountryCode, VoteChoice>();
        var entered = draft.Votes ?? [];
        if (entered.Count == 0)
            check.Add("votes", "required", "Enter the votes: paste them from the record, or set them one by one.");
        if (entered.Count > MostVotes)
        {
            check.Add("votes", "length", $"Enter at most {MostVotes} votes; no body has more members.");
            return [];
        }
        for (var i = 0; i < entered.Count; i++)
        {
            var field = $"votes[{i}]";
            if (entered[i] is not { } vote || VoteChoices.Read(vote.Choice) is not { } choice)
                check.Add(field + ".choice", "choice", "Choose Y, N, A, or X where it did not vote.");
            else if (names.Find(vote.Country, day) is not { Only: { } country })
                check.Add(field + ".country", "unknown", "This is no country of the register. Choose one by its name or code, such as KAZ.");
            else if (day is { } on && VotingBody.Objection(body, country, on) is { } objection)
                check.Add(field + ".country", objection.Rule, objection.Message);
            else if (!votes.TryAdd(country.Code, choice))
                check.Add(field + ".country", "twice", $"{country.Name} is entered twice. Keep one.");
        }
        if (day is { } date && entered.Count > 0)
        {
            foreach (var member in VotingBody.MembersOn(body, date, register.Countries.Values))
                votes.TryAdd(member.Code, VoteChoice.Absent);
        }
        return [.. votes.Select(v => new Vote(v.Key, v.Value)).OrderBy(v => v.Country)];
    }

    /// <summary>The official tally, where the votes come to it.</summary>
    private static VoteTally? Official(RuleCheck check, RollCallDraft draft, VoteTally counted)
    {
        var fits = true;
        foreach (var (field, choice, official) in new[]
        {
            ("yes", VoteChoice.Yes, draft.Yes), ("no", VoteChoice.No, draft.No), ("abstain", VoteChoice.Abstain, draft.Abstain),
            ("absent", VoteChoice.Absent, draft.Absent ?? counted.Absent),
        })
        {
            var problem = official switch
            {
                null => ("required", $"Enter how many {Said(choice)}, as the record prints it."),
                < 0 or > MostVotes => ("range", $"Enter a number from 0 to {MostVotes}."),
                { } many when many != counted[choice] => (
                    "tally", $"The record has {many} that {Said(choice)}, the votes entered come to {counted[choice]}. Correct the tally, or the votes."),
                _ => ((string Rule, string Message)?)null,
            };
            if (problem is not { } told)
                continue;
            check.Add(field, told.Item1, told.Item2);
            fits = false;
        }
        return fits ? counted : null;
    }

    private static string Said(VoteChoice choice) => choice switch
    {
        VoteChoice.Yes => "voted Yes",
        VoteChoice.No => "voted No",
        VoteChoice.Abstain => "abstained",
        _ => "did not vote",
    };
}

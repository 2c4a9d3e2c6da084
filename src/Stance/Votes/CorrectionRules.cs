using Stance.Acts;
using Stance.Countries;
using Stance.Events;

namespace Stance.Votes;

/// <summary>What a correction makes of a roll call, or the rules it breaks; the same rules as for a new one, tally included.</summary>
/// <param name="Changed">The votes as they become.</param>
public sealed record CorrectionCheck(IReadOnlyList<RuleBreach> Breaches, VoteTally Counted, RollCall? Corrected, IReadOnlyList<Vote> Changed);

public static class CorrectionRules
{
    public static CorrectionCheck Check(RollCall current, RollCallCorrection correction, Register register, RecordNames names, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(names);
        var before = current.Votes.ToDictionary(v => v.Country, v => v.Choice);
        var check = RollCallRules.Check(
            new RollCallDraft
            {
                Body = current.Body,
                Symbol = current.Symbol,
                Date = DateText.Iso(current.HeldOn),
                Title = correction.Title ?? current.Title,
                Meeting = correction.Meeting ?? current.Meeting,
                Session = correction.Session ?? current.Session,
                Url = correction.Url ?? current.Url,
                Yes = correction.Yes ?? current.Tally.Yes,
                No = correction.No ?? current.Tally.No,
                Abstain = correction.Abstain ?? current.Tally.Abstain,
                Absent = correction.Absent ?? current.Tally.Absent,
                // The changed ones first, so that a rule names them by their own place.
                Votes = [.. correction.Votes ?? [], .. Unchanged(current, correction, names)],
            },
            register, names, today);
        var breaches = check.Breaches.ToList();
        if (EventRules.CheckReason(correction.Reason, required: true) is { } reason)
            breaches.Add(reason);
        IReadOnlyList<Vote> changed = check.RollCall is { } corrected
            ? [.. corrected.Votes.Where(v => !before.TryGetValue(v.Country, out var was) || was != v.Choice)]
            : [];
        if (breaches.Count == 0 && changed.Count == 0 && check.RollCall! with { Votes = current.Votes } == current)
            breaches.Add(new RuleBreach("", "same", "This is what is on file already. Change something, or leave it."));
        return new CorrectionCheck(breaches, check.Counted, breaches.Count > 0 ? null : check.RollCall, changed);
    }

    private static IEnumerable<VoteDraft> Unchanged(RollCall current, RollCallCorrection correction, RecordNames names)
    {
        var changed = (correction.Votes ?? []).Select(v => names.Find(v?.Country, current.HeldOn).Only?.Code).ToHashSet();
        return current.Votes.Where(v => !changed.Contains(v.Country)).Select(v => new VoteDraft(v.Country.Value, v.Choice.Letter().ToString()));
    }
}

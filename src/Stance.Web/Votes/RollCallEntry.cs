using Stance.Acts;
using Stance.Countries;
using Stance.Data.Votes;
using Stance.Events;
using Stance.Votes;
using Stance.Web.Events;

namespace Stance.Web.Votes;

/// <summary>One roll call being entered or corrected: what is typed and pasted, what it counts to, and what the rules make of it.</summary>
public sealed class RollCallEntry : IFormEntry
{
    private readonly RecordNames names;
    private readonly DateOnly today;
    private readonly HashSet<string> left = [];
    private string clean;
    private RollCallReading reading = RollCallReading.Empty;
    private IReadOnlyList<RuleBreach> refused = [];
    private bool isAsked;

    public RollCallEntry(Register register, DateOnly today, StoredRollCall? stored)
    {
        ArgumentNullException.ThrowIfNull(register);
        (Register, Stored, this.today) = (register, stored, today);
        names = new RecordNames(register.Countries.Values);
        Search = new CountrySearch(register.Countries.Values);
        State = Begin(stored);
        clean = State.Print();
        Check();
    }

    public event Action? Changed;

    public Register Register { get; }

    public CountrySearch Search { get; }

    public RollCallFormState State { get; private set; }

    /// <summary>The roll call that is corrected; null = a new one.</summary>
    public StoredRollCall? Stored { get; private set; }

    /// <summary>What is wrong in the lines pasted.</summary>
    public IReadOnlyList<LineProblem> Lines => reading.Problems;

    public VoteTally Counted { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<RuleBreach> Breaches { get; private set; } = [];

    /// <summary>Whoever has a vote: the members of the day, and those entered.</summary>
    public IReadOnlyList<Country> Rows { get; private set; } = [];

    public bool IsClean => PrintedForm.SaysTheSame(State.Print(), clean);

    public void Change(Action<RollCallFormState> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        set(State);
        Read();
    }

    public void Paste(string? text) => Change(state => state.Text = text);

    /// <param name="letter">Y, N, A, X; anything else takes the vote back.</param>
    public void Vote(string code, string letter)
    {
        if (!CountryCode.TryParse(code, out var country) || !Register.Countries.ContainsKey(country))
            return;
        if (VoteChoices.Read(letter) is { } choice)
            State.Choices[country.Value] = choice.Letter().ToString();
        else if (Stored is null)
            State.Choices.Remove(country.Value);
        Check();
        Changed?.Invoke();
    }

    public string? Letter(CountryCode country) => State.Choices.GetValueOrDefault(country.Value);

    /// <summary>The vote on file that this one replaces.</summary>
    public VoteChoice? Was(CountryCode country) =>
        Stored is { } stored && stored.RollCall.Votes.FirstOrDefault(v => v.Country == country) is { Country.Value: not null } was && Letter(country) != was.Choice.Letter().ToString()
            ? was.Choice
            : null;

    /// <summary>Starts afresh, or from what is on file by now.</summary>
    public void Replace(StoredRollCall? stored)
    {
        Stored = stored;
        Restore(Begin(stored));
        clean = State.Print();
        Changed?.Invoke();
    }

    /// <summary>Goes on from a newer version with what was changed here put on top of it.</summary>
    public void Rebase(StoredRollCall newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var mine = State.ToCorrection(Stored!.RollCall);
        var (before, state) = (Stored.RollCall, Begin(newer));
        if (mine.Title != before.Title)
            state.Title = State.Title;
        if (mine.Meeting != (before.Meeting ?? ""))
            state.Meeting = State.Meeting;
        if (mine.Session != (before.Session ?? ""))
            state.Session = State.Session;
        if (mine.Url != (before.Url ?? ""))
            state.Url = State.Url;
        foreach (var vote in mine.Votes!)
            state.Choices[vote.Country!] = vote.Choice!;
        state.Reason = State.Reason;
        Stored = newer;
        clean = Begin(newer).Print();
        Restore(state);
    }

    public string Print() => State.Print();

    public bool TryRestore(string kept)
    {
        if (RollCallFormState.TryRead(kept) is not { } state)
            return false;
        Restore(state);
        return true;
    }

    public void Discard() => Restore(RollCallFormState.TryRead(clean)!);

    public void Leave(string field)
    {
        if (left.Add(field))
            Changed?.Invoke();
    }

    public void Ask()
    {
        isAsked = true;
        Changed?.Invoke();
    }

    public void Refuse(IReadOnlyList<RuleBreach> breaches)
    {
        (refused, isAsked) = (breaches, true);
        Check();
        Changed?.Invoke();
    }

    public string? ProblemOf(string field) => isAsked || left.Contains(field) ? Breaches.FirstOrDefault(b => b.Field == field)?.Message : null;

    private static RollCallFormState Begin(StoredRollCall? stored) => stored is null ? new RollCallFormState() : RollCallFormState.Of(stored.RollCall);

    private void Restore(RollCallFormState state)
    {
        State = state;
        left.Clear();
        (isAsked, refused) = (false, []);
        // Its votes are in the form already; the text is read only to say what is wrong in it.
        reading = PastedRollCall.Read(State.Text, names, State.Body, State.Day);
        Check();
        Changed?.Invoke();
    }

    private void Read()
    {
        refused = [];
        var next = PastedRollCall.Read(State.Text, names, State.Body, State.Day);
        Take(next);
        reading = next;
        Check();
        Changed?.Invoke();
    }

    /// <summary>What the text says newly goes into the form; a vote set by hand since stays until its line changes.</summary>
    private void Take(RollCallReading next)
    {
        var before = reading.Votes.ToDictionary(v => v.Country, v => v.Choice);
        foreach (var gone in before.Keys.Except(next.Votes.Select(v => v.Country)))
        {
            if (Stored is null)
                State.Choices.Remove(gone.Value);
        }
        foreach (var vote in next.Votes.Where(v => !before.TryGetValue(v.Country, out var was) || was != v.Choice))
            State.Choices[vote.Country.Value] = vote.Choice.Letter().ToString();
        if (Stored is not null || next.Details == reading.Details)
            return;
        var (found, was_) = (next.Details, reading.Details);
        State.Symbol = Filled(State.Symbol, was_.Symbol, found.Symbol);
        State.Title = Filled(State.Title, was_.Title, found.Title);
        State.Date = Filled(State.Date, Said(was_.Date), Said(found.Date));
        State.Meeting = Filled(State.Meeting, was_.Meeting, found.Meeting);
        State.Session = Filled(State.Session, was_.Session, found.Session);
        State.Url = Filled(State.Url, was_.Url, found.Url);
        State.Yes = Filled(State.Yes, Said(was_.Yes), Said(found.Yes));
        State.No = Filled(State.No, Said(was_.No), Said(found.No));
        State.Abstain = Filled(State.Abstain, Said(was_.Abstain), Said(found.Abstain));
        State.Absent = Filled(State.Absent, Said(was_.Absent), Said(found.Absent));
    }

    /// <summary>A field that is empty or holds what the text said before takes what it says now.</summary>
    private static string? Filled(string? typed, string? before, string? found) => string.IsNullOrWhiteSpace(typed) || typed == before ? found ?? typed : typed;

    private static string? Said(DateOnly? day) => day is { } on ? DateText.Words(on) : null;

    private static string? Said(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Check()
    {
        IReadOnlyList<RuleBreach> found;
        if (Stored is { } stored)
        {
            var check = CorrectionRules.Check(stored.RollCall, State.ToCorrection(stored.RollCall), Register, names, today);
            (found, Counted) = (check.Breaches, check.Counted);
        }
        else
        {
            var check = RollCallRules.Check(State.ToDraft(), Register, names, today);
            (found, Counted) = (check.Breaches, check.Counted);
        }
        if (reading.Problems.Count > 0)
            found = [.. found, new RuleBreach("text", "lines", reading.Problems.Count == 1 ? "One line is not understood. Correct it or take it out." : $"{reading.Problems.Count} lines are not understood. Correct them or take them out.")];
        Breaches = [.. found, .. refused.Where(r => found.All(b => b.Field != r.Field))];
        var members = State.Day is { } day ? VotingBody.MembersOn(State.Body?.Trim(), day, Register.Countries.Values) : [];
        Rows = [.. members.Concat(State.Choices.Keys.Select(c => Register.Countries[new CountryCode(c)])).DistinctBy(c => c.Code).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }
}

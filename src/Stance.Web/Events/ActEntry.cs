using Stance.Acts;
using Stance.Codebook;
using Stance.Events;

namespace Stance.Web.Events;

/// <summary>One act being entered: what is typed, what the rules make of it, and which fields speak up already.</summary>
/// <param name="coded">Kinds it may be besides those that are coded: what an act on file is, or what coders took it for before the kind was withdrawn.</param>
public sealed class ActEntry(Register register, DateOnly today, ActFormState state, Guid? editing, params IReadOnlyCollection<string> coded) : IFormEntry
{
    private readonly HashSet<string> left = [];
    private string clean = state.Print();
    private IReadOnlyList<RuleBreach> refused = [];
    private bool isAsked;

    public ActFormState State { get; private set; } = state;

    public Register Register { get; } = register;

    public DateOnly Today { get; } = today;

    /// <summary>The act on file that is being corrected; null = a new one.</summary>
    public Guid? Editing { get; } = editing;

    public EventReading Reading { get; private set; } = EventRules.Read(state.ToDraft(register.Codebook), register, today, coded.FirstOrDefault(k => k == state.Type));

    public EventType? Type => State.Type is { } code ? Register.Codebook.Find(code) : null;

    /// <summary>Acts on file that count no more once this one does: the stages of a commitment before it.</summary>
    public IReadOnlyCollection<Guid> Overtaken { get; private set; } = [];

    public event Action? Changed;

    public void Change(Action<ActFormState> set)
    {
        set(State);
        Read();
    }

    public void Overtake(IReadOnlyCollection<Guid> acts)
    {
        Overtaken = acts;
        Changed?.Invoke();
    }

    /// <summary>Starts from what is on file, or afresh.</summary>
    public void Replace(ActFormState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        clean = state.Print();
        Restore(state);
    }

    /// <summary>Takes up words that are not saved.</summary>
    public void Restore(ActFormState state)
    {
        (State, Overtaken) = (state, []);
        left.Clear();
        isAsked = false;
        Read();
    }

    public string Print() => State.Print();

    public bool TryRestore(string kept)
    {
        if (ActFormState.TryRead(kept) is not { } state)
            return false;
        Restore(state);
        return true;
    }

    /// <summary>Back to what the form began with.</summary>
    public void Discard() => Restore(ActFormState.TryRead(clean)!);

    /// <summary>Nothing is typed that is not saved.</summary>
    public bool IsClean => PrintedForm.SaysTheSame(State.Print(), clean);

    /// <summary>The field was left: from now on it says what is wrong with it.</summary>
    public void Leave(string field)
    {
        if (left.Add(field))
            Changed?.Invoke();
    }

    /// <summary>Saving was asked for: every field speaks.</summary>
    public void Ask()
    {
        isAsked = true;
        Changed?.Invoke();
    }

    /// <summary>What the server refused beyond what the form could know.</summary>
    public void Refuse(IReadOnlyList<RuleBreach> breaches)
    {
        refused = breaches;
        isAsked = true;
        Changed?.Invoke();
    }

    public IReadOnlyList<RuleBreach> Breaches => [.. Reading.Breaches.Concat(refused.Where(r => Reading.Breaches.All(b => b.Field != r.Field)))];

    public string? Error(string field) => (isAsked || left.Contains(field) ? Breaches.FirstOrDefault(b => b.Field == field)?.Message : null) ?? Remark?.Invoke(field);

    /// <summary>What speaks against a field without forbidding it: no rule is broken, and saving goes on.</summary>
    public Func<string, string?>? Remark { get; set; }

    string? IFormEntry.ProblemOf(string field) => Error(field);

    /// <summary>The id of the control for a field.</summary>
    public static string Id(string field) => "f-" + string.Concat(field.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private void Read()
    {
        refused = [];
        Reading = EventRules.Read(State.ToDraft(Register.Codebook), Register, Today, coded.FirstOrDefault(k => k == State.Type));
        Changed?.Invoke();
    }
}

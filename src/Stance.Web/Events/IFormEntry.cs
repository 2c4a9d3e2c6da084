namespace Stance.Web.Events;

/// <summary>A form being filled, as its fields and the keeper of unsaved words see it.</summary>
public interface IFormEntry
{
    event Action? Changed;

    /// <summary>Nothing is typed that is not saved.</summary>
    bool IsClean { get; }

    /// <summary>What stands in the form, to be kept.</summary>
    string Print();

    /// <summary>Takes up words that were kept; false where they cannot be read.</summary>
    bool TryRestore(string kept);

    /// <summary>Back to what the form began with.</summary>
    void Discard();

    /// <summary>What is wrong with a field, once it speaks.</summary>
    string? ProblemOf(string field);

    /// <summary>The field was left: from now on it says what is wrong with it.</summary>
    void Leave(string field);
}

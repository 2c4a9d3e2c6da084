using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance.Web.Events;

/// <summary>What is typed into a form whose fields are plain text, by field. One that was emptied holds nothing, but is not as one never touched.</summary>
public sealed class TypedFields : IFormEntry
{
    // Letters of any script as they are: kept for a database, not for a page.
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public event Action? Changed;

    public bool IsClean => typed.Values.All(words => words.Length == 0);

    /// <summary>What stands in the field; null for one never touched.</summary>
    /// <remarks>Told "nothing" of a field just emptied, a browser would empty it once more, though a first new letter may stand in it by then.</remarks>
    public string? this[string field]
    {
        get => typed.GetValueOrDefault(field);
        set
        {
            if (value is null)
                typed.Remove(field);
            else
                typed[field] = value;
            Changed?.Invoke();
        }
    }

    public bool Holds(string field) => !string.IsNullOrEmpty(this[field]);

    /// <summary>Fills a field that holds nothing.</summary>
    public void Propose(string field, string? words)
    {
        if (!Holds(field) && words is not null)
            this[field] = words;
    }

    public string Print() => PrintOf(typed.Where(f => f.Value.Length > 0).ToDictionary());

    public bool TryRestore(string kept)
    {
        if (Read(kept) is not { Count: > 0 } words)
            return false;
        typed = words;
        Changed?.Invoke();
        return true;
    }

    /// <summary>One field of what was kept; null where it is empty or cannot be read.</summary>
    public static string? FieldOf(string? kept, string field) => kept is null ? null : Read(kept)?.GetValueOrDefault(field);

    public void Discard()
    {
        typed.Clear();
        Changed?.Invoke();
    }

    public string? ProblemOf(string field) => null;

    public void Leave(string field)
    {
    }

    internal static string PrintOf(IDictionary<string, string> fields) => JsonSerializer.Serialize(new SortedDictionary<string, string>(fields, StringComparer.Ordinal), AsTyped);

    internal static Dictionary<string, string>? Read(string kept)
    {
        try
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, string>>(kept) ?? [], StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

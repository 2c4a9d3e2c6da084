using System.Text.Json.Serialization;
using Stance.Events;

namespace Stance.Data.Commands;

/// <summary>How a command ended.</summary>
public abstract record WriteOutcome;

/// <summary>It is written. What a record of this kind holds is kept under the sender's key, and is the answer to every repetition.</summary>
public abstract record Written : WriteOutcome
{
    /// <summary>It had been written before, and this is the first answer again.</summary>
    [JsonIgnore]
    public bool Replayed { get; init; }

    /// <summary>What was written, as the audit names it: <c>act:0197…</c>.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>What the audit keeps beside it; never a secret.</summary>
    [JsonIgnore]
    public virtual object Details => new { };

    /// <summary>Every record that a command over many changed, with what the audit keeps beside it; each gets a line of its own.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<(string Subject, object Details)> Records => [];
}

/// <summary>Nothing is written: these rules are broken.</summary>
public sealed record Refused(IReadOnlyList<RuleBreach> Breaches) : WriteOutcome
{
    public static Refused For(string field, string rule, string message) => new([new RuleBreach(field, rule, message)]);
}

/// <summary>Nothing is written: the key was used for another command before.</summary>
public sealed record KeyReused : WriteOutcome;

/// <summary>Nothing is written: what it is about is not on file.</summary>
public sealed record Missing : WriteOutcome;

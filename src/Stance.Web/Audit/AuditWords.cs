using System.Text.Json;
using Stance.Data.People;
using Stance.Wording;

namespace Stance.Web.Audit;

/// <summary>The audit in plain words.</summary>
public static class AuditWords
{
    public static string Finding(AuditCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check switch
        {
            { FirstBroken: { } line } => $"The chain breaks at line {line}: it, or a line before it, was changed, taken out or put in afterwards.",
            { EndsWhereItShould: false } => "The chain does not end where it should: its newest lines were taken out, or lines were put in.",
            { Entries: 0 } => "Nothing is on record yet.",
            _ => $"{NumberWords.Count((int)check.Entries, "line stands", "lines stand")} as written: none was changed, taken out or put in.",
        };
    }

    public static string Actor(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Actor.Split(':')[0] switch
        {
            "console" => "at the machine's console",
            "token" => $"program {entry.Name ?? entry.Actor}",
            _ => entry.Name ?? entry.Actor,
        };
    }

    /// <summary>Where the subject can be looked at; null where it has no page.</summary>
    public static string? Path(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Subject.Split(':', 2) switch
        {
            ["act", var id] => $"/acts/{id}",
            ["roll-call", var id] => $"/votes/{id}",
            ["together", var id] => $"/acts/together/{id}",
            ["bulk", var id] => $"/acts/bulk/{id}",
            _ => null,
        };
    }

    /// <summary>The fields kept with a line: "version 2, country KAZ".</summary>
    public static string Details(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var details = JsonDocument.Parse(entry.Details);
        return details.RootElement.ValueKind != JsonValueKind.Object
            ? ""
            : string.Join(", ", details.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => $"{p.Name} {p.Value}"));
    }
}

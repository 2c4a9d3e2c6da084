using System.Buffers.Text;
using System.Text;
using Stance.Events;

namespace Stance.Data.Votes;

/// <summary>Where a page of roll calls ended.</summary>
internal sealed record RollCallCursor(DateOnly HeldOn, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{DateText.Iso(HeldOn)} {Id}"));

    /// <exception cref="FormatException">Not one of ours.</exception>
    public static RollCallCursor Parse(string text)
    {
        const string Refusal = "The cursor does not belong to this list; ask for the first page again.";
        if (text.Length > 200 || !Base64Url.IsValid(text))
            throw new FormatException(Refusal);
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is [var day, var key]
            && DateText.TryParseIso(day, out var heldOn) && Guid.TryParse(key, out var id)
                ? new RollCallCursor(heldOn, id)
                : throw new FormatException(Refusal);
    }
}

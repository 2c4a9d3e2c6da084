using System.Diagnostics.CodeAnalysis;
using Stance.Countries;

namespace Stance.Acts;

/// <summary>The address of an act: the id of a coded event, or a roll call's id with the voter's code, "…uuid….KAZ".</summary>
public readonly record struct ActId(Guid Id, CountryCode? Voter)
{
    public bool IsVote => Voter is not null;

    public override string ToString() => Voter is { } voter ? $"{Id:D}.{voter}" : Id.ToString("D");

    public static bool TryParse([NotNullWhen(true)] string? text, out ActId id)
    {
        id = default;
        if (text is not { Length: 36 or 40 } || !Guid.TryParseExact(text[..36], "D", out var guid))
            return false;
        if (text.Length == 36)
        {
            id = new ActId(guid, null);
            return true;
        }
        if (text[36] != '.' || !CountryCode.TryParse(text[37..], out var voter))
            return false;
        id = new ActId(guid, voter);
        return true;
    }
}

using Stance.Acts;
using Stance.Countries;

namespace Stance.Dyads;

/// <summary>An act with how cooperative (+) or hostile (−) it is toward its recipient: the base score of the codebook, −10…+10, on no axis.</summary>
/// <param name="IsScored">False for an act that never scores, such as an earlier stage of a commitment: it is listed, not summed.</param>
public sealed record TowardAct(ActItem Act, double Score, bool IsScored);

/// <summary>The acts of one country toward another.</summary>
/// <param name="IsCut">More are on file than were read; counts and sums are of those read.</param>
public sealed record TowardList(Country From, Country To, IReadOnlyList<TowardAct> Acts, bool IsCut)
{
    /// <summary>Σ of the scores; 0 without acts. It grows with how much is on file.</summary>
    public double Sum => Acts.Where(a => a.IsScored).Sum(a => a.Score);

    public int Scored => Acts.Count(a => a.IsScored);

    public int Cooperative => Acts.Count(a => a.IsScored && a.Score > 0);

    public int Hostile => Acts.Count(a => a.IsScored && a.Score < 0);
}

/// <summary>Two countries and what each did toward the other (directed dyad, as in Goldstein 1992).</summary>
public sealed record Dyad(TowardList There, TowardList Back)
{
    /// <summary>Sum there minus sum back: above 0, the first country gave more cooperation than it got.</summary>
    public double Balance => There.Sum - Back.Sum;

    public bool IsEmpty => There.Acts.Count + Back.Acts.Count == 0;
}

/// <summary>How many acts of a country are on file toward a recipient.</summary>
public sealed record RecipientCount(CountryCode Recipient, int Acts);

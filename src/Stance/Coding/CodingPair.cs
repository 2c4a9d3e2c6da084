namespace Stance.Coding;

/// <summary>One passage coded by two people who did not see each other's answer.</summary>
/// <param name="First">Null: the first coder found no act in it. Never null together with <paramref name="Second"/>.</param>
/// <param name="DecidedOn">The day of the second answer.</param>
/// <param name="Ruled">What stands, once it was ruled or both agreed; null while it waits, or when the ruling found no act.</param>
public sealed record CodingPair(Guid FirstCoder, Guid SecondCoder, CodedAct? First, CodedAct? Second, DateOnly DecidedOn, CodedAct? Ruled)
{
    public bool FoundByBoth => First is not null && Second is not null;

    /// <summary>The kind it is counted under: as ruled, else as first coded.</summary>
    public string Kind => (Ruled ?? First ?? Second)!.Type;
}

namespace Stance.ViewStates;

/// <summary>How a source stands in an address: 32 hexadecimal digits, or "votes" for the official record of votes, which is no source on file.</summary>
public static class SourceName
{
    private const string Votes = "votes";

    /// <summary>Stands for the record that votes rest on.</summary>
    public static Guid VoteRecord => Guid.Empty;

    public static string Print(Guid source) => source == VoteRecord ? Votes : source.ToString("n");

    /// <exception cref="FormatException">Neither.</exception>
    public static Guid Parse(string text) => text == Votes ? VoteRecord
        : Guid.TryParseExact(text, "n", out var source) && source != VoteRecord ? source
        : throw new FormatException("A source left out is named by its number of 32 digits, or votes for the record of votes.");
}

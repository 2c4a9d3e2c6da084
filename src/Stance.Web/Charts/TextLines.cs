namespace Stance.Web.Charts;

/// <summary>Breaks text for SVG, which does not.</summary>
public static class TextLines
{
    /// <summary>Lines of at most so many letters, broken at blanks; a longer word (an address) is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, int letters)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(letters, 1);
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(letters)).Select(piece => new string(piece)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>At most so many letters; what is cut says so.</summary>
    public static string Cut(string text, int letters)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > letters ? text[..(letters - 1)] + "…" : text;
    }
}

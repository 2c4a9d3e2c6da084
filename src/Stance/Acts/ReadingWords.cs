using Stance.Wording;

namespace Stance.Acts;

/// <summary>What is said of sources that were not read from the beginning; page, share, print and file say it the same way.</summary>
public static class ReadingWords
{
    /// <summary>What an act is tagged with that only new sources tell of.</summary>
    public const string Tag = "new source";

    /// <summary>"since 3 May 2022, not coded back", "since 3 May 2022, coded back to 1 Jan 2022", "from the beginning".</summary>
    public static string Read(DateOnly? since, DateOnly? codedBackTo) => (since, codedBackTo) switch
    {
        (null, _) => "from the beginning",
        ({ } day, null) => $"since {DateWords.Day(day)}, not coded back",
        ({ } day, { } back) => $"since {DateWords.Day(day)}, coded back to {DateWords.Day(back)}",
    };

    /// <summary>"Since 3 May 2022 Kazinform is read as well; it is not coded back."</summary>
    public static string Since(NewSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (_, since, back) = source.Reading;
        return $"Since {DateWords.Day(since)} {source.Name} is read as well; it is {(back is { } to ? $"coded back to {DateWords.Day(to)} only" : "not coded back")}.";
    }

    /// <summary>"Were it to wait until coded back, the line would end at −1.27."</summary>
    public static IReadOnlyList<string> IfWaiting(SourceBearing sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return sources.LevelIfWaiting is { } level
            ? [$"Were {(sources.New.Count == 1 ? "it" : "they")} to wait until coded back, the line would end at {NumberWords.Index(level)}."]
            : [];
    }

    /// <summary>What does not count, in a sentence each: "12 acts of 1 new source wait until it is coded back."</summary>
    public static IReadOnlyList<string> Uncounted(SourceBearing sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var (fresh, waiting, leftOut) = (sources.New.Count, sources.Waiting, sources.LeftOut);
        return
        [
            .. waiting == 0 ? Array.Empty<string>() :
                [$"{NumberWords.Count(waiting, "act")} of {NumberWords.Count(fresh, "new source")} {(waiting == 1 ? "waits" : "wait")} until {(fresh == 1 ? "it is" : "they are")} coded back."],
            .. leftOut == 0 ? Array.Empty<string>() :
                [$"{NumberWords.Count(leftOut, "act")} that only sources left out tell of {(leftOut == 1 ? "does" : "do")} not count."],
        ];
    }
}

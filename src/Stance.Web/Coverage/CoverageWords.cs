using Stance.Coverage;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Coverage;

/// <summary>Says where somebody looked, and what silence means there.</summary>
public static class CoverageWords
{
    public static CoverageStrip Strip(WatchedDays? watched) => new(
        [.. (watched?.Spans ?? []).Select(s => new CoverageSpan(s.From, s.To))], Sentence(watched), Short(watched));

    /// <summary>Where no act is on file at all.</summary>
    public static string Silence(WatchedDays? watched) => watched switch
    {
        null or { IsNone: true } => "No sweep of sources is logged, so nothing was looked for: this is not “nothing happened”.",
        { IsAll: true } => "Sources were looked through for every day, and nothing was found.",
        _ => $"Sources were looked through for {NumberWords.Count(watched.Count, "day")} of {watched.Period.Days}, and nothing was found there.",
    };

    private static string Sentence(WatchedDays? watched) => watched switch
    {
        null or { IsNone: true } => "Coverage: no weekly sweep of sources is logged, so a quiet week here means “not looked”, not “nothing happened”.",
        { IsAll: true } => "Coverage: sources were looked through for every day, so a quiet week here means that nothing was found.",
        _ => $"Coverage: sources were looked through for {NumberWords.Count(watched.Count, "day")} of {watched.Period.Days} (filled); elsewhere a quiet week means “not looked”.",
    };

    private static string Short(WatchedDays? watched) => watched switch
    {
        null or { IsNone: true } => "Coverage: no sweep of sources is logged",
        { IsAll: true } => "Coverage: every day was looked at",
        _ => $"Coverage: {NumberWords.Count(watched.Count, "day")} of {watched.Period.Days} looked at",
    };
}

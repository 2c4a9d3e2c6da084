using Stance.Data.Commands;

namespace Stance.Data.Recoding;

/// <summary>Opens a version of every act that was scored anew: all as it was but its scores. Nothing earlier is touched.</summary>
internal static class RescoredRows
{
    private static readonly string CloseActs = SqlFile.Read("Recoding/CloseActs.sql");
    private static readonly string OpenActs = SqlFile.Read("Recoding/OpenActs.sql");
    private static readonly string CopyOverrides = SqlFile.Read("Recoding/CopyOverrides.sql");
    private static readonly string OpenScores = SqlFile.Read("Recoding/OpenScores.sql");
    private static readonly string OpenCodedScores = SqlFile.Read("Recoding/OpenCodedScores.sql");
    private static readonly string CopyOtherScores = SqlFile.Read("Recoding/CopyOtherScores.sql");
    private static readonly string CopyOtherCodedScores = SqlFile.Read("Recoding/CopyOtherCodedScores.sql");
    private static readonly string FollowRows = SqlFile.Read("Recoding/FollowRows.sql");
    private static readonly string FollowKeys = SqlFile.Read("Recoding/FollowKeys.sql");

    /// <param name="axis">The one axis on which scores may differ: on every other the very scores stay. Null = on any.</param>
    public static async Task WriteAsync(
        CommandWork work, IReadOnlyList<RescoredAct> acts, string codebook, string reason, DateTimeOffset at, Guid? by, CancellationToken cancel, string? axis = null)
    {
        var which = new
        {
            at,
            recordedAt = work.Now,
            by,
            codebook,
            reason,
            axis,
            countries = acts.Select(a => a.Act.Country).ToArray(),
            events = acts.Select(a => a.Act.Event).ToArray(),
            versions = acts.Select(a => a.Act.Version).ToArray(),
            intensities = acts.Select(a => a.Intensity).ToArray(),
        };
        await work.ExecuteAsync(CloseActs, which, cancel);
        await work.ExecuteAsync(OpenActs, which, cancel);
        await work.ExecuteAsync(CopyOverrides, which, cancel);
        await work.ExecuteAsync(FollowRows, which, cancel);
        await work.ExecuteAsync(FollowKeys, which, cancel);
        await OpenScoresAsync(work, acts, axis, cancel);
        if (axis is null)
            return;
        await work.ExecuteAsync(CopyOtherScores, which, cancel);
        await work.ExecuteAsync(CopyOtherCodedScores, which, cancel);
    }

    private static async Task OpenScoresAsync(CommandWork work, IReadOnlyList<RescoredAct> acts, string? axis, CancellationToken cancel)
    {
        var scores = acts.SelectMany(a => a.Scores.Where(s => axis is null || s.Axis == axis).Select(s => (a.Act, Score: s))).ToList();
        await work.ExecuteAsync(
            OpenScores,
            new
            {
                countries = scores.Select(s => s.Act.Country).ToArray(),
                events = scores.Select(s => s.Act.Event).ToArray(),
                versions = scores.Select(s => s.Act.Version + 1).ToArray(),
                axes = scores.Select(s => s.Score.Axis).ToArray(),
                bases = scores.Select(s => s.Score.BaseScore).ToArray(),
                poles = scores.Select(s => s.Score.PoleWeight).ToArray(),
                expectations = scores.Select(s => s.Score.Expectation).ToArray(),
                scores = scores.Select(s => s.Score.Score).ToArray(),
                weights = scores.Select(s => s.Score.Weight).ToArray(),
            },
            cancel);
        var coded = acts.SelectMany(a => a.Coded.Where(c => (axis is null || c.Axis == axis) && a.Scores.Any(s => s.Axis == c.Axis && s.Override is null)).Select(c => (a.Act, Score: c))).ToList();
        await work.ExecuteAsync(
            OpenCodedScores,
            new
            {
                countries = coded.Select(s => s.Act.Country).ToArray(),
                events = coded.Select(s => s.Act.Event).ToArray(),
                versions = coded.Select(s => s.Act.Version + 1).ToArray(),
                axes = coded.Select(s => s.Score.Axis).ToArray(),
                firsts = coded.Select(s => s.Score.First).ToArray(),
                seconds = coded.Select(s => s.Score.Second).ToArray(),
            },
            cancel);
    }
}

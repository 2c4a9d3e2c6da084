using Stance.Countries;
using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>
/// Of one commitment only the newest stage counts; the earlier ones stay visible. What completes or withdraws a commitment never counts by itself
/// (codebook, lifecycle).
/// </summary>
internal static class CommitmentStages
{
    private static readonly string Lock = SqlFile.Read("Events/LockStages.sql");
    private static readonly string Standing = SqlFile.Read("Events/StandingStages.sql");
    private static readonly string ReviseStage = SqlFile.Read("Events/ReviseStage.sql");
    private static readonly string LastCoded = SqlFile.Read("Events/LastCoded.sql");
    private static readonly string KeepOverrides = SqlFile.Read("Events/KeepOverrides.sql");

    /// <summary>The act in the chain of the one it follows, or why it cannot follow it. The chain is held until commit.</summary>
    /// <param name="own">The acts on file that the draft stands for.</param>
    public static async Task<(StanceEvent? Act, WriteOutcome? Refused)> FollowAsync(
        EventTransaction work, StanceEvent act, Guid[] own, CancellationToken cancel)
    {
        var followed = act.Follows!.Value;
        if (own.Contains(followed))
            return Refuse("self", "An act is no stage of itself. Choose another.");
        await LockAsync(work, null, followed, cancel);
        if (await EventReader.FindAsync(work.Work.Connection, work.Work.Transaction, followed, cancel) is not { IsRetracted: false } first)
            return Refuse("unknown", "There is no such act, or it is taken back. Choose another.");
        if (first.Country != act.Country)
            return Refuse("country", $"“{first.Draft.Title}” is an act of {work.Register.NameOf(first.Country)}: a stage is of the same state.");
        var chain = first.Draft.Chain ?? followed;
        var stages = await StandingAsync(work, act.Country, chain, followed, cancel);
        var newest = (await EventReader.NewestAsync(work.Work.Connection, work.Work.Transaction, [.. stages.Select(s => s.Act).Except(own)], cancel))
            .MaxBy(s => s.Draft.ScoredOn, StringComparer.Ordinal);
        return newest is not null && DayOf(newest) is var day && day > act.Dates.ScoredOn
            ? Refuse("early", $"“{newest.Draft.Title}” of {DateText.Words(day)} is a later stage of it already. A stage is no older than those before it.")
            : (act with { Chain = chain }, null);

        static (StanceEvent?, WriteOutcome?) Refuse(string rule, string message) => (null, Refused.For("follows", rule, message));
    }

    /// <summary>Lets the newest stage of a state's commitment count, and no other.</summary>
    /// <param name="begun">The act the commitment begins with, where nothing said so before.</param>
    public static async Task SettleAsync(EventTransaction work, CountryCode country, Guid chain, Guid? begun, CancellationToken cancel)
    {
        await LockAsync(work, chain, begun, cancel);
        var stages = await StandingAsync(work, country, chain, begun, cancel);
        var newest = stages.LastOrDefault(s => s.Counts)?.Act;
        var moved = stages.Select(s => (Now: s, Then: s.Settled(chain, newest))).Where(s => s.Now != s.Then).ToDictionary(s => s.Now.Act, s => s.Then);
        if (moved.Count == 0)
            return;
        var titles = await EventReader.NewestAsync(work.Work.Connection, work.Work.Transaction, [.. moved.Keys.Append(newest ?? begun ?? chain).Distinct()], cancel);
        foreach (var stored in titles.Where(t => moved.ContainsKey(t.Id)))
            await ReviseAsync(work, stored, moved[stored.Id], ReasonOf(moved[stored.Id], titles.FirstOrDefault(t => t.Id == newest)), cancel);
    }

    private static string ReasonOf(Stage stage, StoredEvent? newest) =>
        stage.SupersededBy is not null ? $"A later stage of it counts in its place: “{newest!.Draft.Title}”."
        : stage.IsScored ? "It counts as the newest stage of a commitment."
        : "It is a stage of a commitment.";

    private static async Task ReviseAsync(EventTransaction work, StoredEvent current, Stage stage, string reason, CancellationToken cancel)
    {
        var at = work.Work.After(current.KnownFrom);
        var (country, version) = (current.Country.Value, current.Version + 1);
        await work.CloseVersionAsync(current, at, cancel);
        await work.Work.ExecuteAsync(
            ReviseStage,
            new { country, current.Id, current.Version, at, recordedAt = work.Work.Now, stage.Chain, stage.IsScored, stage.SupersededBy, reason, by = work.Work.By },
            cancel);
        await work.Work.ExecuteAsync(KeepOverrides, new { countries = new[] { country }, ids = new[] { current.Id }, versions = new[] { current.Version } }, cancel);
        if (stage.IsScored)
        {
            // While it did not count it had no scores: what two coders said stands with the version that last did.
            var coded = await work.Work.SingleAsync<int?>(LastCoded, new { country, current.Id }, cancel);
            await work.InsertScoresAsync(
                FactsOf(current, work), coded is { } last ? await work.CodedScoresAsync(current with { Version = last }, cancel) : [], current.Id, version, cancel);
        }
        var written = new ActWritten(current.Id, current.Country, version);
        work.Work.Also(written.Subject, written.Details);
        work.Done(written);
    }

    private static ScoredFacts FactsOf(StoredEvent stored, EventTransaction work)
    {
        var draft = stored.Draft;
        return new ScoredFacts(
            stored.Country, draft.Recipient is { } to ? new CountryCode(to) : null, work.Register.Codebook.Find(draft.Type!)!.FindVariant(draft.Variant!)!,
            DayOf(stored), draft.Intensity!.Value, draft.Confidence!.Value,
            (draft.Overrides ?? []).ToDictionary(o => o.Axis!, o => o.Score!.Value));
    }

    private static DateOnly DayOf(StoredEvent stored) => DateText.TryParseIso(stored.Draft.ScoredOn, out var day) ? day : default;

    private static Task<IReadOnlyList<Guid>> LockAsync(EventTransaction work, Guid? chain, Guid? begun, CancellationToken cancel) =>
        work.Work.ListAsync<Guid>(Lock, new { chain, begun }, cancel);

    private static Task<IReadOnlyList<Stage>> StandingAsync(
        EventTransaction work, CountryCode country, Guid chain, Guid? begun, CancellationToken cancel) =>
        work.Work.ListAsync<Stage>(Standing, new { country = country.Value, chain, begun }, cancel);

    private sealed record Stage(Guid Act, Guid? Chain, bool IsScored, Guid? SupersededBy)
    {
        /// <summary>Whether it would count, were it the newest.</summary>
        public bool Counts => IsScored || SupersededBy is not null;

        public Stage Settled(Guid chain, Guid? newest) => this with
        {
            Chain = chain,
            IsScored = Counts && Act == newest,
            SupersededBy = Counts && Act != newest ? newest : null,
        };
    }
}

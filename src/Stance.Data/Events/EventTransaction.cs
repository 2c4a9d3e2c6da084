using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>The statements that lay down an act inside a command.</summary>
internal sealed class EventTransaction(CommandWork work, Register register)
{
    private static readonly string InsertEvent = SqlFile.Read("Events/InsertEvent.sql");
    private static readonly string InsertVersion = SqlFile.Read("Events/InsertVersion.sql");
    private static readonly string CloseVersion = SqlFile.Read("Events/CloseVersion.sql");
    private static readonly string InsertRetraction = SqlFile.Read("Events/InsertRetraction.sql");
    private static readonly string InsertMerge = SqlFile.Read("Events/InsertMerge.sql");
    private static readonly string InsertOverride = SqlFile.Read("Events/InsertOverride.sql");
    private static readonly string InsertScore = SqlFile.Read("Events/InsertScore.sql");
    private static readonly string CodedScores = SqlFile.Read("Events/CodedScores.sql");
    private static readonly string InsertCodedScore = SqlFile.Read("Events/InsertCodedScore.sql");
    private static readonly string CloseClaims = SqlFile.Read("Events/CloseClaims.sql");
    private static readonly string AddToCollections = SqlFile.Read("Events/AddToCollections.sql");
    private static readonly string RemoveFromCollections = SqlFile.Read("Events/RemoveFromCollections.sql");
    private static readonly string InsertParent = SqlFile.Read("Events/InsertParent.sql");
    private static readonly string PartStands = SqlFile.Read("Events/PartStands.sql");
    private static readonly string LockParent = SqlFile.Read("Events/LockParent.sql");
    private static readonly string KeepWords = SqlFile.Read("Search/KeepWords.sql");

    public CommandWork Work { get; } = work;

    public Register Register { get; } = register;

    /// <summary>The act a draft comes to, or why there is none.</summary>
    /// <param name="kept">The kind of the act on file that it corrects.</param>
    /// <param name="own">The acts on file that the draft stands for.</param>
    public async Task<(StanceEvent? Act, WriteOutcome? Refused)> CheckAsync(
        StanceEventDraft draft, CancellationToken cancel, string? kept = null, params Guid[] own)
    {
        if (EventRules.Alone(draft) is { } several)
            return (null, new Refused([several]));
        return await CheckWholeAsync(draft, kept, own, cancel);
    }

    /// <summary>The same of an act that several states may have done together.</summary>
    public async Task<(StanceEvent? Act, WriteOutcome? Refused)> CheckWholeAsync(StanceEventDraft draft, string? kept, Guid[] own, CancellationToken cancel)
    {
        var filled = await ClaimPlacement.WithSourcesAsync(Work, draft, cancel);
        var reading = EventRules.Read(filled, Register, DateOnly.FromDateTime(Work.Now.UtcDateTime), kept);
        if (reading.Event is not { } act)
            return (null, new Refused(reading.Breaches));
        if (act.Parent is { } parent && await Work.FindAsync<Guid?>(LockParent, new { id = parent }, cancel) is null)
            return (null, Refused.For("parent", "unknown", "There is no act of several states with this id."));
        if (act is { Parent: { } whole, IsScored: true } && await Work.SingleAsync<bool>(PartStands, new { parent = whole, country = act.Country.Value, own }, cancel))
            return (null, Refused.For("parent", "twice", $"{Register.NameOf(act.Country)} has its part in this act of several states already, and counts once. Correct that one."));
        if (act.Follows is not null)
        {
            (var stage, var cannot) = await CommitmentStages.FollowAsync(this, act, own, cancel);
            if (stage is null)
                return (null, cannot);
            act = stage;
        }
        var clash = await ClaimPlacement.ClashAsync(Work, act, cancel) ?? await ClaimPlacement.LoosePinAsync(Work, act, cancel);
        return clash is not null
            ? (null, new Refused([clash]))
            : (act, null);
    }

    /// <summary>A new act with its first version, claims and collections.</summary>
    public async Task<ActWritten> PublishAsync(StanceEvent act, DateTimeOffset knownFrom, Guid? id, CancellationToken cancel)
    {
        var placed = await InsertEventAsync(act, id, cancel);
        await InsertVersionAsync(act, placed, 1, knownFrom, null, cancel);
        foreach (var claim in act.Claims)
            await ClaimPlacement.PlaceAsync(Work, act, claim, placed, null, knownFrom, cancel);
        await SetCollectionsAsync(act, placed, cancel);
        if (act.Chain is { } chain)
            await CommitmentStages.SettleAsync(this, act.Country, chain, act.Follows, cancel);
        return Done(new ActWritten(placed, act.Country, 1));
    }

    /// <summary>One act for each state that did it together, parts of a new whole.</summary>
    /// <param name="scores">Where the answers of two coders stand for a state.</param>
    public async Task<TogetherWritten> PublishTogetherAsync(
        StanceEvent act, Func<CountryCode, IReadOnlyList<CodedScore>> scores, CancellationToken cancel)
    {
        var title = act.Whole ?? act.Title;
        var whole = await Work.SingleAsync<Guid>(InsertParent, new { title, at = Work.Now, by = Work.By }, cancel);
        var written = new List<ActWritten>();
        foreach (var part in act.Parts(whole))
            written.Add(await PublishAsync(part with { CodedScores = scores(part.Country) }, Work.Now, null, cancel));
        return new TogetherWritten(whole, title, written);
    }

    private Task<Guid> InsertEventAsync(StanceEvent act, Guid? id, CancellationToken cancel) =>
        Work.SingleAsync<Guid>(InsertEvent, new { country = act.Country.Value, id, at = Work.Now, by = Work.By }, cancel);

    public async Task InsertVersionAsync(
        StanceEvent act, Guid id, int version, DateTimeOffset knownFrom, string? reason, CancellationToken cancel)
    {
        await Work.ExecuteAsync(InsertVersion, VersionRow.Of(this, act, id, version, knownFrom, reason), cancel);
        var country = act.Country.Value;
        foreach (var set in act.Overrides)
            await Work.ExecuteAsync(InsertOverride, new { country, id, version, set.Axis, set.Score, set.Reason }, cancel);
        if (act.IsScored)
            await InsertScoresAsync(act.Facts, act.CodedScores, id, version, cancel);
    }

    public async Task InsertScoresAsync(ScoredFacts facts, IReadOnlyList<CodedScore> answers, Guid id, int version, CancellationToken cancel)
    {
        foreach (var (row, coded) in ScoresOf(facts, answers, id, version))
        {
            if (coded is not null)
                await Work.ExecuteAsync(InsertCodedScore, coded, cancel);
            await Work.ExecuteAsync(InsertScore, row, cancel);
        }
    }

    /// <summary>What a version comes to on each axis where it speaks, and where two coders' answers stand there.</summary>
    public IEnumerable<(ScoreRow Score, CodedScoreRow? Coded)> ScoresOf(StanceEvent act, Guid id, int version) =>
        act.IsScored ? ScoresOf(act.Facts, act.CodedScores, id, version) : [];

    private IEnumerable<(ScoreRow Score, CodedScoreRow? Coded)> ScoresOf(ScoredFacts facts, IReadOnlyList<CodedScore> answers, Guid id, int version)
    {
        var country = facts.Actor.Value;
        foreach (var byRule in ActScoring.Score(facts, Register.Axes.Values, Register.Ties))
        {
            var row = new ScoreRow(country, id, version, byRule.Axis, byRule.BaseScore, byRule.PoleWeight, byRule.Expectation, byRule.Score, byRule.Weight);
            if (byRule.Override is null && answers.FirstOrDefault(c => c.Axis == byRule.Axis) is { } coded)
            {
                var (score, weight) = Disagreement.Combine(coded.First, coded.Second, byRule.Weight, Register.Codebook.Sigma);
                yield return (row with { Score = score, Weight = weight }, new CodedScoreRow(country, id, version, coded.Axis, coded.First, coded.Second));
            }
            else
            {
                yield return (row, null);
            }
        }
    }

    public Task<IReadOnlyList<CodedScore>> CodedScoresAsync(StoredEvent current, CancellationToken cancel) =>
        Work.ListAsync<CodedScore>(CodedScores, new { country = current.Country.Value, current.Id, current.Version }, cancel);

    public Task CloseVersionAsync(StoredEvent current, DateTimeOffset at, CancellationToken cancel) =>
        Work.ExecuteAsync(CloseVersion, new { country = current.Country.Value, current.Id, current.Version, at }, cancel);

    public Task InsertRetractionAsync(StoredEvent current, DateTimeOffset at, string reason, CancellationToken cancel) => Work.ExecuteAsync(
        InsertRetraction, new { country = current.Country.Value, current.Id, current.Version, at, recordedAt = Work.Now, reason, by = Work.By }, cancel);

    /// <summary>The retraction that follows the current version leads to the act that stays.</summary>
    public Task InsertMergeAsync(StoredEvent current, Guid kept, CancellationToken cancel) => Work.ExecuteAsync(
        InsertMerge, new { country = current.Country.Value, current.Id, version = current.Version + 1, kept }, cancel);

    /// <param name="ids">Null = all claims of the act.</param>
    public Task CloseClaimsAsync(StoredEvent current, DateTimeOffset at, Guid[]? ids, CancellationToken cancel) =>
        Work.ExecuteAsync(CloseClaims, new { country = current.Country.Value, @event = current.Id, at, ids }, cancel);

    public async Task SetCollectionsAsync(StanceEvent act, Guid id, CancellationToken cancel)
    {
        var parameters = new { country = act.Country.Value, id, codes = act.Collections.ToArray() };
        await Work.ExecuteAsync(RemoveFromCollections, parameters, cancel);
        await Work.ExecuteAsync(AddToCollections, parameters, cancel);
    }

    /// <summary>Open views are told, and new words kept under the change lock, so that two commands that bring the same ones do not wait for each other.</summary>
    public ActWritten Done(ActWritten written)
    {
        Work.Changed(written.Country, written.Id.ToString());
        Work.Last(cancel => Work.ExecuteAsync(KeepWords, new { country = written.Country.Value, id = written.Id }, cancel));
        return written;
    }
}

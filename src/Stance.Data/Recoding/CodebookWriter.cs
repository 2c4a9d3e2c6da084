using Npgsql;
using Stance.Acts;
using Stance.Codebook;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Recoding;

namespace Stance.Data.Recoding;

/// <summary>A new codebook is in force.</summary>
/// <param name="Acts">Coded acts that were scored anew.</param>
public sealed record CodebookPublished(string Version, int Acts) : Written
{
    public override string Subject => $"codebook:{Version}";

    [System.Text.Json.Serialization.JsonIgnore]
    public CodebookDraft? Draft { get; init; }

    public override object Details => new { Version, Acts, Draft };
}

/// <summary>
/// Puts a new version of the codebook in force: from that moment on every act that stands is scored by it, as a version of its own, and what was
/// known before stays. The preview carries out the very same and takes it back, so that it cannot differ.
/// </summary>
public sealed class CodebookWriter(NpgsqlDataSource database, CommandPipeline pipeline, RegisterReader registers, ActFeed feed, TimeProvider clock)
{
    private static readonly string Replace = SqlFile.Read("Recoding/ReplaceCodebook.sql");
    private static readonly string Announced = SqlFile.Read("Recoding/AnnouncedVersion.sql");
    private static readonly string VersionInForce = SqlFile.Read("Recoding/VersionInForce.sql");
    private static readonly string NewestKnown = SqlFile.Read("Recoding/NewestKnown.sql");
    private static readonly string CloseCodebook = SqlFile.Read("Recoding/CloseCodebook.sql");
    private static readonly string InsertCodebook = SqlFile.Read("Recoding/InsertCodebook.sql");
    private static readonly string CopyPriorWeights = SqlFile.Read("Recoding/CopyPriorWeights.sql");
    private static readonly string ActsToRescore = SqlFile.Read("Recoding/ActsToRescore.sql");
    private static readonly string CodersAnswers = SqlFile.Read("Recoding/CodersAnswers.sql");
    private static readonly string ReplaceScorings = SqlFile.Read("Recoding/ReplaceScorings.sql");

    /// <exception cref="NotAllowedException">The actor is no administrator: a new codebook moves every line at once.</exception>
    public async Task<WriteOutcome> PublishAsync(CodebookDraft draft, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var keyed = KeyedCommand.Of(actor, Role.Administrator, key, "codebook.publish", draft);
        var register = await registers.ReadAsync(cancel);
        var outcome = await pipeline.RunAsync<CodebookPublished>(keyed, async (work, stop) =>
        {
            // Under the lock, so that nothing is announced meanwhile.
            await work.ExecuteAsync(Replace, new { }, stop);
            return await RefusedByAnnouncementAsync(work, stop) is { } refused ? refused : await PublishAsync(work, register, draft, work.By, stop);
        }, cancel);
        if (outcome is CodebookPublished)
            await feed.RefreshAsync(cancel);
        return outcome;
    }

    /// <summary>The register and the acts as they would be, or the rules the draft breaks; nothing of it stays.</summary>
    public async Task<(ActSnapshot? After, int Acts, Refused? Refused)> TryAsync(CodebookDraft draft, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Administrator);
        var register = await registers.ReadAsync(cancel);
        var (after, outcome) = await Trial.RunAsync(
            database, clock, actor, (work, stop) => PublishAsync(work, register, draft, null, stop), (work, _) => Trial.EverythingAsync(work, cancel), cancel);
        return outcome is CodebookPublished written ? (after, written.Acts, null) : (null, 0, (Refused)outcome);
    }

    /// <summary>Why nothing may be announced or published besides; null when nothing is announced.</summary>
    internal static async Task<Refused?> RefusedByAnnouncementAsync(CommandWork work, CancellationToken cancel) =>
        await work.FindAsync<AnnouncedVersion>(Announced, new { }, cancel) is { } open
            ? Refused.For("", "announced", AnnouncementWriter.Blocks(open.Version, new DateTimeOffset(open.InForceFrom, TimeSpan.Zero)))
            : null;

    private sealed record AnnouncedVersion(string Version, DateTime InForceFrom);

    /// <param name="by">Who answers for it; null = the machine's own console.</param>
    internal static async Task<WriteOutcome> PublishAsync(CommandWork work, Register register, CodebookDraft draft, Guid? by, CancellationToken cancel)
    {
        if (CodebookRules.Check(draft, register) is { Count: > 0 } breaches)
            return new Refused(breaches);
        await work.ExecuteAsync(Replace, new { }, cancel);
        if (await work.SingleAsync<string>(VersionInForce, new { }, cancel) is var inForce && inForce != draft.From)
            return Refused.For("", "moved", $"Codebook {inForce} came into force meanwhile. Start again from it.");
        if (await CodebookTables.RefusedByActsAsync(work, draft, register.Codebook, cancel) is { } refused)
            return refused;
        var newest = new DateTimeOffset(await work.SingleAsync<DateTime>(NewestKnown, new { }, cancel), TimeSpan.Zero);
        var at = work.After(newest);
        await LayDownAsync(work, draft, draft.Over(register.Codebook), at, by, cancel);
        var acts = await RescoreAsync(work, register, draft, at, by, cancel);
        var voters = await work.ListAsync<string>(ReplaceScorings, new { at, codebook = draft.Version }, cancel);
        var written = new CodebookPublished(draft.Version, acts.Count) { Draft = draft };
        work.RegisterChanged(written.Subject);
        foreach (var country in acts.Select(a => a.Act.Country).Concat(voters).Distinct())
            work.Changed(new(country), written.Subject);
        return written;
    }

    private static async Task LayDownAsync(CommandWork work, CodebookDraft draft, CodebookVersion next, DateTimeOffset at, Guid? by, CancellationToken cancel)
    {
        var place = new { draft.From, draft.Version, at, draft.Sigma, draft.PriorStrength, note = draft.Note.Trim(), by };
        await work.ExecuteAsync(CloseCodebook, place, cancel);
        await work.ExecuteAsync(InsertCodebook, place, cancel);
        await CodebookTables.LayDownAsync(work, next, cancel);
        await work.ExecuteAsync(
            CopyPriorWeights,
            new
            {
                draft.From,
                draft.Version,
                axes = draft.Weights.Select(w => w.Axis).ToArray(),
                kinds = draft.Weights.Select(w => w.Kind).ToArray(),
                weights = draft.Weights.Select(w => w.Weight).ToArray(),
            },
            cancel);
    }

    private static async Task<IReadOnlyList<RescoredAct>> RescoreAsync(
        CommandWork work, Register register, CodebookDraft draft, DateTimeOffset at, Guid? by, CancellationToken cancel)
    {
        // The sides as the transaction sees them: they may have changed before the lock was taken.
        var axes = (await RegisterReader.ReadAsync(work.Connection, cancel)).Axes;
        var next = register with { Axes = axes, Codebook = draft.Over(register.Codebook), Ties = register.Ties.With(draft.Over(register.Ties.AllWeights)) };
        var codebooks = register.Codebooks.ToDictionary(c => c.Codebook.Version, c => c.Codebook);
        var answers = (await work.ListAsync<CoderAnswer>(CodersAnswers, new { }, cancel)).ToLookup(a => a.Event);
        var rescored = new RescoredActs(codebooks, next, answers);
        List<RescoredAct> acts = [.. (await work.ListAsync<ActToRescore>(ActsToRescore, new { ever = false, countries = (string[]?)null }, cancel)).Select(rescored.Of).OfType<RescoredAct>()];
        await RescoredRows.WriteAsync(work, acts, draft.Version, $"Scored by codebook {draft.Version}", at, by, cancel);
        return acts;
    }
}

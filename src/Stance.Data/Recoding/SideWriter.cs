using Npgsql;
using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Registers;

namespace Stance.Data.Recoding;

/// <summary>
/// Changes who stands on which side of an axis. Acts score by their recipient's side, so every act and roll call toward that country on those
/// days is scored anew as by a new codebook: from that moment on, and what was known before stays. The preview carries out the very same and takes it back.
/// </summary>
public sealed class SideWriter(NpgsqlDataSource database, CommandPipeline pipeline, ActFeed feed, TimeProvider clock)
{
    private static readonly string Replace = SqlFile.Read("Recoding/ReplaceCodebook.sql");
    private static readonly string NewestKnown = SqlFile.Read("Recoding/NewestKnown.sql");
    private static readonly string CloseMember = SqlFile.Read("Recoding/CloseMember.sql");
    private static readonly string InsertMember = SqlFile.Read("Recoding/InsertMember.sql");
    private static readonly string ActsToRescore = SqlFile.Read("Recoding/ActsToRescore.sql");
    private static readonly string CodersAnswers = SqlFile.Read("Recoding/CodersAnswers.sql");
    private static readonly string ScoringsToward = SqlFile.Read("Recoding/ScoringsToward.sql");
    private static readonly string ReplaceScorings = SqlFile.Read("Recoding/ReplaceScoringsToward.sql");

    /// <exception cref="NotAllowedException">The actor is no administrator: a side moves every line with acts toward it.</exception>
    public async Task<WriteOutcome> ChangeAsync(ChangeSides command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var name = command switch { AddSide => "axis.add-member", EndSide => "axis.end-member", _ => "axis.take-member-back" };
        var outcome = await pipeline.RunAsync<SidesWritten>(
            KeyedCommand.Of(actor, Role.Administrator, key, name, command), (work, stop) => ChangeAsync(work, command, stop), cancel);
        if (outcome is SidesWritten)
            await feed.RefreshAsync(cancel);
        return outcome;
    }

    /// <summary>The register and the acts as they would be, or why nothing may be changed; nothing of it stays.</summary>
    public async Task<(ActSnapshot? After, WriteOutcome Outcome)> TryAsync(ChangeSides command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Administrator);
        return await Trial.RunAsync(database, clock, actor, (work, stop) => ChangeAsync(work, command, stop), (work, _) => Trial.EverythingAsync(work, cancel), cancel);
    }

    private async Task<WriteOutcome> ChangeAsync(CommandWork work, ChangeSides command, CancellationToken cancel)
    {
        await work.ExecuteAsync(Replace, new { }, cancel);
        var before = await RegisterReader.ReadAsync(work.Connection, cancel);
        if (!before.Axes.TryGetValue(command.Axis, out var axis))
            return new Missing();
        if (axis.ChangedAt != command.Since)
            return Refused.For("", "changed", "Somebody changed the sides of this axis meanwhile. Look at who stands where now, then change that.");
        var (change, refusal) = ChangeOf(command, axis, before, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (change is null)
            return refusal!;
        var at = work.After(new DateTimeOffset(await work.SingleAsync<DateTime>(NewestKnown, new { }, cancel), TimeSpan.Zero));
        await ReplaceAsync(work, axis, change, at, cancel);
        var after = await RegisterReader.ReadAsync(work.Connection, cancel);
        var place = new { axis = axis.Code, country = change.Country.Value, from = change.From, until = change.Until, at };
        var held = await work.ListAsync<DateOnly>(ScoringsToward, place, cancel);
        if (held.Count(day => after.Axes[axis.Code].PoleWeight(change.Country, day) is null or 0) is > 0 and var silent)
            return Refused.For("", "rollCalls", $"{(silent == 1 ? "One roll call is" : $"{silent} roll calls are")} scored for {before.NameOf(change.Country)} on days on which it would stand on no side. Withdraw {(silent == 1 ? "that scoring" : "those scorings")} first.");
        var acts = await RescoreAsync(work, after, axis.Code, change, at, cancel);
        var voters = held.Count == 0 ? [] : await work.ListAsync<string>(ReplaceScorings, place, cancel);
        return await ToldAsync(work, before, axis, change, acts, held.Count, voters, cancel);
    }

    private static (SideChange? Change, WriteOutcome? Refusal) ChangeOf(ChangeSides command, Axis axis, Register register, DateOnly today)
    {
        if (command is AddSide add)
        {
            var (added, broken) = SideRules.CheckNew(add.Draft, axis, register, today);
            return added is null ? (null, new Refused(broken)) : (new SideChange(added.Country, added.From, added.Until, null, added, added.Source), null);
        }
        var (country, from) = command is EndSide e ? (e.Country, e.From) : (((TakeBackSide)command).Country, ((TakeBackSide)command).From);
        if (axis.Members.FirstOrDefault(m => m.Country.Value == country && m.From == from) is not { } held)
            return (null, new Missing());
        if (command is TakeBackSide back)
            return EventRules.CheckReason(back.Reason, required: true) is { } breach
                ? (null, new Refused([breach]))
                : (new SideChange(held.Country, held.From, held.Until, held, null, back.Reason!), null);
        var end = (EndSide)command;
        if (held.Until is not null)
            return (null, Refused.For("", "ended", "This has an end on file already. Load the page again."));
        var (ended, breaches) = SideRules.CheckEnd(held, end.Until, end.Source, today);
        return ended is null ? (null, new Refused(breaches)) : (new SideChange(held.Country, ended.Until!.Value, held.Until, held, ended, end.Source!.Trim()), null);
    }

    private static async Task ReplaceAsync(CommandWork work, Axis axis, SideChange change, DateTimeOffset at, CancellationToken cancel)
    {
        if (change.Before is { } before)
            await work.ExecuteAsync(CloseMember, new { axis = axis.Code, country = before.Country.Value, from = before.From, at }, cancel);
        if (change.After is { } after)
            await work.ExecuteAsync(
                InsertMember,
                new { axis = axis.Code, country = after.Country.Value, after.Weight, from = after.From, until = after.Until, after.Source, at }, cancel);
    }

    private static async Task<IReadOnlyList<RescoredAct>> RescoreAsync(
        CommandWork work, Register register, string axis, SideChange change, DateTimeOffset at, CancellationToken cancel)
    {
        var answers = (await work.ListAsync<CoderAnswer>(CodersAnswers, new { }, cancel)).ToLookup(a => a.Event);
        var rescored = new RescoredActs(register.Codebooks.ToDictionary(c => c.Codebook.Version, c => c.Codebook), register, answers) { Changed = axis };
        var standing = await work.ListAsync<ActToRescore>(ActsToRescore, new { ever = false, countries = (string[]?)null }, cancel);
        List<RescoredAct> acts =
        [
            .. standing.Where(a => a.IsScored && (change.Touches(a.Recipient, a.ScoredOn)
                || (a.CodedAxes is not null && answers[a.Event].Any(c => change.Touches(c.Recipient, c.ScoredOn))))).Select(rescored.Of).OfType<RescoredAct>(),
        ];
        await RescoredRows.WriteAsync(
            work, acts, register.Codebook.Version, $"Scored anew: {register.NameOf(change.Country)} on “{register.Axes[axis].Name}”", at, work.By, cancel, axis);
        return acts;
    }

    private static async Task<WriteOutcome> ToldAsync(
        CommandWork work, Register register, Axis axis, SideChange change, IReadOnlyList<RescoredAct> acts, int rollCalls, IEnumerable<string> voters, CancellationToken cancel)
    {
        FieldChange[] changes =
        [
            new(register.NameOf(change.Country), change.Before is null ? null : SideRules.Words(change.Before), change.After is null ? null : SideRules.Words(change.After)),
        ];
        await RegisterHistory.KeepAsync(work, "axis", axis.Code, changes, change.Reason, cancel);
        var written = new SidesWritten(axis.Code, acts.Count, rollCalls) { What = new { changes, change.Reason, acts = acts.Count, rollCalls } };
        work.RegisterChanged(written.Subject);
        foreach (var country in acts.Select(a => a.Act.Country).Concat(voters).Distinct())
            work.Changed(new(country), written.Subject);
        return written;
    }

    /// <summary>On which days a country's side changes, and from what to what.</summary>
    private sealed record SideChange(CountryCode Country, DateOnly From, DateOnly? Until, AxisMember? Before, AxisMember? After, string Reason)
    {
        public bool Touches(string? recipient, DateOnly day) => recipient == Country.Value && From <= day && (Until is null || day < Until);
    }
}

using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Recoding;

namespace Stance.Data.Recoding;

/// <summary>Answers which lines a change of many acts would move, or taking one back: it is carried out and taken back, so that no answer differs from what is written.</summary>
public sealed class BulkTrial(NpgsqlDataSource database, RegisterReader registers, ActFeed feed, TimeProvider clock)
{
    // What a reason says moves nothing, so the answer need not wait for it.
    private const string NoReason = "x";

    /// <returns>The lines as they would be; none where the change is refused, and why.</returns>
    public Task<(CodebookPreview? Lines, WriteOutcome Outcome)> TryAsync(BulkEdit command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TryAsync((work, register, stop) => BulkWriter.EditAsync(new EventTransaction(work, register), command with { Reason = NoReason }, stop), actor, cancel);
    }

    /// <inheritdoc cref="TryAsync(BulkEdit, Actor, CancellationToken)"/>
    public Task<(CodebookPreview? Lines, WriteOutcome Outcome)> TryAsync(TakeBackBulk command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TryAsync((work, register, stop) => BulkUndo.TakeBackAsync(work, register, command with { Reason = NoReason }, stop), actor, cancel);
    }

    private async Task<(CodebookPreview? Lines, WriteOutcome Outcome)> TryAsync(
        Func<CommandWork, Register, CancellationToken, Task<WriteOutcome>> write, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(Role.Curator);
        // What others changed meanwhile is not told as moved by this.
        await feed.RefreshAsync(cancel);
        var (before, register) = (feed.Snapshot, await registers.ReadAsync(cancel));
        var (after, outcome) = await Trial.RunAsync(
            database, clock, actor,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop) ?? await write(work, register, stop),
            async (work, written) => before with { Columns = await ActColumnsReader.RefreshAsync(work.Connection, before.Columns, CountriesOf(written), before.Columns.ChangeNo, cancel) },
            cancel);
        return (after is null ? null : CodebookPreview.Of(before, after, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), outcome);
    }

    private static HashSet<CountryCode> CountriesOf(Written written) =>
        [.. (written is BulkWritten made ? made.Acts : ((BulkTakenBack)written).Acts).Select(a => a.Country)];
}

using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Two acts that look like one are two.</summary>
public sealed record MarkDistinct(Guid One, Guid Other, string? Reason);

/// <summary>They may be one act after all, and are asked about again.</summary>
public sealed record UndoDistinct(Guid One, Guid Other, string? Reason = null);

/// <summary>Two acts were found to be two, or no longer. The first is the one entered first.</summary>
public sealed record DistinctWritten(Guid First, Guid Second, CountryCode Country, bool Stands, string? Reason) : Written
{
    public override string Subject => $"act:{First}";

    public override object Details => new { other = Second, distinct = Stands, Reason };
}

/// <summary>Keeps that two acts are two, so that nobody is asked again; undone, both are asked about as before. Neither act changes.</summary>
public sealed class DistinctActsWriter(CommandPipeline pipeline)
{
    private static readonly string Hold = SqlFile.Read("Events/PairOfActs.sql");
    private static readonly string Mark = SqlFile.Read("Events/MarkDistinct.sql");
    private static readonly string Undo = SqlFile.Read("Events/UndoDistinct.sql");

    /// <exception cref="NotAllowedException">The actor is no curator.</exception>
    public Task<WriteOutcome> MarkAsync(MarkDistinct command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "act.mark-distinct", command);
        return pipeline.RunAsync<DistinctWritten>(keyed, (work, stop) => MarkAsync(work, command, stop), cancel);
    }

    /// <exception cref="NotAllowedException">The actor is no curator.</exception>
    public Task<WriteOutcome> UndoAsync(UndoDistinct command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "act.undo-distinct", command);
        return pipeline.RunAsync<DistinctWritten>(keyed, (work, stop) => UndoAsync(work, command, stop), cancel);
    }

    private static async Task<WriteOutcome> MarkAsync(CommandWork work, MarkDistinct command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        if (command.One == command.Other)
            return Refused.For("other", "self", "One act is not two: choose another one.");
        if (await work.ListAsync<HeldAct>(Hold, new { ids = new[] { command.One, command.Other } }, cancel) is not [var first, var second])
            return new Missing();
        if ((first.IsRetracted ? first : second.IsRetracted ? second : null) is { } gone)
            return Refused.For("", "retracted", $"“{gone.Title}” is taken back. Nothing asks about it any more.");
        if (first.Country != second.Country)
            return Refused.For("other", "country", "Acts of two countries are never taken for one.");
        var reason = command.Reason!.Trim();
        var marked = await work.FindAsync<Guid?>(Mark, new { first = first.Id, second = second.Id, reason, at = work.Now, by = work.By }, cancel);
        return marked is null
            ? Refused.For("", "marked", "Somebody has found these two to be different acts already.")
            : new DistinctWritten(first.Id, second.Id, new CountryCode(first.Country), true, reason);
    }

    private static async Task<WriteOutcome> UndoAsync(CommandWork work, UndoDistinct command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: false) is { } breach)
            return new Refused([breach]);
        if (await work.ListAsync<HeldAct>(Hold, new { ids = new[] { command.One, command.Other } }, cancel) is not [var first, var second])
            return new Missing();
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        var undone = await work.FindAsync<Guid?>(Undo, new { first = first.Id, second = second.Id, reason, at = work.Now, by = work.By }, cancel);
        return undone is null
            ? Refused.For("", "undone", "Nothing says any more that these two are different acts.")
            : new DistinctWritten(first.Id, second.Id, new CountryCode(first.Country), false, reason);
    }

    private sealed record HeldAct(Guid Id, string Country, string Title, bool IsRetracted);
}

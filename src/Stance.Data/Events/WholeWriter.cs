using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Call an act of several states otherwise.</summary>
/// <param name="Version">How often it had been called otherwise when the command was made.</param>
public sealed record CallWhole(Guid Id, int Version, string? Title, string? Reason);

/// <summary>An act of several states is called otherwise.</summary>
public sealed record WholeCalled(Guid Id, int Version, string Title, string Before) : Written
{
    public override string Subject => $"together:{Id}";

    public override object Details => new { Before, now = Title };
}

/// <summary>Corrects what an act of several states is called. Nothing of its acts changes; as known before, the title of before stands.</summary>
public sealed class WholeWriter(CommandPipeline pipeline)
{
    private static readonly string Lock = SqlFile.Read("Events/LockWhole.sql");
    private static readonly string KeepEarlier = SqlFile.Read("Events/KeepEarlierTitle.sql");
    private static readonly string Call = SqlFile.Read("Events/CallWhole.sql");
    private static readonly string Countries = SqlFile.Read("Events/CountriesOfWhole.sql");

    public Task<WriteOutcome> CallAsync(CallWhole command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return pipeline.RunAsync<WholeCalled>(
            KeyedCommand.Of(actor, Role.Curator, key, "together.call", command), (work, stop) => CallAsync(work, command, stop), cancel);
    }

    private static async Task<WriteOutcome> CallAsync(CommandWork work, CallWhole command, CancellationToken cancel)
    {
        var (title, breaches) = EventRules.CheckWhole(command.Title, command.Reason);
        if (title is null)
            return new Refused(breaches);
        if (await work.HoldAsync<Held>(Lock, new { command.Id }, cancel) is not { } held)
            return new Missing();
        if (held.Version != command.Version)
            return Refused.For("whole", "changed", $"Somebody called it “{held.Title}” meanwhile. Look at it again.");
        if (held.Title == title)
            return Refused.For("whole", "same", "It is called so already.");
        var at = held.Since is { } since ? work.After(new DateTimeOffset(since, TimeSpan.Zero)) : work.Now;
        await work.ExecuteAsync(KeepEarlier, new { command.Id, held.Version, held.Since, at, by = work.By, reason = command.Reason!.Trim() }, cancel);
        await work.ExecuteAsync(Call, new { command.Id, title }, cancel);
        foreach (var country in await work.ListAsync<string>(Countries, new { command.Id }, cancel))
            work.Changed(new CountryCode(country), $"together:{command.Id}");
        return new WholeCalled(command.Id, held.Version + 1, title, held.Title);
    }

    private sealed record Held(string Title, int Version, DateTime? Since);
}

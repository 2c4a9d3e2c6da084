using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Keep the fields of an act under a name. What belongs to that one act is left out (<see cref="TemplateRules.Keep"/>).</summary>
public sealed record SaveTemplate(string? Name, StanceEventDraft Draft, bool IsShared = false);

/// <summary>Give a template another name, or other readers.</summary>
public sealed record ChangeTemplate(Guid Id, string? Name, bool IsShared);

/// <summary>Strike a template off the list.</summary>
public sealed record RemoveTemplate(Guid Id);

/// <summary>A template was saved, changed or removed.</summary>
/// <param name="Former">What it was called before.</param>
public sealed record TemplateWritten(Guid Id, string Name, bool IsShared, string? Former = null) : Written
{
    public override string Subject => $"template:{Id}";

    public override object Details => new { Name, IsShared, from = Former };
}

/// <summary>Saves templates of acts, renames, shares and removes them. Only its owner, or an administrator, changes one that is shared.</summary>
public sealed class TemplateWriter(CommandPipeline pipeline)
{
    private static readonly string Insert = SqlFile.Read("Events/InsertTemplate.sql");
    private static readonly string Lock = SqlFile.Read("Events/LockTemplate.sql");
    private static readonly string Change = SqlFile.Read("Events/ChangeTemplate.sql");
    private static readonly string Remove = SqlFile.Read("Events/RemoveTemplate.sql");

    private static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private const int LongestDraft = 90_000;

    /// <exception cref="NotAllowedException">The actor is no curator, or no person.</exception>
    public Task<WriteOutcome> SaveAsync(SaveTemplate command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var lean = command with { Draft = TemplateRules.Keep(command.Draft) };
        return RunAsync(lean, "template.save", actor, key, SaveAsync, cancel);
    }

    /// <exception cref="NotAllowedException">The actor is no curator, or the template is somebody else's.</exception>
    public Task<WriteOutcome> ChangeAsync(ChangeTemplate command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "template.change", actor, key, ChangeAsync, cancel);

    /// <exception cref="NotAllowedException">The actor is no curator, or the template is somebody else's.</exception>
    public Task<WriteOutcome> RemoveAsync(RemoveTemplate command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "template.remove", actor, key, RemoveAsync, cancel);

    private async Task<WriteOutcome> RunAsync<T>(
        T command, string name, Actor actor, string key, Func<CommandWork, T, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where T : notnull
    {
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, name, command);
        if (!actor.IsPerson)
            throw new NotAllowedException("Only a signed-in person keeps templates.");
        try
        {
            return await pipeline.RunAsync<TemplateWritten>(keyed, (work, stop) => write(work, command, stop), cancel);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return NameTaken();
        }
    }

    private static async Task<WriteOutcome> SaveAsync(CommandWork work, SaveTemplate command, CancellationToken cancel)
    {
        if (TemplateRules.CheckName(command.Name) is { } breach)
            return new Refused([breach]);
        var (name, draft) = (command.Name!.Trim(), JsonSerializer.Serialize(command.Draft, Kept));
        if (draft.Length > LongestDraft)
            return Refused.For("name", "length", "This is more than a template holds: shorten the note or the fields of the kind.");
        var id = await work.FindAsync<Guid?>(Insert, new { owner = work.By, name, draft, command.IsShared, at = work.Now }, cancel);
        return id is { } saved ? new TemplateWritten(saved, name, command.IsShared) : NameTaken();
    }

    private static async Task<WriteOutcome> ChangeAsync(CommandWork work, ChangeTemplate command, CancellationToken cancel)
    {
        if (TemplateRules.CheckName(command.Name) is { } breach)
            return new Refused([breach]);
        if (await HeldAsync(work, command.Id, cancel) is not { } held)
            return new Missing();
        var name = command.Name!.Trim();
        await work.ExecuteAsync(Change, new { command.Id, name, command.IsShared }, cancel);
        return new TemplateWritten(command.Id, name, command.IsShared, held.Name);
    }

    private static async Task<WriteOutcome> RemoveAsync(CommandWork work, RemoveTemplate command, CancellationToken cancel)
    {
        if (await HeldAsync(work, command.Id, cancel) is not { } held)
            return new Missing();
        await work.ExecuteAsync(Remove, new { command.Id, at = work.Now, by = work.By }, cancel);
        return new TemplateWritten(command.Id, held.Name, held.IsShared);
    }

    /// <summary>Null when there is none the actor could know of.</summary>
    private static async Task<Held?> HeldAsync(CommandWork work, Guid id, CancellationToken cancel)
    {
        var held = await work.FindAsync<Held>(Lock, new { id }, cancel);
        if (held is null || held.OwnerId == work.By)
            return held;
        if (!held.IsShared)
            return null;
        return work.Actor.Role == Role.Administrator ? held : throw new NotAllowedException("Only whoever saved a template, or an administrator, can change it.");
    }

    private static Refused NameTaken() => Refused.For("name", "taken", "You have a template of this name already. Choose another name.");

    private sealed record Held(Guid OwnerId, string Name, bool IsShared);
}

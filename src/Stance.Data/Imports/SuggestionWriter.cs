using System.Text.Json;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>Keeps what machines coded as suggestions, and what curators made of them.</summary>
public sealed class SuggestionWriter(CommandPipeline pipeline, RegisterReader registers)
{
    private const int ChunkRows = 5000;

    private static readonly string Keep = SqlFile.Read("Imports/KeepSuggestions.sql");
    private static readonly string Exists = SqlFile.Read("Imports/SuggestionExists.sql");
    private static readonly string ActExists = SqlFile.Read("Imports/ActExists.sql");
    private static readonly string Decide = SqlFile.Read("Imports/DecideSuggestion.sql");

    /// <exception cref="ImportFileException">The file cannot be read, or holds no coded events.</exception>
    public async Task<WriteOutcome> KeepAsync(ReceivedFile file, Actor actor, string key, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "suggestions.keep", new SuggestFrom(file.Sha256, file.Name));
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<SuggestionsKept>(keyed, (work, stop) => KeepAsync(work, register, file, progress, stop), cancel);
    }

    public Task<WriteOutcome> DecideAsync(DecideSuggestion command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "suggestion.decide", command);
        return pipeline.RunAsync<SuggestionDecided>(keyed, (work, stop) => DecideAsync(work, command, stop), cancel);
    }

    private static async Task<WriteOutcome> KeepAsync(CommandWork work, Register register, ReceivedFile file, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var (tally, kinds, added, kept) = (new CodedTally(), new CodeMap(register.Codebook), 0, 0);
        foreach (var chunk in CodedFile.Read(file.Content, ImportLimits.Usual, register.Countries, kinds, tally).Chunk(ChunkRows))
        {
            cancel.ThrowIfCancellationRequested();
            added += (await work.ListAsync<bool>(Keep, Rows(chunk, kinds, file.Name, work), cancel)).Count(isNew => isNew);
            kept += chunk.Length;
            progress?.Report(new ImportProgress(tally.Read, tally.Read, kept, "Reading"));
        }
        return new SuggestionsKept(file.Name, tally.Read, added, kept - added, tally.NoCountry, tally.NoKind, tally.Unreadable);
    }

    private static object Rows(CodedAct[] acts, CodeMap kinds, string file, CommandWork work) => new
    {
        file,
        at = work.Now,
        formats = acts.Select(a => a.Format).ToArray(),
        identities = acts.Select(a => a.Identity).ToArray(),
        rowIds = acts.Select(a => a.RowId).ToArray(),
        rows = acts.Select(a => a.Row).ToArray(),
        actors = acts.Select(a => a.Actor.Value).ToArray(),
        recipients = acts.Select(a => a.Recipient?.Value).ToArray(),
        days = acts.Select(a => a.Day).ToArray(),
        urls = acts.Select(a => a.Url).ToArray(),
        publishers = acts.Select(a => a.Publisher).ToArray(),
        schemes = acts.Select(a => a.Scheme).ToArray(),
        codes = acts.Select(a => a.Code).ToArray(),
        goldsteins = acts.Select(a => a.Goldstein).ToArray(),
        proposals = acts.Select(a => JsonSerializer.Serialize(kinds.Find(a.Scheme, a.Code), JsonSerializerOptions.Web)).ToArray(),
        words = acts.Select(a => a.Text).ToArray(),
    };

    private static async Task<WriteOutcome> DecideAsync(CommandWork work, DecideSuggestion command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: !command.IsTaken) is { } breach)
            return new Refused([breach]);
        if (await work.FindAsync<bool?>(Exists, new { id = command.Id }, cancel) is not { } isDecided)
            return new Missing();
        if (isDecided)
            return Refused.For("", "decided", "Somebody decided on this suggestion already.");
        if (command.Act is { } act && !await work.SingleAsync<bool>(ActExists, new { id = act }, cancel))
            return Refused.For("act", "unknown", "There is no act with this id.");
        var decision = command.IsTaken ? "taken" : "dismissed";
        var rows = await work.ExecuteAsync(
            Decide, new { id = command.Id, decision, reason = command.Reason, @event = command.Act, at = work.Now, actor = work.Actor.Name, by = work.By }, cancel);
        return rows == 1
            ? new SuggestionDecided(command.Id, decision, command.Act, command.Reason)
            : Refused.For("", "decided", "Somebody decided on this suggestion already.");
    }
}

using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Events;
using Stance.Texts;

namespace Stance.Data.Texts;

/// <summary>
/// Puts texts on file and replaces them by newer ones. Where a text may not be kept, its words go to the curator's own drafts only; the report gets
/// their hash, which later tells whether the same text comes again.
/// </summary>
public sealed class StoredTextWriter(CommandPipeline pipeline, TimeProvider clock)
{
    private static readonly string SameText = SqlFile.Read("Texts/SameText.sql");
    private static readonly string InsertText = SqlFile.Read("Texts/InsertText.sql");
    private static readonly string KeepFormerText = SqlFile.Read("Texts/KeepFormerText.sql");
    private static readonly string SetText = SqlFile.Read("Texts/SetText.sql");
    private static readonly string LockText = SqlFile.Read("Texts/LockText.sql");
    private static readonly string SourcesById = SqlFile.Read("Events/SourcesById.sql");
    private static readonly string KeepDraft = SqlFile.Read("Events/KeepDraft.sql");

    /// <summary>Under which a curator's own copy lies among the drafts.</summary>
    public static string DraftOf(Guid report) => $"text:{report}";

    public Task<WriteOutcome> StoreAsync(StoreText command, Actor actor, string key, CancellationToken cancel) =>
        pipeline.RunAsync<TextWritten>(
            KeyedCommand.Of(actor, Role.Curator, key, "text.store", command), (work, stop) => StoreAsync(work, command, stop), cancel);

    public Task<WriteOutcome> ReplaceAsync(ReplaceText command, Actor actor, string key, CancellationToken cancel) =>
        pipeline.RunAsync<TextWritten>(
            KeyedCommand.Of(actor, Role.Curator, key, "text.replace", command), (work, stop) => ReplaceAsync(work, command, stop), cancel);

    public Task<WriteOutcome> TakeUpAsync(TakeUpText command, Actor actor, string key, CancellationToken cancel) =>
        pipeline.RunAsync<TextWritten>(
            KeyedCommand.Of(actor, Role.Curator, key, "text.take-up", command), (work, stop) => TakeUpAsync(work, command, stop), cancel);

    private async Task<WriteOutcome> StoreAsync(CommandWork work, StoreText command, CancellationToken cancel)
    {
        var named = await NamedAsync(work, command.Source, cancel);
        var reading = ReportRules.Read(named, command.Report, command.Keeps, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (reading.Breaches.Count > 0)
            return new Refused(reading.Breaches);
        if (command.Text.Length == 0)
            return Refused.For("text", "required", "Bring the text: paste its words or choose a file.");
        var textSha256 = ReadableText.Hash(command.Text);
        var (source, report) = (reading.Source!, reading.Report!);
        if (source.Id is null && await ClaimPlacement.FindAsync(work, source.Name, cancel) is { } row && row.Reliability[0] != source.Reliability)
            return Refused.For("source.reliability", "onFile", $"{row.Name} is on file as {SourceGrade.NameOfReliability(row.Reliability[0])} ({row.Reliability}). Choose it there, or give this source another name.");
        var same = await work.ListAsync<SameRow>(SameText, new { sha256 = command.Sha256, textSha256 }, cancel);
        if (same.FirstOrDefault(s => s.Source == source.Name) is { } own)
            return own.ToOutcome();
        // A copy in another paper is a report of its own, but one origin: it must say whose words it prints.
        if (same.Count > 0 && report.OriginGroup is null)
            return Refused.For("report.originGroup", "copy", $"The same words are on file from {same[0].Source}. Say under Copied from whose words they are, or code from the report on file.");
        var id = await work.SingleAsync<Guid>(
            InsertText,
            new
            {
                source = source.Id ?? await ClaimPlacement.SourceAsync(work, source, cancel),
                report.Title,
                report.Author,
                report.PublishedOn,
                report.Url,
                report.Language,
                report.OriginGroup,
                report.IsPartial,
                sha256 = command.Sha256,
                textSha256,
                text = command.Keeps == TextKeeping.Whole ? command.Text : null,
                command.Keeps,
                command.Kind,
                command.FileName,
                by = work.By,
                at = work.Now,
            },
            cancel);
        await KeepOwnCopyAsync(work, id, command.Keeps!, command.Text, cancel);
        return new TextWritten(id, 1);
    }

    private static async Task<WriteOutcome> ReplaceAsync(CommandWork work, ReplaceText command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        if (await work.FindAsync<LockedRow>(LockText, new { id = command.Report }, cancel) is not { } current)
            return new Missing();
        if (current.Version != command.Version)
            return new TextConflict(current.Version);
        var textSha256 = ReadableText.Hash(command.Text);
        if (current.TextSha256 == textSha256)
            return Refused.For("text", "same", "These are the very words on file. Nothing needs replacing.");
        var at = work.Now;
        var keeps = current.Keeps ?? TextKeeping.Passages;
        await work.ExecuteAsync(KeepFormerText, new { id = command.Report, by = work.By, at, command.Reason }, cancel);
        await work.ExecuteAsync(
            SetText,
            new
            {
                id = command.Report,
                version = current.Version + 1,
                sha256 = command.Sha256,
                textSha256,
                text = keeps == TextKeeping.Whole ? command.Text : null,
                keeps,
                command.Kind,
                command.FileName,
                by = work.By,
                at,
            },
            cancel);
        await KeepOwnCopyAsync(work, command.Report, keeps, command.Text, cancel);
        return new TextWritten(command.Report, current.Version + 1);
    }

    private static async Task<WriteOutcome> TakeUpAsync(CommandWork work, TakeUpText command, CancellationToken cancel)
    {
        if (command.Keeps is null || !TextKeeping.All.Contains(command.Keeps))
            return Refused.For("keeps", "choice", "Choose how much of the text may be kept: whole, passages or hash.");
        if (await work.FindAsync<LockedRow>(LockText, new { id = command.Report }, cancel) is not { } current)
            return new Missing();
        var textSha256 = ReadableText.Hash(command.Text);
        if (current.TextSha256 is not null && current.TextSha256 != textSha256)
            return Refused.For("text", "other", "This is another text than the one on file. Replace that one, or put this on file as a report of its own.");
        if (current.TextSha256 is null)
        {
            await work.ExecuteAsync(
                SetText,
                new
                {
                    id = command.Report,
                    version = current.Version,
                    sha256 = command.Sha256,
                    textSha256,
                    text = command.Keeps == TextKeeping.Whole ? command.Text : null,
                    keeps = command.Keeps,
                    command.Kind,
                    command.FileName,
                    by = work.By,
                    at = work.Now,
                },
                cancel);
        }
        await KeepOwnCopyAsync(work, command.Report, current.Keeps ?? command.Keeps, command.Text, cancel);
        return new TextWritten(command.Report, current.Version);
    }

    private static async Task KeepOwnCopyAsync(CommandWork work, Guid id, string keeps, string text, CancellationToken cancel)
    {
        if (keeps != TextKeeping.Whole && work.By is { } user)
            await work.ExecuteAsync(KeepDraft, new { user, subject = DraftOf(id), body = text, at = work.Now }, cancel);
    }

    private static async Task<SourceDraft?> NamedAsync(CommandWork work, SourceDraft? source, CancellationToken cancel)
    {
        if (source?.Id is not { } id)
            return source;
        var rows = await work.ListAsync<EventReader.SourceRow>(SourcesById, new { ids = new[] { id } }, cancel);
        return rows.Count > 0 ? new SourceDraft(id, rows[0].Name, rows[0].Reliability, rows[0].Url) : new SourceDraft(id);
    }

    internal sealed record SameRow(Guid Id, string Title, string Source, DateOnly PublishedOn, bool HoldsWords)
    {
        public TextOnFile ToOutcome() => new(Id, Title, Source, PublishedOn, HoldsWords);
    }

    private sealed record LockedRow(int Version, string? Keeps, string? TextSha256);
}

using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>Corrects sources on file. Acts keep the confidence they were coded with; a new grade counts in what is coded from then on.</summary>
public sealed class SourceWriter(CommandPipeline pipeline, TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockSource.sql");
    private static readonly string KeepEarlier = SqlFile.Read("Registers/KeepEarlierSource.sql");
    private static readonly string Update = SqlFile.Read("Registers/UpdateSource.sql");
    private static readonly string OtherNamed = SqlFile.Read("Registers/OtherSourceNamed.sql");

    public Task<WriteOutcome> CorrectAsync(CorrectSource command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, "source.correct", command);
        var (source, breaches) = SourceRules.Check(command.Words, command.Reason, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return pipeline.RunAsync<SourceCorrected>(
            keyed, (work, stop) => source is null ? Task.FromResult<WriteOutcome>(new Refused(breaches)) : CorrectAsync(work, command, source, stop), cancel);
    }

    private static async Task<WriteOutcome> CorrectAsync(CommandWork work, CorrectSource command, SourceFacts source, CancellationToken cancel)
    {
        var place = new { command.Id, source.Name, reliability = source.Reliability.ToString(), source.Url, source.ReadSince, source.CodedBackTo };
        if (await work.HoldAsync<HeldSource>(Lock, place, cancel) is not { } held)
            return new Missing();
        if (held.Version != command.Version)
            return Refused.For("", "changed", "Somebody corrected this source meanwhile. Look at what it says now, then correct that.");
        if (held.Facts == source)
            return Refused.For("source.name", "same", "This is what stands on file already. Change it, or leave it as it is.");
        if (await work.SingleAsync<bool>(OtherNamed, place, cancel))
            return Refused.For("source.name", "onFile", $"Another source is called {source.Name}. Give this one a name of its own.");
        var at = held.Since is { } since ? work.After(new DateTimeOffset(since, TimeSpan.Zero)) : work.Now;
        await work.ExecuteAsync(KeepEarlier, new { command.Id, held.Version, held.Since, at, by = work.By, command.Reason }, cancel);
        await work.ExecuteAsync(Update, place, cancel);
        var written = new SourceCorrected(command.Id, held.Version + 1)
        {
            What = new { before = held.Facts, now = source, command.Reason },
        };
        work.RegisterChanged(written.Subject);
        return written;
    }

    private sealed record HeldSource(string Name, string Reliability, string? Url, DateOnly? ReadSince, DateOnly? CodedBackTo, int Version, DateTime? Since)
    {
        public SourceFacts Facts => new(Name, Reliability[0], Url, ReadSince, CodedBackTo);
    }
}

using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Events;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <summary>Keeps countries and the names and codes they go by. What stands now is in their tables, what stood before in the history of registers.</summary>
public sealed class CountryWriter(CommandPipeline pipeline, TimeProvider clock)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockCountries.sql");
    private static readonly string Insert = SqlFile.Read("Registers/InsertCountry.sql");
    private static readonly string Update = SqlFile.Read("Registers/UpdateCountry.sql");
    private static readonly string DaysInUse = SqlFile.Read("Registers/CountryDaysInUse.sql");
    private static readonly string InsertAlias = SqlFile.Read("Registers/InsertAlias.sql");
    private static readonly string DeleteAlias = SqlFile.Read("Registers/DeleteAlias.sql");

    public Task<WriteOutcome> AddAsync(AddCountry command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "country.add", actor, key, async (work, stop) =>
        {
            var all = await KeptCountryReader.AllAsync(work.Connection, stop);
            var (country, breaches) = CountryRules.Check(command.Draft, null, [.. all.Select(c => c.Facts)], command.Reason, Today());
            if (country is null)
                return new Refused(breaches);
            await work.ExecuteAsync(Insert, Row(country), stop);
            return await FollowAsync(work, null, country, command.Reason, stop);
        }, cancel);
    }

    public Task<WriteOutcome> CorrectAsync(CorrectCountry command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "country.correct", actor, key, async (work, stop) =>
        {
            var all = await KeptCountryReader.AllAsync(work.Connection, stop);
            if (all.FirstOrDefault(c => c.Facts.Code.Value == command.Code) is not { Facts: var held } onFile)
                return new Missing();
            if (onFile.Version != command.Version)
                return Refused.For("", "changed", "Somebody changed this country meanwhile. Look at what it says now, then correct that.");
            var (country, breaches) = CountryRules.Check(command.Draft, held, [.. all.Select(c => c.Facts)], command.Reason, Today());
            if (country is null)
                return new Refused(breaches);
            if (FieldChange.Between(held.Fields, country.Fields).Count == 0)
                return Refused.For("name", "same", "This is what stands on file already. Change it, or leave it as it is.");
            if (await work.SingleAsync<int>(DaysInUse, Row(country, held), stop) is > 0 and var count)
                return Refused.For(held.Until != country.Until ? "until" : "from", "inUse", $"{(count == 1 ? "One act or vote" : $"{count} acts and votes")} of {held.Name} on file would lie outside these days. Correct {(count == 1 ? "it" : "them")} first.");
            await work.ExecuteAsync(Update, Row(country), stop);
            return await FollowAsync(work, held, country, command.Reason, stop);
        }, cancel);
    }

    public Task<WriteOutcome> AddAliasAsync(AddAlias command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "country.add-name", actor, key, async (work, stop) =>
        {
            if (await FindAsync(work, command.Code, stop) is not { } country)
                return new Missing();
            var held = await KeptCountryReader.AliasesAsync(work.Connection, command.Code, stop);
            var (alias, breaches) = CountryRules.CheckAlias(
                country, held.Select(a => (a.Kind, a.Alias)), command.Kind, command.Alias, command.Reason, await RegisterReader.ReadAsync(work.Connection, stop));
            if (alias is null)
                return new Refused(breaches);
            await work.ExecuteAsync(InsertAlias, new { command.Code, command.Kind, alias }, stop);
            return await ToldAsync(work, command.Code, [new(Named(command.Kind!), null, alias)], command.Reason, stop);
        }, cancel);
    }

    public Task<WriteOutcome> TakeAwayAliasAsync(TakeAwayAlias command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(command, "country.take-name-away", actor, key, async (work, stop) =>
        {
            if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
                return new Refused([breach]);
            if (await FindAsync(work, command.Code, stop) is not { } country)
                return new Missing();
            if (Codes(country).Any(c => c == (command.Kind, command.Alias)))
                return Refused.For("", "own", $"{command.Alias} is the code {country.Name} itself stands with. Correct the country instead.");
            if (await work.ExecuteAsync(DeleteAlias, new { command.Code, command.Kind, command.Alias }, stop) == 0)
                return new Missing();
            return await ToldAsync(work, command.Code, [new(Named(command.Kind), command.Alias, null)], command.Reason, stop);
        }, cancel);
    }

    private Task<WriteOutcome> RunAsync(
        object command, string name, Actor actor, string key, Func<CommandWork, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel) =>
        pipeline.RunAsync<CountryWritten>(
            KeyedCommand.Of(actor, Role.Administrator, key, name, command),
            async (work, stop) =>
            {
                await work.ExecuteAsync(Lock, new { }, stop);
                return await write(work, stop);
            },
            cancel);

    private static async Task<CountryFacts?> FindAsync(CommandWork work, string code, CancellationToken cancel) =>
        (await KeptCountryReader.AllAsync(work.Connection, cancel)).FirstOrDefault(c => c.Facts.Code.Value == code)?.Facts;

    /// <summary>The country's own codes are among those it is found by.</summary>
    private static async Task<WriteOutcome> FollowAsync(CommandWork work, CountryFacts? held, CountryFacts country, string? reason, CancellationToken cancel)
    {
        var (before, now) = (held is null ? [] : Codes(held), Codes(country));
        foreach (var (kind, alias) in before.Except(now))
            await work.ExecuteAsync(DeleteAlias, new { code = country.Code.Value, kind, alias }, cancel);
        foreach (var (kind, alias) in now.Except(before))
            await work.ExecuteAsync(InsertAlias, new { code = country.Code.Value, kind, alias }, cancel);
        return await ToldAsync(work, country.Code.Value, FieldChange.Between(held?.Fields, country.Fields), reason, cancel);
    }

    private static async Task<WriteOutcome> ToldAsync(CommandWork work, string code, IReadOnlyList<FieldChange> changes, string? reason, CancellationToken cancel)
    {
        await RegisterHistory.KeepAsync(work, "country", code, changes, reason, cancel);
        var written = new CountryWritten(code) { What = new { changes, reason } };
        work.RegisterChanged(written.Subject);
        return written;
    }

    private static IReadOnlyList<(string Kind, string Alias)> Codes(CountryFacts country) =>
        [.. new[] { ("iso2", country.Iso2), ("iso numeric", country.M49), ("cow", country.Cow) }.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!))];

    private static string Named(string kind) => $"also goes by ({CountryRules.AliasKinds.FirstOrDefault(k => k.Code == kind).Name ?? kind})";

    private static object Row(CountryFacts country, CountryFacts? held = null) => new
    {
        code = country.Code.Value,
        country.Name,
        country.OfficialName,
        country.Region,
        country.Iso2,
        country.M49,
        country.Cow,
        country.From,
        country.Until,
        seats = $"{{{string.Join(',', country.Seats.Select(s => $"[{DateText.Iso(s.From)},{(s.Until is { } until ? DateText.Iso(until) : null)})"))}}}",
        country.Dispute,
        heldFrom = held?.From,
        heldUntil = held?.Until,
    };

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}

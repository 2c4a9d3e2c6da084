using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Amounts;
using Stance.Codebook;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.ViewStates;

namespace Stance.Data.Amounts;

/// <summary>Reads the numbers that acts of a view carry, as known at its knowledge date: page, panel and API call this one class.</summary>
public sealed class AmountReader(NpgsqlDataSource database, ActFeed feed, TimeProvider clock)
{
    /// <summary>Acts added up at once.</summary>
    public const int Most = 20_000;

    private static readonly string Amounts = SqlFile.Read("Amounts/Amounts.sql");

    public async Task<AmountReport> ReadAsync(ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (register, asked, now) = (feed.Register, scope.Narrow(view), clock.GetUtcNow());
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var period = asked.PeriodOn(today);
        var rows = await RowsAsync(new
        {
            knownAt = (asked.AsOf.Instant ?? now).UtcDateTime,
            types = register.Codebook.Types.Where(t => t.Attributes.Any(a => a.IsNumeric)).Select(t => t.Code).ToArray(),
            countries = Countries(asked, scope, register, today),
            fromDay = period.From,
            toDay = period.To,
            families = asked.Families.Count == 0 ? null : asked.Families.ToArray(),
            mode = asked.Form switch { ActForm.Words => "D", ActForm.Deeds => "M", _ => null },
            collections = asked.Collections.Count == 0 ? null : asked.Collections.ToArray(),
            uncounted = feed.UncountedIn(asked, today) is { Count: > 0 } uncounted ? uncounted.ToArray() : null,
            limit = Most + 1,
        }, cancel);
        var counted = rows.Where(r => r.IsScored).ToList();
        var choices = AmountChoices.Of(counted.Select(r => (r.Type, (IReadOnlyCollection<string>)[.. Numbers(r.Attributes).Keys])), register.Codebook);
        var measure = asked.Measure ?? (choices.Count > 0 ? choices[0].Key : null);
        var isCut = rows.Count > Most;
        var series = measure is null || isCut ? [] : AmountSeriesMaker.Of(
            counted.Where(r => register.Countries.ContainsKey(new(r.Country))).Select(r => r.ToAmount(measure, register.Codebook)).OfType<ActAmount>(),
            measure, register.Codebook, code => register.Countries[code], period);
        return new AmountReport(
            asked, period, register.Codebook, measure, choices,
            [.. series.Select(s => s with { Watched = register.Sweeps.Watched(s.Country.Code, period, asked.AsOf) })],
            measure is null ? 0 : rows.Count(r => !r.IsScored && register.Codebook.Find(r.Type)?.MeasureOf(measure) is not null), isCut);
    }

    private async Task<IReadOnlyList<AmountRecord>> RowsAsync(object query, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<AmountRecord>(new CommandDefinition(Amounts, query, cancellationToken: cancel))).AsList();
    }

    private static string[]? Countries(ViewState asked, Scope scope, Register register, DateOnly today) =>
        asked.Countries.Count + asked.Blocs.Count > 0
            ? [.. register.CountriesOf(asked, today).Where(scope.Allows).Select(c => c.Value)]
            : scope.Countries?.Select(c => c.Value).ToArray();

    /// <summary>What an act or a report of it says in numbers, by field.</summary>
    private static Dictionary<string, double> Numbers(string attributes)
    {
        using var json = JsonDocument.Parse(attributes);
        return Numbers(json.RootElement);
    }

    private static Dictionary<string, double> Numbers(JsonElement fields) => fields.ValueKind == JsonValueKind.Object
        ? fields.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Number).ToDictionary(f => f.Name, f => f.Value.GetDouble())
        : [];

    private sealed record AmountRecord(
        string ActId, string Country, string Type, string Title, DateOnly FromDay, DateOnly ToDay, string Precision, DateOnly ScoredOn, bool IsScored,
        string Attributes, string? Said)
    {
        /// <summary>Null when acts of this kind have no such number.</summary>
        public ActAmount? ToAmount(string measure, CodebookVersion codebook)
        {
            if (codebook.Find(Type)?.MeasureOf(measure) is not { } definition)
                return null;
            using var own = JsonDocument.Parse(Attributes);
            double? value = Numbers(own.RootElement).TryGetValue(measure, out var known) ? known : null;
            return new ActAmount(
                Stance.Acts.ActId.TryParse(ActId, out var id) ? id : throw new InvalidOperationException($"Act id {ActId} is malformed."),
                new CountryCode(Country), Type, Title, FromDay, ToDay, Precision, ScoredOn, value, UnitOf(own.RootElement, definition), Elsewhere(measure, value));
        }

        private static string? UnitOf(JsonElement fields, AttributeDefinition definition) =>
            definition.UnitFrom is { } field && fields.TryGetProperty(field, out var unit) && unit.ValueKind == JsonValueKind.String
                && unit.GetString()?.Trim() is { Length: > 0 } named
                ? named : null;

        private IReadOnlyList<double> Elsewhere(string measure, double? value)
        {
            if (Said is null)
                return [];
            using var claims = JsonDocument.Parse(Said);
            return [.. claims.RootElement.EnumerateArray()
                .Select(c => Numbers(c).TryGetValue(measure, out var number) ? number : (double?)null)
                .OfType<double>()
                .Where(n => n != value)
                .Distinct()];
        }
    }
}

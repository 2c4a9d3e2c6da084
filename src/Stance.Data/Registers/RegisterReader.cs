using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Coverage;
using Stance.ViewStates;

namespace Stance.Data.Registers;

/// <summary>Reads the dictionaries every view needs: countries, blocs, axes, ties, the codebook in force, collections, triggers.</summary>
public sealed class RegisterReader(NpgsqlDataSource database)
{
    private static readonly string Countries = SqlFile.Read("Registers/Countries.sql");
    private static readonly string BlocMemberships = SqlFile.Read("Registers/BlocMemberships.sql");
    private static readonly string Axes = SqlFile.Read("Registers/Axes.sql");
    private static readonly string TieKinds = SqlFile.Read("Registers/TieKinds.sql");
    private static readonly string StructuralTies = SqlFile.Read("Registers/StructuralTies.sql");
    private static readonly string PriorWeights = SqlFile.Read("Registers/PriorWeights.sql");
    private static readonly string Codebooks = SqlFile.Read("Registers/Codebooks.sql");
    private static readonly string EventTypes = SqlFile.Read("Registers/EventTypes.sql");
    private static readonly string Collections = SqlFile.Read("Registers/Collections.sql");
    private static readonly string SourceNames = SqlFile.Read("Registers/SourceNames.sql");
    private static readonly string SourceReadings = SqlFile.Read("Registers/SourceReadings.sql");
    private static readonly string SweptDays = SqlFile.Read("Registers/SweptDays.sql");
    private static readonly string TriggerEvents = SqlFile.Read("Registers/TriggerEvents.sql");

    internal static readonly JsonSerializerOptions AttributeJson = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<Register> ReadAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await ReadAsync(connection, cancel);
    }

    /// <summary>The register as one transaction sees it.</summary>
    internal static async Task<Register> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        TieKind[] kinds = [.. await Rows<TieKind>(connection, TieKinds, null, cancel)];
        StructuralTie[] ties = [.. (await Rows<TieRow>(connection, StructuralTies, null, cancel)).Select(r => r.ToTie())];
        var codebooks = await CodebooksAsync(connection, kinds, ties, cancel);
        var inForce = codebooks.Single(c => c.KnownUntil is null);
        var triggers = (await Rows<TriggerRow>(connection, TriggerEvents, null, cancel)).Select(r => r.ToVersion()).ToList();
        return new Register(
            (await Rows<CountryRow>(connection, Countries, null, cancel)).Select(r => r.ToCountry()).ToDictionary(c => c.Code),
            (await Rows<MembershipRow>(connection, BlocMemberships, null, cancel)).GroupBy(r => (r.Code, r.Name)).ToDictionary(
                g => g.Key.Code,
                g => new Bloc(g.Key.Code, g.Key.Name, [.. g.Where(r => r.Country is not null).Select(r => r.ToMembership())])),
            (await Rows<AxisRow>(connection, Axes, null, cancel)).GroupBy(r => r.Code).ToDictionary(
                g => g.Key,
                g => g.First().ToAxis([.. g.Where(r => r.Country is not null).Select(r => r.ToMember())])),
            inForce.Ties,
            inForce.Codebook,
            (await Rows<ActCollection>(connection, Collections, null, cancel)).ToDictionary(c => c.Code),
            [.. triggers.Where(t => t.KnownUntil is null).Select(t => t.Trigger)])
        {
            Codebooks = codebooks,
            TriggerVersions = triggers,
            Sources = (await Rows<(Guid Id, string Name)>(connection, SourceNames, null, cancel))
                .Append((Id: SourceName.VoteRecord, Name: Register.VoteRecord)).ToDictionary(s => s.Id, s => s.Name),
            Readings = new ReadingBook([.. (await Rows<ReadingRow>(connection, SourceReadings, null, cancel)).Select(r => r.ToReading())]),
            Sweeps = new SweepBook((await Rows<SweptRow>(connection, SweptDays, null, cancel)).Select(r => r.ToSweptDays())),
        };
    }

    private static async Task<IReadOnlyList<KnownCodebook>> CodebooksAsync(
        NpgsqlConnection connection, TieKind[] kinds, StructuralTie[] ties, CancellationToken cancel)
    {
        var types = (await Rows<TypeRow>(connection, EventTypes, null, cancel)).ToLookup(r => r.Codebook);
        var weights = (await Rows<WeightRow>(connection, PriorWeights, null, cancel)).ToLookup(r => r.Codebook, r => r.ToWeight());
        return [.. (await Rows<CodebookRow>(connection, Codebooks, null, cancel)).Select(row => new KnownCodebook(
            row.ToVersion([.. types[row.Version].GroupBy(r => r.Code).Select(g => g.First().ToType([.. g.Select(r => r.ToVariant())]))]),
            new TieBook(kinds, ties, [.. weights[row.Version]]),
            new DateTimeOffset(row.KnownFrom, TimeSpan.Zero),
            row.KnownUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : null,
            row.Note))];
    }

    private static Task<IEnumerable<T>> Rows<T>(NpgsqlConnection connection, string sql, object? parameters, CancellationToken cancel) =>
        connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel));

    private sealed class SweptRow
    {
        public string Country { get; init; } = "";

        public DateOnly FromDay { get; init; }

        public DateOnly ToDay { get; init; }

        public DateTime SweptAt { get; init; }

        public SweptDays ToSweptDays() => new(new CountryCode(Country), new Period(FromDay, ToDay), new DateTimeOffset(SweptAt, TimeSpan.Zero));
    }

    private sealed record ReadingRow(Guid Source, DateOnly ReadSince, DateOnly? CodedBackTo, DateTime? KnownFrom, DateTime? KnownUntil)
    {
        public KnownReading ToReading() => new(
            new SourceReading(Source, ReadSince, CodedBackTo),
            KnownFrom is { } from ? new DateTimeOffset(from, TimeSpan.Zero) : null, KnownUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : null);
    }

    // A class with setters: Dapper hands arrays only to these.
    private sealed class CountryRow
    {
        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string OfficialName { get; init; } = "";

        public DateOnly? ValidFrom { get; init; }

        public DateOnly? ValidTo { get; init; }

        public string[] Aliases { get; init; } = [];

        public string[] OtherNames { get; init; } = [];

        public DateOnly[] UnSeatFrom { get; init; } = [];

        public DateOnly[] UnSeatUntil { get; init; } = [];

        public string? UnPrintedAs { get; init; }

        public string? Dispute { get; init; }

        public Country ToCountry() => new(new CountryCode(Code), Name, OfficialName, ValidFrom, ValidTo, Aliases)
        {
            OtherNames = OtherNames,
            UnSeats = [.. UnSeatFrom.Zip(UnSeatUntil, (from, until) => new Spell(from, until == DateOnly.MaxValue ? null : until))],
            UnPrintedAs = UnPrintedAs,
            Dispute = Dispute,
        };
    }

    private sealed record MembershipRow(string Code, string Name, string? Country, DateOnly? FromDay, DateOnly? UntilDay, string? Source)
    {
        public BlocMembership ToMembership() => new(new CountryCode(Country!), FromDay ?? DateOnly.MinValue, UntilDay, Source!);
    }

    private sealed record AxisRow(
        string Code, string Name, string NegativePole, string PositivePole, double? DefaultWeight, string Description,
        string? Country, double? Weight, DateOnly? FromDay, DateOnly? UntilDay, string? Source, DateTime? KnownFrom, DateTime? KnownUntil)
    {
        public Axis ToAxis(IReadOnlyList<KnownMember> members) =>
            new(Code, Name, NegativePole, PositivePole, DefaultWeight, [.. members.Where(m => m.KnownUntil is null).Select(m => m.Member)])
            {
                Description = Description,
                MembersKnown = members,
            };

        public KnownMember ToMember() => new(
            new AxisMember(new CountryCode(Country!), Weight!.Value, FromDay ?? DateOnly.MinValue, UntilDay, Source!),
            KnownFrom is { } from ? new DateTimeOffset(from, TimeSpan.Zero) : null, KnownUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : null);
    }

    private sealed record TieRow(string Country, string Kind, DateOnly? FromDay, DateOnly? UntilDay, string Source)
    {
        public StructuralTie ToTie() => new(new CountryCode(Country), Kind, FromDay ?? DateOnly.MinValue, UntilDay, Source);
    }

    private sealed record CodebookRow(string Version, DateTime KnownFrom, DateTime? KnownUntil, double Sigma, double PriorStrength, string Note)
    {
        public CodebookVersion ToVersion(IReadOnlyList<EventType> types) =>
            new(Version, DateOnly.FromDateTime(KnownFrom), Sigma, PriorStrength, types);
    }

    private sealed record WeightRow(string Codebook, string Axis, string Kind, double Weight, string? OnceWith)
    {
        public PriorWeight ToWeight() => new(Axis, Kind, Weight, OnceWith);
    }

    private sealed record TypeRow(
        string Codebook, string Code, string Name, string Family, string Definition, string Example, string Attributes,
        string? Plover, string PloverQuality, string? Cameo, string CameoQuality, string? MappingNote, bool IsWithdrawn,
        string Variant, string Label, double Base, double Low, double High, double EvidenceWeight, bool IsDeed, bool TakesExpectation,
        bool ReasonRequired, double? DefaultConfidence)
    {
        public EventType ToType(IReadOnlyList<EventTypeVariant> variants) => new(
            Code, Name, Family, Definition, Example, variants,
            JsonSerializer.Deserialize<AttributeDefinition[]>(Attributes, AttributeJson)!,
            Plover is null ? null : new CodeMapping(Plover, PloverQuality),
            Cameo is null ? null : new CodeMapping(Cameo, CameoQuality))
        {
            MappingNote = MappingNote,
            IsWithdrawn = IsWithdrawn,
        };

        public EventTypeVariant ToVariant() => new(
            Variant, Label, Base, Low, High, EvidenceWeight, IsDeed, TakesExpectation, ReasonRequired, DefaultConfidence);
    }

    private sealed record TriggerRow(Guid Id, string Title, DateOnly FromDay, DateOnly? ToDay, DateTime KnownFrom, DateTime? KnownUntil)
    {
        public TriggerVersion ToVersion() => new(
            new TriggerEvent(Id, Title, FromDay, ToDay), new DateTimeOffset(KnownFrom, TimeSpan.Zero), KnownUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : null);
    }
}

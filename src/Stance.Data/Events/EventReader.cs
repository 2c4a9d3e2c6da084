using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Answers what an editor needs: the versions of an act as drafts, and the sources on file.</summary>
public sealed class EventReader(NpgsqlDataSource database)
{
    private const int MostVersions = 1000;

    private static readonly string Versions = SqlFile.Read("Events/StoredVersions.sql");
    private static readonly string Overrides = SqlFile.Read("Events/StoredOverrides.sql");
    private static readonly string Claims = SqlFile.Read("Events/StoredClaims.sql");
    private static readonly string Collections = SqlFile.Read("Events/StoredCollections.sql");
    private static readonly string NewestVersions = SqlFile.Read("Events/NewestVersions.sql");
    private static readonly string NewestOverrides = SqlFile.Read("Events/NewestOverrides.sql");
    private static readonly string NewestClaims = SqlFile.Read("Events/NewestClaims.sql");
    private static readonly string NewestCollections = SqlFile.Read("Events/NewestCollections.sql");
    private static readonly string SourcesOnFile = SqlFile.Read("Events/Sources.sql");

    public async Task<StoredEvent?> FindAsync(Guid id, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var stored = await FindAsync(connection, null, id, cancel);
        return stored is not null && scope.Allows(stored.Country) ? stored : null;
    }

    public async Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<SourceRow>(new CommandDefinition(SourcesOnFile, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToSource())];
    }

    /// <summary>Every version of an act, the newest first, each with what its reports said when it was opened.</summary>
    public async Task<IReadOnlyList<StoredEvent>> HistoryAsync(Guid id, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var versions = await VersionsAsync(connection, null, id, MostVersions, cancel);
        return versions is [var newest, ..] && scope.Allows(newest.Country) ? versions : [];
    }

    internal static async Task<StoredEvent?> FindAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id, CancellationToken cancel) =>
        await VersionsAsync(connection, transaction, id, 1, cancel) is [var newest] ? newest : null;

    /// <summary>The newest versions of these acts in the order of their ids; what is not on file is left out. Four statements, however many acts.</summary>
    internal static async Task<IReadOnlyList<StoredEvent>> NewestAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        CommandDefinition Ask(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: cancel);
        var rows = (await connection.QueryAsync<Guid, EventRow, (Guid Id, EventRow Row)>(
            Ask(NewestVersions, new { ids = ids.ToArray() }), (id, row) => (id, row), splitOn: "country")).AsList();
        var asked = new { ids = rows.Select(r => r.Id).ToArray(), countries = rows.Select(r => r.Row.Country).Distinct().ToArray() };
        var claims = (await connection.QueryAsync<Guid, ClaimRow, (Guid Act, ClaimRow Row)>(Ask(NewestClaims, asked), (act, row) => (act, row), splitOn: "id")).ToLookup(c => c.Act, c => c.Row);
        var overrides = (await connection.QueryAsync<Guid, OverrideRow, (Guid Act, OverrideRow Row)>(
            Ask(NewestOverrides, asked), (act, row) => (act, row), splitOn: "version")).ToLookup(o => o.Act, o => o.Row.ToDraft());
        var collections = (await connection.QueryAsync<(Guid Act, string Code)>(Ask(NewestCollections, asked))).ToLookup(c => c.Act, c => c.Code);
        return [.. rows.Select(r => r.Row.ToStored(r.Id, [.. overrides[r.Id]], [.. collections[r.Id]], [.. claims[r.Id]]))];
    }

    private static async Task<IReadOnlyList<StoredEvent>> VersionsAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id, int most, CancellationToken cancel)
    {
        CommandDefinition Ask(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: cancel);
        var rows = (await connection.QueryAsync<EventRow>(Ask(Versions, new { id, most }))).AsList();
        if (rows.Count == 0)
            return [];
        var (country, oldest) = (rows[0].Country, rows[^1]);
        var claims = (await connection.QueryAsync<ClaimRow>(Ask(Claims, new { country, id, since = oldest.KnownFrom }))).AsList();
        var overrides = (await connection.QueryAsync<OverrideRow>(Ask(Overrides, new { country, id, from = oldest.Version }))).ToLookup(o => o.Version, o => o.ToDraft());
        IReadOnlyList<string> collections = [.. await connection.QueryAsync<string>(Ask(Collections, new { country, id }))];
        return [.. rows.Select((row, i) => row.ToStored(id, [.. overrides[row.Version]], collections, [.. claims.Where(c => i == 0 ? c.IsOpen : c.StoodAt(row.KnownFrom))]))];
    }

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));

    private static Dictionary<string, JsonElement> Json(string text) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!;

    internal sealed record SourceRow(Guid Id, string Name, string Reliability, string? Url)
    {
        public Source ToSource() => new(Id, Name, Reliability[0], Url);
    }

    private sealed record EventRow(
        string Country, int Version, DateTime KnownFrom, DateTime RecordedAt, string State, string? Reason, string? ChangedBy, string Title,
        string? Recipient, string Type, string Variant, DateOnly FromDay, DateOnly ToDay, string Precision, DateOnly ScoredOn, double Intensity,
        string? IntensityReason, string Attributes, double Confidence, string? ConfidenceReason, string? Note, Guid? Parent, Guid? Chain,
        string? Stage, bool IsScored, Guid? SupersededBy)
    {
        public StoredEvent ToStored(Guid id, IReadOnlyList<OverrideDraft> overrides, IReadOnlyList<string> collections, IReadOnlyList<ClaimRow> claims) => new(
            id, new CountryCode(Country), Version, Utc(KnownFrom), Utc(RecordedAt), ChangedBy, State == "retracted", Reason, ToDraft(overrides, collections, claims),
            [.. claims.Select(c => new StoredClaim(c.Id, c.Rank == "preferred", c.ToDraft()))], SupersededBy);

        private StanceEventDraft ToDraft(IReadOnlyList<OverrideDraft> overrides, IReadOnlyList<string> collections, IReadOnlyList<ClaimRow> claims)
        {
            var own = claims.FirstOrDefault(c => c.Rank == "preferred");
            return new StanceEventDraft
            {
                Country = Country,
                Recipient = Recipient,
                Type = Type,
                Variant = Variant,
                From = Precision == "before" ? null : DateText.Iso(FromDay),
                To = FromDay == ToDay && Precision != "before" ? null : DateText.Iso(ToDay),
                Precision = Precision,
                ScoredOn = DateText.Iso(ScoredOn),
                Title = Title,
                Attributes = Json(Attributes),
                Intensity = Intensity,
                IntensityReason = IntensityReason,
                Confidence = Confidence,
                ConfidenceReason = ConfidenceReason,
                Overrides = overrides,
                Note = Note,
                Source = own?.Source,
                Report = own?.Report,
                Excerpt = own?.Excerpt,
                Credibility = own?.Credibility,
                Statement = own?.Statement,
                FurtherClaims = [.. claims.Where(c => c.Rank != "preferred").Select(c => c.ToDraft())],
                Collections = collections,
                Parent = Parent,
                Chain = Chain,
                Stage = Stage,
                IsScored = IsScored,
            };
        }
    }

    private sealed record ClaimRow(
        Guid Id, string Rank, bool ContradictsPreferred, short Credibility, string Statement, string Attributes, string? Reason,
        Guid? SourceId, string? SourceName, string? Reliability, string? SourceUrl, string? ReportTitle, string? ReportUrl,
        DateOnly? PublishedOn, string? Language, string? OriginGroup, string? Author, bool IsPartial,
        string? Passage, int? HighlightFrom, int? HighlightTo, string? Pointer, int? TextFrom, int? TextTo, string? TextSha256,
        string? Translation, DateTime KnownFrom, DateTime? KnownTo)
    {
        public bool IsOpen => KnownTo is null;

        public bool StoodAt(DateTime moment) => KnownFrom <= moment && (KnownTo is null || KnownTo > moment);

        public SourceDraft? Source => SourceId is null ? null : new SourceDraft(SourceId, SourceName, Reliability, SourceUrl);

        public ReportDraft? Report => ReportTitle is null
            ? null
            : new ReportDraft(ReportTitle, ReportUrl, PublishedOn is { } day ? DateText.Iso(day) : null, Language, OriginGroup, Author, IsPartial);

        public ExcerptDraft? Excerpt => Passage is null
            ? null
            : new ExcerptDraft(Passage, HighlightFrom, HighlightTo, Pointer, TextSha256 is null ? null : new PinDraft(TextFrom!.Value, TextTo!.Value, TextSha256), Translation);

        public ClaimDraft ToDraft() => new()
        {
            Source = Source,
            Report = Report,
            Excerpt = Excerpt,
            Credibility = Credibility,
            Statement = Statement,
            Rank = Rank,
            ContradictsPreferred = ContradictsPreferred,
            Attributes = Json(Attributes),
            Reason = Reason,
        };
    }

    private sealed record OverrideRow(int Version, string Axis, double Score, string Reason)
    {
        public OverrideDraft ToDraft() => new(Axis, Score, Reason);
    }
}

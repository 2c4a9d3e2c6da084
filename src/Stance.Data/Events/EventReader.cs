using System.Text.Json;
using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Answers what an editor needs: the newest version of an act as a draft, and the sources on file.</summary>
public sealed class EventReader(NpgsqlDataSource database)
{
    private static readonly string Newest = SqlFile.Read("Events/StoredEvent.sql");
    private static readonly string Overrides = SqlFile.Read("Events/StoredOverrides.sql");
    private static readonly string Claims = SqlFile.Read("Events/StoredClaims.sql");
    private static readonly string Collections = SqlFile.Read("Events/StoredCollections.sql");
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

    internal static async Task<StoredEvent?> FindAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id, CancellationToken cancel)
    {
        CommandDefinition Ask(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: cancel);
        if (await connection.QuerySingleOrDefaultAsync<EventRow>(Ask(Newest, new { id })) is not { } row)
            return null;
        var key = new { country = row.Country, id, version = row.Version };
        var claims = (await connection.QueryAsync<ClaimRow>(Ask(Claims, key))).AsList();
        var draft = row.ToDraft(
            [.. await connection.QueryAsync<OverrideDraft>(Ask(Overrides, key))],
            [.. await connection.QueryAsync<string>(Ask(Collections, key))],
            claims);
        return new StoredEvent(
            id, new CountryCode(row.Country), row.Version, Utc(row.KnownFrom), Utc(row.RecordedAt), row.ChangedBy, row.State == "retracted",
            row.Reason, draft,
            [.. claims.Select(c => new StoredClaim(c.Id, c.Rank == "preferred", c.ToDraft()))]);
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
        string? Stage, bool IsScored)
    {
        public StanceEventDraft ToDraft(IReadOnlyList<OverrideDraft> overrides, IReadOnlyList<string> collections, IReadOnlyList<ClaimRow> claims)
        {
            var own = claims.FirstOrDefault(c => c.Rank == "preferred");
            return new StanceEventDraft
            {
                Country = Country,
                Recipient = Recipient,
                Type = Type,
                Variant = Variant,
                From = DateText.Iso(FromDay),
                To = FromDay == ToDay ? null : DateText.Iso(ToDay),
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
        string? Passage, int? HighlightFrom, int? HighlightTo, string? Pointer, int? TextFrom, int? TextTo, string? TextSha256)
    {
        public SourceDraft? Source => SourceId is null ? null : new SourceDraft(SourceId, SourceName, Reliability, SourceUrl);

        public ReportDraft? Report => ReportTitle is null
            ? null
            : new ReportDraft(ReportTitle, ReportUrl, PublishedOn is { } day ? DateText.Iso(day) : null, Language, OriginGroup, Author, IsPartial);

        public ExcerptDraft? Excerpt => Passage is null
            ? null
            : new ExcerptDraft(Passage, HighlightFrom, HighlightTo, Pointer, TextSha256 is null ? null : new PinDraft(TextFrom!.Value, TextTo!.Value, TextSha256));

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
}

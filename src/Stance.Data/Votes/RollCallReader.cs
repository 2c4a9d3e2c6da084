using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.ViewStates;
using Stance.Votes;

namespace Stance.Data.Votes;

/// <summary>Answers which roll calls are on file and what is known of one, within a scope and as of a moment.</summary>
public sealed class RollCallReader(NpgsqlDataSource database, TimeProvider clock)
{
    public const int MostPerPage = 200;

    private static readonly string List = SqlFile.Read("Votes/RollCalls.sql");
    private static readonly string Stored = SqlFile.Read("Votes/StoredRollCall.sql");
    private static readonly string Votes = SqlFile.Read("Votes/StoredVotes.sql");
    private static readonly string Scorings = SqlFile.Read("Votes/StoredScorings.sql");
    private static readonly string Proposals = SqlFile.Read("Votes/RollCallProposals.sql");
    private static readonly string Versions = SqlFile.Read("Votes/RollCallVersions.sql");
    private static readonly string Corrected = SqlFile.Read("Votes/CorrectedVotes.sql");

    /// <param name="view">Its words, period and knowledge date; its countries do not matter, since all of them vote.</param>
    /// <exception cref="FormatException">The cursor is not one of ours.</exception>
    public async Task<RollCallList> ListAsync(ViewState view, Scope scope, int limit, string? cursor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, MostPerPage));
        var after = cursor is null ? null : RollCallCursor.Parse(cursor);
        if (!Holds(scope))
            return new RollCallList([], null);
        var asked = scope.Narrow(view);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = (await connection.QueryAsync<ItemRow>(new CommandDefinition(
            List,
            new
            {
                knownAt = KnownAt(asked.AsOf),
                axis = scope.Axis,
                countries = Codes(scope),
                fromDay = asked.Period?.From,
                toDay = asked.Period?.To,
                terms = (asked.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                afterDay = after?.HeldOn,
                afterId = after?.Id,
                limit = limit + 1,
            },
            cancellationToken: cancel))).AsList();
        var page = rows.Take(limit).Select(r => r.ToItem()).ToList();
        return new RollCallList(page, rows.Count > limit ? new RollCallCursor(page[^1].HeldOn, page[^1].Id).ToString() : null);
    }

    /// <summary>One roll call, or null where there is none within the scope.</summary>
    public async Task<RollCallDetail?> FindAsync(Guid id, Scope scope, AsOf asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!Holds(scope))
            return null;
        var key = new { id, knownAt = KnownAt(scope.Narrow(new ViewState { AsOf = asOf }).AsOf), countries = Codes(scope), axis = scope.Axis };
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await connection.QuerySingleOrDefaultAsync<RollCallRow>(new CommandDefinition(Stored, key, cancellationToken: cancel)) is not { } row
            || scope.Period is { } period && (row.HeldOn < period.From || row.HeldOn > period.To))
            return null;
        var votes = (await RowsAsync<VoteRow>(connection, Votes, key, cancel)).ConvertAll(v => v.ToVote());
        if (votes.Count == 0)
            return null;
        return new RollCallDetail(
            id, row.Version, row.ToRollCall(votes),
            (await RowsAsync<ScoringRow>(connection, Scorings, key, cancel)).ConvertAll(s => s.ToScoring()),
            (await RowsAsync<ProposalRow>(connection, Proposals, key, cancel)).ConvertAll(p => p.ToProposal()),
            (await RowsAsync<VersionRow>(connection, Versions, key, cancel)).ConvertAll(v => v.ToVersion()),
            (await RowsAsync<CorrectedRow>(connection, Corrected, key, cancel)).ConvertAll(c => c.ToCorrected()));
    }

    // Votes are words of the family of diplomacy; a share of collections names acts one by one, which a roll call is not.
    private static bool Holds(Scope scope) =>
        scope.Countries is not { Count: 0 } && scope.Form != ActForm.Deeds && scope.Families?.Contains(RollCall.Kind[..3]) != false && scope.Collections is null;

    private static string[]? Codes(Scope scope) => scope.Countries?.Select(c => c.Value).ToArray();

    private DateTime KnownAt(AsOf asOf) => (asOf.Instant ?? clock.GetUtcNow()).UtcDateTime;

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken cancel) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();

    // With setters: Dapper hands arrays only to these.
    private sealed class ItemRow
    {
        public Guid Id { get; init; }

        public string Body { get; init; } = "";

        public string Symbol { get; init; } = "";

        public string Title { get; init; } = "";

        public DateOnly HeldOn { get; init; }

        public int Version { get; init; }

        public int Yes { get; init; }

        public int No { get; init; }

        public int Abstain { get; init; }

        public int Absent { get; init; }

        public string[] Axes { get; init; } = [];

        public bool IsProposed { get; init; }

        public RollCallItem ToItem() => new(Id, Body, Symbol, Title, HeldOn, Version, new VoteTally(Yes, No, Abstain, Absent), Axes, IsProposed);
    }

    private sealed record ProposalRow(
        Guid Id, string Axis, string? Favoured, string Reason, DateTime ProposedAt, string? ProposedBy, Guid? ProposedById, string State,
        DateTime? DecidedAt, string? DecidedBy, string? Decision)
    {
        public ScoringProposal ToProposal() => new(
            Id, Axis, Favoured is null ? null : new CountryCode(Favoured), Reason, Utc(ProposedAt), ProposedBy, ProposedById, State,
            DecidedAt is { } at ? Utc(at) : null, DecidedBy, Decision);
    }

    private sealed record VersionRow(
        int Version, DateTime KnownFrom, DateTime? RecordedAt, string Title, int Yes, int No, int Abstain, int Absent, string? Reason, string? ChangedBy)
    {
        public RollCallVersion ToVersion() => new(
            Version, RecordedAt is null ? null : Utc(KnownFrom), Title, new VoteTally(Yes, No, Abstain, Absent), Reason, ChangedBy);
    }

    private sealed record CorrectedRow(string Country, string Was, string Became, DateTime At)
    {
        public CorrectedVote ToCorrected() => new(new CountryCode(Country), VoteChoices.Read(Was)!.Value, VoteChoices.Read(Became)!.Value, Utc(At));
    }

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

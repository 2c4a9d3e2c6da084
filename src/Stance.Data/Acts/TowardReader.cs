using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Dyads;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Reads what a country did toward another. A view without a period has no limit in time; its axis, countries and words do not matter.</summary>
public sealed class TowardReader(NpgsqlDataSource database, ActFeed feed, TimeProvider clock)
{
    public const int MostRecipients = 8;

    private static readonly string Recipients = SqlFile.Read("Acts/Recipients.sql");

    /// <summary>Both directions. Acts of a country outside the scope stay unseen.</summary>
    public async Task<Dyad> ReadAsync(Country there, Country back, ViewState view, Scope scope, CancellationToken cancel) => new(
        await ListAsync(there, back, view, scope, cancel),
        await ListAsync(back, there, view, scope, cancel));

    /// <summary>The recipients of most acts of a country, votes among them, itself left out.</summary>
    public async Task<IReadOnlyList<RecipientCount>> RecipientsAsync(CountryCode country, ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Allows(country))
            return [];
        var asked = scope.Narrow(view);
        var query = new ActQuery(asked, null, KnownAt(view, scope), Uncounted(asked)) { Country = country.Value, Limit = MostRecipients };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<RecipientRecord>(new CommandDefinition(Recipients, query, cancellationToken: cancel));
        return [.. rows.Select(r => new RecipientCount(new CountryCode(r.Recipient), r.Acts))];
    }

    private async Task<TowardList> ListAsync(Country from, Country to, ViewState view, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Allows(from.Code))
            return new TowardList(from, to, [], false);
        var asked = scope.Narrow(view) with { Text = null, Order = ActOrder.DateDescending };
        var query = new ActQuery(asked, [from.Code.Value], KnownAt(view, scope), Uncounted(asked)) { Recipient = to.Code.Value, Limit = ActReader.LargestPage + 1 };
        await using var connection = await database.OpenConnectionAsync(cancel);
        var keys = await ActPages.FindAsync(connection, query, cancel);
        var rows = await ActPages.DescribeAsync(connection, keys, query.KnownAt, cancel);
        return new TowardList(
            from, to,
            [.. rows.Take(ActReader.LargestPage).Select(r => new TowardAct(r.ToItem(), r.Intensity, r.IsScored))],
            rows.Count > ActReader.LargestPage);
    }

    private IReadOnlySet<Guid> Uncounted(ViewState asked) => feed.UncountedIn(asked, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private DateTime KnownAt(ViewState view, Scope scope) => (scope.Narrow(view).AsOf.Instant ?? clock.GetUtcNow()).UtcDateTime;

    private sealed record RecipientRecord(string Recipient, int Acts);
}

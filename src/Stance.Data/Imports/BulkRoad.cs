using Npgsql;
using Stance.Data.Commands;

namespace Stance.Data.Imports;

/// <summary>
/// The road of a file that brings more acts than are on file: the orders of the tables are taken down, the rows laid down without asking for
/// each reference, every reference asked for once over all rows, and the orders built again over all of them. References to these tables lean
/// on their orders, so they are taken down and built again with them, which asks for each over all rows too. Nothing is checked less than on
/// the usual road, only set by set instead of row by row. Until the commit, whoever reads these tables waits.
/// </summary>
internal sealed class BulkRoad
{
    private const int MostTries = 25;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    // Those that grow with the acts.
    private static readonly string[] Filled =
        ["report", "excerpt", "stance_event", "stance_event_version", "scored_act", "claim", "collection_item", "import_row", "import_key"];

    private static readonly string IsOpen = SqlFile.Read("Imports/BulkRoadIsOpen.sql");
    private static readonly string Lock = SqlFile.Read("Imports/BulkRoadLock.sql");
    private static readonly string Begin = SqlFile.Read("Imports/BulkRoadBegin.sql");
    private static readonly string Orders = SqlFile.Read("Imports/BulkRoadOrders.sql");
    private static readonly string End = SqlFile.Read("Imports/BulkRoadEnd.sql");
    private static readonly string Measure = SqlFile.Read("Imports/BulkRoadMeasure.sql");
    private static readonly string References = SqlFile.Read("Imports/BulkRoadReferences.sql");

    private readonly CommandWork work;
    private readonly IReadOnlyList<Order> orders;

    private BulkRoad(CommandWork work, IReadOnlyList<Order> orders) => (this.work, this.orders) = (work, orders);

    private sealed record Order(string Drop, string Build, bool IsReference);

    /// <returns>Null: the usual road is the better one, or the only one.</returns>
    public static async Task<BulkRoad?> OpenAsync(CommandWork work, int acts, CancellationToken cancel)
    {
        if (!await work.SingleAsync<bool>(IsOpen, new { tables = Filled, acts }, cancel) || !await LockAsync(work, cancel))
            return null;
        var orders = await work.ListAsync<Order>(Orders, new { tables = Filled }, cancel);
        await work.ExecuteAsync(string.Join("; ", [.. orders.OrderByDescending(o => o.IsReference).Select(o => o.Drop), Begin]), new { }, cancel);
        return new BulkRoad(work, orders);
    }

    /// <exception cref="InvalidOperationException">A row leans on something in another table that is not there: the staged rows were wrong, and nothing is kept.</exception>
    /// <exception cref="PostgresException">The same among these tables, or a second of what there may be one of.</exception>
    public async Task CloseAsync(CancellationToken cancel)
    {
        var references = await work.ListAsync<string>(References, new { tables = Filled }, cancel);
        if (await work.ListAsync<string>(string.Join(" union all ", references), new { }, cancel) is [var broken, ..])
            throw new InvalidOperationException($"An imported row breaks {broken}.");
        var built = orders.ToLookup(o => o.IsReference, o => o.Build);
        await work.ExecuteAsync(string.Join("; ", [.. built[false], Measure, .. built[true], End]), new { }, cancel);
    }

    /// <summary>Asks again and again instead of queueing: behind a waiting lock every reader would wait too.</summary>
    private static async Task<bool> LockAsync(CommandWork work, CancellationToken cancel)
    {
        const string Before = "before_bulk_road";
        var alone = await work.SingleAsync<string>(Lock, new { tables = Filled }, cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            await work.Transaction.SaveAsync(Before, cancel);
            try
            {
                await work.ExecuteAsync(alone, new { }, cancel);
                return true;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                await work.Transaction.RollbackAsync(Before, cancel);
                await Task.Delay(BetweenTries, cancel);
            }
        }
        return false;
    }
}

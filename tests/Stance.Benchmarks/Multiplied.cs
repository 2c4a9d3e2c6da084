using System.Runtime.CompilerServices;
using Stance.Acts;
using Stance.Data.Acts;

namespace Stance.Benchmarks;

/// <summary>More acts in memory than there is time to generate in the database: each as often as asked, on days of their own within a year.</summary>
internal static class Multiplied
{
    public static ActColumns Of(ActColumns columns, int times)
    {
        var random = new Random(2022);
        var countries = columns.CountriesOn("RUW").ToHashSet();
        return columns.With(
            countries, countries.ToDictionary(c => ("RUW", c), c => new ActSeries(Rows(columns.Of("RUW", c), times, random))),
            columns.Types, columns.CollectionSets, columns.Codebooks, columns.SourceSets, columns.ChangeNo);
    }

    /// <summary>The feed shows these columns from now on, as if they had been loaded.</summary>
    public static void ShowIn(ActFeed feed, ActColumns columns) => Snapshot(feed) = new ActSnapshot(feed.Register, columns);

    private static List<ActRow> Rows(ActSeries acts, int times, Random random)
    {
        var rows = new List<ActRow>(acts.Count * times);
        for (var i = 0; i < acts.Count; i++)
        {
            rows.Add(acts[i]);
            for (var copy = 1; copy < times; copy++)
                rows.Add(acts[i] with { Day = acts[i].Day - random.Next(0, 365), Id = Guid.NewGuid() });
        }
        return rows;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "snapshot")]
    private static extern ref ActSnapshot? Snapshot(ActFeed feed);
}

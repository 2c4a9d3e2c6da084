using System.Globalization;
using System.Text.Json;
using Stance.EndToEnd.Entry;

namespace Stance.EndToEnd.Journeys;

/// <summary>What the app tells of one country at an instant: its index on the last day and the acts that make it.</summary>
internal sealed record Seen(string KnownAt, double Prior, double Index, IReadOnlyList<ActSeen> Acts);

internal sealed record ActSeen(string Title, DateOnly Date, double? Score, double Weight, bool IsDisputed);

/// <summary>
/// Holds what the app tells against the formula of the index, worked out here from the acts it tells of, and against its own explanation and replay.
/// </summary>
internal sealed class IndexWatch(EntryApp app)
{
    private const string Country = "KAZ";
    private const double PriorStrength = 2;
    private const double HalfLife = 180;

    private static readonly DateOnly First = new(2014, 1, 1);
    private static readonly DateOnly Last = new(2022, 12, 31);

    private static readonly string Span = string.Create(CultureInfo.InvariantCulture, $"countries={Country}&from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<Seen> LookAsync()
    {
        var (knownAt, prior, index) = await IndexAsync(null);
        return new Seen(knownAt, prior, index, await ActsAsync(knownAt));
    }

    /// <summary>Waits until a step is to be seen, and checks the index, why it moved, and what a replay of the moment before shows.</summary>
    public async Task<Seen> AfterAsync(Seen before, string step, Func<Seen, bool> isDone)
    {
        var seen = await LookAsync();
        for (var patience = DateTime.UtcNow.AddSeconds(30); !isDone(seen); seen = await LookAsync())
        {
            Assert.True(DateTime.UtcNow < patience, $"{step}: not to be seen in {seen.Acts.Count} acts.");
            await Task.Delay(200, Cancel);
        }
        Assert.Equal(ByFormula(seen), seen.Index, 1e-5);
        var replayed = await IndexAsync(before.KnownAt);
        Assert.Equal(before.Index, replayed.Index);
        var why = await app.ReadAsync(string.Create(CultureInfo.InvariantCulture,
            $"/api/v1/alignment/why?country={Country}&t0={Last:yyyy-MM-dd}&t1={Last:yyyy-MM-dd}&knownAt0={Uri.EscapeDataString(before.KnownAt)}&knownAt1={Uri.EscapeDataString(seen.KnownAt)}"));
        Assert.Equal(why.GetProperty("change").GetDouble(), why.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("change").GetDouble()), 1e-9);
        Assert.Equal(seen.Index - before.Index, why.GetProperty("change").GetDouble(), 1e-9);
        return seen;
    }

    /// <summary>I = μ₀ + Σ w (s − μ₀) / (k₀ + W), each weight halved every 180 days.</summary>
    private static double ByFormula(Seen seen)
    {
        var scored = seen.Acts.Where(a => a.Score is not null)
            .Select(a => (Score: a.Score!.Value, Weight: a.Weight * Math.Pow(2, -(Last.DayNumber - a.Date.DayNumber) / HalfLife))).ToList();
        return seen.Prior + (scored.Sum(a => a.Weight * (a.Score - seen.Prior)) / (PriorStrength + scored.Sum(a => a.Weight)));
    }

    private async Task<(string KnownAt, double Prior, double Index)> IndexAsync(string? asOf)
    {
        var answer = await app.ReadAsync($"/api/v1/alignment?{Span}{(asOf is null ? "" : $"&asOf={Uri.EscapeDataString(asOf)}")}");
        var country = Assert.Single(answer.GetProperty("countries").EnumerateArray());
        return (answer.GetProperty("asOf").GetString()!, country.GetProperty("prior").GetDouble(),
            country.GetProperty("points").EnumerateArray().Last().GetProperty("index").GetDouble());
    }

    private async Task<List<ActSeen>> ActsAsync(string asOf)
    {
        var acts = new List<ActSeen>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await app.ReadAsync($"/api/v1/acts?{Span}&limit=500&asOf={Uri.EscapeDataString(asOf)}{(cursor.Length > 0 ? $"&cursor={Uri.EscapeDataString(cursor)}" : "")}");
            acts.AddRange(page.GetProperty("acts").EnumerateArray().Select(Read));
            cursor = page.GetProperty("next").GetString();
        }
        return acts;
    }

    private static ActSeen Read(JsonElement act) => new(
        act.GetProperty("title").GetString()!,
        DateOnly.Parse(act.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
        act.GetProperty("scores").TryGetProperty("RUW", out var score) ? score.GetDouble() : null,
        act.GetProperty("weight").GetDouble(),
        act.GetProperty("disputed").GetBoolean());
}

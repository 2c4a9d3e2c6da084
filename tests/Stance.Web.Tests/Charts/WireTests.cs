using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bunit;
using Stance.Alignment;
using Stance.ViewStates;
using Stance.Web.Charts;

namespace Stance.Web.Tests.Charts;

/// <summary>What a chart costs between server and browser: its own drawing and what the script is handed, packed as the circuit packs it.</summary>
public sealed class WireTests : BunitContext
{
    private const int Most = 35 * 1024;

    public WireTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }

    [Theory]
    [InlineData(2025, 3)]
    [InlineData(2012, 3)]
    [InlineData(1946, 3)]
    [InlineData(1946, 1)]
    public void Chart_of_five_lines__over_any_span__takes_at_most_35_KiB(int firstYear, int weeksApart)
    {
        var drawing = FiveLines(new DateOnly(firstYear, 1, 1), weeksApart);
        var picture = JsonSerializer.Serialize(ApexPicture.Of(drawing), JsonSerializerOptions.Web);
        var markup = Render<LiveLine>(p => p.Add(l => l.Drawing, drawing)).Markup;

        var (script, own) = (Packed(picture), Packed(markup));
        Assert.True(script + own <= Most, $"{script:N0} bytes for the script and {own:N0} of markup are more than {Most:N0}.");
    }

    [Fact]
    public void Steps__summed_up_again__are_the_values_to_the_digit_shown()
    {
        var random = new Random(35);
        double[] values = [.. Enumerable.Range(0, 1000).Select(_ => (random.NextDouble() * 20) - 10)];

        var sum = 0;
        var back = Steps.Of(values, 2).Select(step => (sum += step) / 100.0).ToArray();
        Assert.All(values.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 0.00501));
        Assert.Empty(Steps.OfDays([5, 6, 7]));
        Assert.Equal([0, 1, 3], Steps.OfDays([5, 6, 9]));
    }

    /// <summary>Five countries that act every few weeks for the whole span.</summary>
    private static LineDrawing FiveLines(DateOnly from, int weeksApart)
    {
        var (to, random) = (new DateOnly(2026, 6, 30), new Random(1946));
        var period = new Period(from, to);
        return Lines.Kazakhstan() with
        {
            From = from,
            To = to,
            Acts = null,
            FlowCountry = null,
            Triggers = [],
            Series = [.. Enumerable.Range(0, 5).Select(i => new LineSeries($"C{i:00}", $"Country {i}", i, 0, from, Points(period, random, weeksApart)))],
        };
    }

    private static List<LinePoint> Points(Period period, Random random, int weeksApart)
    {
        var days = Enumerable.Range(0, period.Days).Where(_ => random.Next(7 * weeksApart) == 0).Select(d => period.From.DayNumber + d).ToArray();
        var line = AlignmentIndex.Compute(
            new ActEvidence(days, [.. days.Select(_ => (double)random.Next(-9, 10))], [.. days.Select(_ => 0.2 + (random.NextDouble() * 0.8))]),
            PriorSteps.Constant(0), period, new IndexParameters(HalfLife.Default));
        return [.. line.Points.Select(p => new LinePoint(p.Date, p.Index, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow))];
    }

    private static int Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.UTF8.GetBytes(text));
        return (int)bytes.Length;
    }
}

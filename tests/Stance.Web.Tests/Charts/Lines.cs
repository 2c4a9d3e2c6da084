using Stance.Alignment;
using Stance.ViewStates;
using Stance.Web.Charts;

namespace Stance.Web.Tests.Charts;

/// <summary>The codebook's Kazakhstan fixture, and lines made up for a purpose.</summary>
internal static class Lines
{
    public static readonly DateOnly From = new(2022, 1, 1);
    public static readonly DateOnly To = new(2022, 7, 24);
    public static readonly DateOnly Invasion = new(2022, 2, 24);
    private static readonly DateOnly Midpoint = new(2022, 5, 10);
    private static readonly DateOnly Forum = new(2022, 6, 17);

    private static readonly (DateOnly Day, double Score, double Weight, bool IsDeed)[] Acts =
    [
        (new(2022, 1, 6), -7, 0.9, true), (Invasion, 4, 0.35, false), (Invasion, 1, 0.56, false), (Midpoint, 6, 0.56, false),
        (Midpoint, 5, 0.56, false), (Midpoint, 2, 0.8, true), (Midpoint, 3, 0.9, true), (Midpoint, 3, 0.3, false), (Midpoint, 1, 0.3, false),
        (Forum, -3, 0.95, true), (Forum, 7, 0.95, false), (Forum, 0, 0.14, false), (Forum, 5, 0.63, false), (Forum, -5, 0.665, false),
        (Midpoint, -3, 0.8, true), (Midpoint, 4, 0.8, true), (To, 2, 0.27, false), (new(2022, 3, 2), 1, 0.95, false),
        (new(2022, 3, 14), 5, 0.85, true), (new(2022, 3, 28), 4, 0.6, true),
    ];

    public static LineDrawing Kazakhstan(string name = "Kazakhstan") => new()
    {
        Key = "fixture",
        From = From,
        To = To,
        Poles = new PoleNames("Moscow", "Kyiv and its backers", null, "Kyiv"),
        Series = [new("KAZ", name, 0, -4, new DateOnly(2022, 1, 6), Points())],
        Triggers = [new(Invasion, null, "Russia invades Ukraine")],
        Acts = [.. Acts.Select((a, i) => new LineAct($"a{i}", "KAZ", a.Day, null, null, "17 Jun", $"Act {i}", a.Score, a.IsDeed))],
        FlowCountry = "KAZ",
    };

    public static LineSeries Flat(string code, string name, int place, double index, int days = 30) => new(code, name, place, 0, From,
        [.. Enumerable.Range(0, days).Select(i => new LinePoint(From.AddDays(i), index, index - 2, index + 2, index - 1, index + 1, 3, 0))]);

    private static List<LinePoint> Points()
    {
        var acts = Acts.OrderBy(a => a.Day).ToArray();
        var line = AlignmentIndex.Compute(
            new ActEvidence([.. acts.Select(a => a.Day.DayNumber)], [.. acts.Select(a => a.Score)], [.. acts.Select(a => a.Weight)]),
            PriorSteps.Constant(-4), new Period(From, To), new IndexParameters(HalfLife.Default));
        return [.. line.Points.Select(p => new LinePoint(p.Date, p.Index, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow))];
    }
}

using Stance.Acts;
using Stance.Alignment;
using Stance.Web.Charts;
using Stance.Wording;

namespace Stance.Web.Alignment;

/// <summary>The map in words, as a table and as what is given to draw.</summary>
public static class MapWords
{
    /// <summary>Counts only sides that the 90 % band leaves no doubt about, and not on thin evidence.</summary>
    public static string Finding(MapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Back is { } days)
            return Moved(report, days);
        var (negative, positive) = (Certain(report, Side.Negative), Certain(report, Side.Positive));
        var poles = PoleWords.Of(report.Axis);
        return (report.Countries.Count, negative, positive) switch
        {
            (0, _, _) => "No country has acts in this view",
            (_, 0, 0) => "No country’s side is certain",
            (_, 0, _) => $"{NumberWords.Capital(Countries(positive))} certainly on {poles.SideOf(Side.Positive)}, none on {poles.SideOf(Side.Negative)}",
            (_, _, 0) => $"{NumberWords.Capital(Countries(negative))} certainly on {poles.SideOf(Side.Negative)}, none on {poles.SideOf(Side.Positive)}",
            _ => $"{NumberWords.Capital(Countries(negative))} certainly on {poles.SideOf(Side.Negative)}, {NumberWords.InWords(positive)} on {poles.SideOf(Side.Positive)}",
        };
    }

    public static string Subtitle(MapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Back is { } days
            ? $"Change of the index in the {days} days to {DateWords.LongDay(report.Day)}; every country with acts by that day"
            : $"Index on {DateWords.LongDay(report.Day)}, −10 {report.Axis.NegativePole} to +10 {report.Axis.PositivePole}; every country with acts in this view";
    }

    public static IReadOnlyList<string> Summary(MapReport report, Register register)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(register);
        if (report.Countries.Count == 0)
            return ["No country has an act on file that these filters keep."];
        var lowest = report.Countries.MinBy(c => c.Value)!;
        var highest = report.Countries.MaxBy(c => c.Value)!;
        var uncertain = report.Countries.Count(c => c.IsUncertain);
        var sentences = report.Back is null
            ? ($"Lowest is {Told(lowest)}, highest {Told(highest)}.", "No country’s evidence is thin.", "Evidence is thin for")
            : ($"The change goes from {Told(lowest)} to {Told(highest)}.", "Every change is certain.", "The change may be nothing for");
        return
        [
            $"{NumberWords.Capital(Countries(report.Countries.Count))} have acts on file. {sentences.Item1}",
            uncertain == 0 ? sentences.Item2 : $"{sentences.Item3} {NumberWords.InWords(uncertain)} of them; they are hatched.",
        ];

        string Told(CountryLevel level) => $"{register.NameOf(level.Country)} at {NumberWords.Index(level.Value)}";
    }

    public static string Source(MapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{Rules(report)} Codebook {report.Codebook.Version}.";
    }

    /// <summary>How the map is to be read, and whose borders it shows.</summary>
    public static string Rules(MapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var certain = report.Back is null ? "" : "A change is certain when its 90% band leaves zero out, both levels taken as independent. ";
        return $"{certain}{WorldShapes.Source}.";
    }

    public static MapDrawing Drawing(MapReport report, Register register, string key)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(register);
        return new MapDrawing
        {
            Key = key,
            Poles = AlignmentDrawing.Poles(report.Axis),
            Back = report.Back,
            Countries = [.. report.Countries.Select(c => new MapCountry(
                c.Country.Value, register.NameOf(c.Country), c.Value, c.Change?.Low90 ?? c.Point.Low90, c.Change?.High90 ?? c.Point.High90,
                c.Point.Weight, c.IsUncertain, c.Before?.Index))],
            Chosen = [.. register.CountriesOf(report.View, report.Day).Select(c => c.Value)],
        };
    }

    private static string Moved(MapReport report, int days)
    {
        var moved = report.Countries.Where(c => !c.IsUncertain).ToList();
        var (negative, positive) = (moved.Count(c => c.Value < 0), moved.Count(c => c.Value > 0));
        var poles = PoleWords.Of(report.Axis);
        return (report.Countries.Count, negative, positive) switch
        {
            (0, _, _) => "No country has acts by this day",
            (_, 0, 0) => $"No country certainly moved in {days} days",
            (_, 0, _) => $"{NumberWords.Capital(Countries(positive))} certainly moved {poles.Toward(1)} in {days} days, none {poles.Toward(-1)}",
            (_, _, 0) => $"{NumberWords.Capital(Countries(negative))} certainly moved {poles.Toward(-1)} in {days} days, none {poles.Toward(1)}",
            _ => $"{NumberWords.Capital(Countries(negative))} certainly moved {poles.Toward(-1)} in {days} days, {NumberWords.InWords(positive)} {poles.Toward(1)}",
        };
    }

    private static int Certain(MapReport report, Side side) => report.Countries.Count(c => !c.Point.IsThin && LineFacts.SideOf(c.Point) == side);

    private static string Countries(int count) => count == 1 ? "one country" : $"{NumberWords.InWords(count)} countries";
}

using System.Globalization;
using Stance.Acts;
using Stance.Alignment;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Exports;

/// <summary>
/// What a file says of the view it was made from: every filter with each of its values, the knowledge instant, the codebook,
/// and the address that gives the same numbers again.
/// </summary>
/// <param name="Rows">Name and value in plain words, in the order of a reader's questions; a list takes one row for each value.</param>
/// <param name="Permalink">The view with its period and knowledge instant written out.</param>
public sealed record ViewNotes(string Title, IReadOnlyList<(string Name, string Value)> Rows, string Permalink, Citation Citation)
{
    /// <summary>All rows but the address in one line, the values of a list beside each other.</summary>
    public string Sentence => string.Join(". ", Rows
        .Where(r => r.Value != Permalink)
        .GroupBy(r => r.Name, r => r.Value)
        .Select(g => $"{g.Key}: {string.Join(", ", g)}")) + ".";

    /// <param name="site">Where this Stance stands, with a slash at its end.</param>
    /// <param name="path">The page of the view below the site, "" for the analyst's page.</param>
    /// <param name="shown">The address of the layout that is shown; null = of the line.</param>
    public static ViewNotes Of(AnalystReport report, Register register, Uri site, string path = "", ViewState? shown = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(site);
        var alignment = report.Alignment;
        var permalink = new Uri(site, $"{path}?{ViewStateUrl.Print(shown ?? Frozen(alignment))}").ToString();
        return new ViewNotes(
            report.Summary.Finding,
            [.. RowsOf(report, register), .. Ends(alignment, permalink)],
            permalink,
            new Citation(TitleOf(alignment, register), alignment.Codebook.Version, alignment.KnownAt, permalink));
    }

    /// <summary>What a file says of the map: every country by a day, whichever the view outlines.</summary>
    /// <param name="view">The lines of the countries the view outlines; it may outline none.</param>
    public static ViewNotes Of(MapReport map, AlignmentReport view, string finding, Register register, Uri site)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(site);
        var permalink = new Uri(site, $"?{ViewStateUrl.Print(Frozen(view) with { MapDay = map.Day, MapChange = map.Back })}").ToString();
        return new ViewNotes(
            finding,
            [.. MapRowsOf(map, view, register), .. Ends(view, permalink)],
            permalink,
            new Citation(MapTitleOf(map), view.Codebook.Version, view.KnownAt, permalink));
    }

    /// <summary>The view as it was answered: nothing in it moves with the calendar or with later knowledge.</summary>
    public static ViewState Frozen(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.View.Bare with
        {
            Period = report.Period,
            AsOf = report.View.AsOf.Instant is null ? AsOf.At(report.KnownAt) : report.View.AsOf,
            Text = null,
            Order = ActOrder.DateDescending,
        };
    }

    private static IEnumerable<(string, string)> RowsOf(AnalystReport report, Register register)
    {
        var (alignment, view) = (report.Alignment, report.Alignment.View);
        yield return ("Axis", $"{alignment.Axis.NegativePole} (−10) to {alignment.Axis.PositivePole} (+10)");
        foreach (var country in alignment.Countries)
            yield return ("Country", country.Country.Name);
        foreach (var bloc in view.Blocs)
            yield return ("Bloc", register.Blocs.GetValueOrDefault(bloc)?.Name ?? bloc);
        yield return ("Period", DateWords.LongSpan(alignment.Period));
        foreach (var row in Filters(view, register))
            yield return row;
        foreach (var source in alignment.Sources.New)
            yield return ("New source", ReadingWords.Since(source));
        foreach (var sentence in ReadingWords.Uncounted(alignment.Sources))
            yield return ("Not counted", sentence);
        yield return ("Acts", $"{NumberWords.Count(report.Count, "act")} in the period; acts {DateWords.Fading(view.HalfLife)}");
        foreach (var country in alignment.Countries)
            yield return ("Starting value", $"{country.Country.Name} {NumberWords.Score(country.Prior)}, strength {alignment.Codebook.PriorStrength.ToString("0.##", CultureInfo.InvariantCulture)}");
    }

    private static IEnumerable<(string, string)> MapRowsOf(MapReport map, AlignmentReport view, Register register)
    {
        yield return ("Axis", $"{map.Axis.NegativePole} (−10) to {map.Axis.PositivePole} (+10)");
        yield return ("Countries", $"{NumberWords.InWords(map.Countries.Count)} with acts by the day");
        foreach (var country in view.Countries)
            yield return ("Outlined", country.Country.Name);
        yield return ("Day", DateWords.LongDay(map.Day));
        if (map.Back is { } days)
            yield return ("Change over", NumberWords.Count(days, "day"));
        foreach (var row in Filters(view.View, register))
            yield return row;
        yield return ("Acts", $"those by the day; acts {DateWords.Fading(view.View.HalfLife)}");
    }

    private static IEnumerable<(string, string)> Filters(ViewState view, Register register)
    {
        foreach (var family in view.Families)
            yield return ("Kind of act", register.Codebook.Families.FirstOrDefault(f => f.Code == family).Name ?? family);
        if (view.Form is { } form)
            yield return ("Form", form == ActForm.Words ? "words" : "deeds");
        foreach (var collection in view.Collections)
            yield return ("Collection", register.Collections.GetValueOrDefault(collection)?.Name ?? collection);
        if (view.NewSources == NewSources.Wait)
            yield return ("New sources", "wait until coded back");
        foreach (var source in view.Without)
            yield return ("Left out", register.SourceNameOf(source));
    }

    private static (string, string)[] Ends(AlignmentReport report, string permalink) =>
        [("As known on", DateWords.Instant(report.KnownAt)), ("Codebook", report.View.Codebook is { } chosen ? $"{chosen}, which scores every act" : report.Codebook.Version), ("Same numbers again", permalink)];

    private static string TitleOf(AlignmentReport report, Register register) =>
        $"Alignment of {ViewWords.Countries(report.View, register)} between {report.Axis.NegativePole} and {report.Axis.PositivePole}, {DateWords.LongSpan(report.Period)}";

    private static string MapTitleOf(MapReport map) => map.Back is { } days
        ? $"Change of alignment by country between {map.Axis.NegativePole} and {map.Axis.PositivePole}, {days} days to {DateWords.LongDay(map.Day)}"
        : $"Alignment by country between {map.Axis.NegativePole} and {map.Axis.PositivePole}, {DateWords.LongDay(map.Day)}";
}

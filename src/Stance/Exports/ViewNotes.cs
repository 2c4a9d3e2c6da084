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
    public static ViewNotes Of(AnalystReport report, Register register, Uri site, string path = "")
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(site);
        var alignment = report.Alignment;
        var permalink = new Uri(site, $"{path}?{ViewStateUrl.Print(Frozen(alignment))}").ToString();
        var known = DateWords.Instant(alignment.KnownAt);
        return new ViewNotes(
            report.Summary.Finding,
            [.. RowsOf(report, register), ("As known on", known), ("Codebook", alignment.Codebook.Version), ("Same numbers again", permalink)],
            permalink,
            new Citation(TitleOf(alignment, register), alignment.Codebook.Version, alignment.KnownAt, permalink));
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
        foreach (var family in view.Families)
            yield return ("Kind of act", register.Codebook.Families.FirstOrDefault(f => f.Code == family).Name ?? family);
        if (view.Form is { } form)
            yield return ("Form", form == ActForm.Words ? "words" : "deeds");
        foreach (var collection in view.Collections)
            yield return ("Collection", register.Collections.GetValueOrDefault(collection)?.Name ?? collection);
        yield return ("Acts", $"{NumberWords.Count(report.Count, "act")} in the period; acts {DateWords.Fading(view.HalfLife)}");
        foreach (var country in alignment.Countries)
            yield return ("Starting value", $"{country.Country.Name} {NumberWords.Score(country.Prior)}, strength {alignment.Codebook.PriorStrength.ToString("0.##", CultureInfo.InvariantCulture)}");
    }

    private static string TitleOf(AlignmentReport report, Register register) =>
        $"Alignment of {ViewWords.Countries(report.View, register)} between {report.Axis.NegativePole} and {report.Axis.PositivePole}, {DateWords.LongSpan(report.Period)}";
}

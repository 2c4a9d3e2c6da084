using System.Globalization;
using System.Text.RegularExpressions;
using Stance.Alignment;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Tests.Alignment;

/// <summary>Every sentence is read back and checked against the numbers: no wrong fact over ten thousand generated series.</summary>
public sealed partial class AlignmentSummaryTests
{
    private static readonly Period HalfYear = new(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24));

    [Fact]
    public void Brief__of_a_bloc__says_how_far_apart_it_stands_and_who_is_off()
    {
        var period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 3, 31));
        var heavy = Enumerable.Range(0, 30).Select(i => (period.To.DayNumber - i, 8.0, 0.9)).ToList();
        var low = heavy.Select(a => (a.Item1, -8.0, a.Item3)).ToList();
        var report = ReportOf.Report(period, ReportOf.Country(period, 0, low, 0), ReportOf.Country(period, 0, low, 1), ReportOf.Country(period, 0, heavy, 2));

        var bloc = AlignmentSummary.Of(report with { View = report.View with { Blocs = ["CSTO"] } }).Brief[^1].Text;

        Assert.Contains("three of three are certainly off that mean: Kazakhstan, Belarus, Uzbekistan", bloc, StringComparison.Ordinal);
        Assert.DoesNotContain(AlignmentSummary.Of(report).Brief, b => b.Text.StartsWith("Together", StringComparison.Ordinal));
    }

    [Fact]
    public void Finding_and_brief__ten_thousand_generated_series__claim_nothing_the_numbers_do_not_hold()
    {
        var random = new Random(64);
        var seen = new HashSet<string>();
        var told = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var country = ReportOf.AnyCountry(random, HalfYear);
            var summary = AlignmentSummary.Of(ReportOf.Report(HalfYear, country));
            CheckFinding(summary.Finding, country);
            seen.Add(Numbers().Replace(summary.Finding, "#"));
            told += CheckBrief(summary, country);
        }
        Assert.True(told > 10_000, $"Only {told} sentences were read back.");
        Assert.True(seen.Count >= 15, "The series do not reach every kind of headline: " + string.Join(" | ", seen));
    }

    [Fact]
    public void Finding__two_thousand_generated_comparisons__differences_are_certain_or_said_not_to_be()
    {
        var random = new Random(65);
        for (var i = 0; i < 2000; i++)
        {
            var countries = Enumerable.Range(0, random.Next(2, 9)).Select(p => ReportOf.AnyCountry(random, HalfYear, p)).ToArray();
            var finding = AlignmentSummary.Of(ReportOf.Report(HalfYear, countries)).Finding;
            var known = countries.Where(c => c.Line.Weight.Any(w => w > 0)).ToList();
            if (known.Count < 2)
                continue;
            var certain = known.SelectMany(a => known.Select(b => (a, b))).Any(p => Certain(p.a.Line.Last, p.b.Line.Last));
            if (!certain)
            {
                Assert.StartsWith("No difference between", finding, StringComparison.Ordinal);
                continue;
            }
            var match = Closest().Match(finding);
            if (match.Success)
            {
                Assert.Equal(known.MinBy(c => c.Line.Last.Index)!.Country.Name, match.Groups[1].Value);
                Assert.Equal(known.MaxBy(c => c.Line.Last.Index)!.Country.Name, match.Groups[2].Value);
                continue;
            }
            match = Closer().Match(finding);
            Assert.True(match.Success, finding);
            var (low, high) = (Named(match.Groups[1].Value), Named(match.Groups[2].Value));
            Assert.True(low.Line.Last.Index < high.Line.Last.Index && Certain(low.Line.Last, high.Line.Last), finding);

            CountryAlignment Named(string name) => known.Single(c => c.Country.Name == name);
        }

        static bool Certain(AlignmentPoint a, AlignmentPoint b) =>
            Math.Abs(a.Index - b.Index) > 1.6448536 * Math.Sqrt(Math.Pow(a.StandardError, 2) + Math.Pow(b.StandardError, 2));
    }

    [Fact]
    public void Of__no_country__says_so() => Assert.Equal("No country is chosen", AlignmentSummary.Of(ReportOf.Report(HalfYear)).Finding);

    [Fact]
    public void Of__country_without_acts__calls_the_line_its_starting_value()
    {
        var summary = AlignmentSummary.Of(ReportOf.Report(HalfYear, ReportOf.Country(HalfYear, -4, [])));
        Assert.Equal("No act of Kazakhstan is in view: the line is its starting value", summary.Finding);
        Assert.Equal("No act moved the line in this period", summary.Steps);
        Assert.Equal("On 1 January 2022, with no act in view yet, the line of Kazakhstan starts at −4.00, its starting value.", summary.Brief[0].Text);
    }

    [Fact]
    public void Of__thin_evidence__reads_the_width_not_the_line()
    {
        var act = (new DateOnly(2022, 7, 20).DayNumber, 9.0, 0.5);
        var summary = AlignmentSummary.Of(ReportOf.Report(HalfYear, ReportOf.Country(HalfYear, 0, [act])));
        Assert.Equal("Kazakhstan: too thin to read", summary.Finding);
        Assert.EndsWith("which is thin: read the width, not the line.", summary.Brief[^1].Text, StringComparison.Ordinal);
    }

    private static void CheckFinding(string finding, CountryAlignment country)
    {
        var points = country.Line.Points.ToList();
        var (start, end) = (points[0], points[^1]);
        var noSide = end.Low90 <= 0 && end.High90 >= 0;
        bool Was(int sign) => points.Any(p => sign < 0 ? p.High90 < 0 : p.Low90 > 0);
        bool Is(int sign) => sign < 0 ? end.High90 < 0 : end.Low90 > 0;
        var text = finding["Kazakhstan".Length..].TrimStart();
        var check = text switch
        {
            _ when finding.StartsWith("No act of", StringComparison.Ordinal) => points.All(p => p.Weight == 0),
            ": too thin to read" => end.Weight < 1,
            "moved from Moscow’s side to the side of Kyiv and its backers" => Was(-1) && Is(1),
            "moved from the side of Kyiv and its backers to Moscow’s side" => Was(1) && Is(-1),
            "moved from Moscow’s side to the middle, where no side is certain" => Was(-1) && noSide && Math.Abs(end.Index) < 2,
            "moved from the side of Kyiv and its backers to the middle, where no side is certain" => Was(1) && noSide && Math.Abs(end.Index) < 2,
            "left Moscow’s side; which side it is on now is not certain" => Was(-1) && noSide,
            "left the side of Kyiv and its backers; which side it is on now is not certain" => Was(1) && noSide,
            "stood on both sides in turn; which side it is on now is not certain" => Was(1) && Was(-1) && noSide,
            "moved to Moscow’s side" => Is(-1) && points.Any(p => p.High90 >= 0) && end.Index < start.Index,
            "moved to the side of Kyiv and its backers" => Is(1) && points.Any(p => p.Low90 <= 0) && end.Index > start.Index,
            "ended on Moscow’s side" => Is(-1),
            "ended on the side of Kyiv and its backers" => Is(1),
            "moved further to Moscow’s side" => points.All(p => p.High90 < 0) && end.Index < start.Index,
            "moved further to the side of Kyiv and its backers" => points.All(p => p.Low90 > 0) && end.Index > start.Index,
            "stayed on Moscow’s side" => points.All(p => p.High90 < 0),
            "stayed on the side of Kyiv and its backers" => points.All(p => p.Low90 > 0),
            "stayed on Moscow’s side, but nearer the middle" => points.All(p => p.High90 < 0) && end.Index > start.Index,
            "stayed on the side of Kyiv and its backers, but nearer the middle" => points.All(p => p.Low90 > 0) && end.Index < start.Index,
            "moved toward Moscow, but its side is not certain" => noSide && end.Index < start.Index,
            "moved toward Kyiv and its backers, but its side is not certain" => noSide && end.Index > start.Index,
            "ended near the middle; no side is certain" => noSide && Math.Abs(end.Index) < 2,
            "leaned toward Moscow, but its side is not certain" => noSide && end.Index < 0,
            "leaned toward Kyiv and its backers, but its side is not certain" => noSide && end.Index > 0,
            _ => throw new InvalidOperationException("A headline that nobody checks: " + finding),
        };
        Assert.True(check, $"{finding}: from {start.Index} to {end.Index}, band {end.Low90} to {end.High90}, weight {end.Weight}");
    }

    private static int CheckBrief(AlignmentSummary summary, CountryAlignment country)
    {
        var points = country.Line.Points.ToList();
        var told = 0;
        foreach (var sentence in summary.Brief)
        {
            if (Extremes().Match(sentence.Text) is { Success: true } extremes)
            {
                Assert.Equal(NumberWords.Index(points.Min(p => p.Index)), extremes.Groups[2].Value);
                Assert.Equal(NumberWords.Index(points.Max(p => p.Index)), extremes.Groups[4].Value);
                Assert.Equal(points.Min(p => p.Index), On(extremes.Groups[1].Value).Index);
                Assert.Equal(points.Max(p => p.Index), On(extremes.Groups[3].Value).Index);
            }
            if (Moved().Match(sentence.Text) is { Success: true } moved)
            {
                var day = On(moved.Groups[1].Value).Date;
                var (before, after) = (country.Line.On(day.AddDays(-1)).Index, country.Line.On(day).Index);
                Assert.Equal(after > before, moved.Groups[2].Value == "rose");
                Assert.Equal(NumberWords.Index(before), moved.Groups[3].Value);
                Assert.Equal(NumberWords.Index(after), moved.Groups[4].Value);
                Assert.Equal(country.Marks.Where(m => m.Day == day).Select(m => m.Id), sentence.Acts);
                told++;
            }
        }
        var largest = country.InPeriod.Select(m => m.Day).Where(d => d > HalfYear.From).Distinct()
            .Select(d => Math.Abs(country.Line.On(d).Index - country.Line.On(d.AddDays(-1)).Index)).DefaultIfEmpty(0).Max();
        Assert.Equal(largest, summary.Facts[0].Steps.Select(s => Math.Abs(s.Change)).FirstOrDefault(), 12);
        Assert.Contains(NumberWords.Index(points[^1].Index), string.Join(' ', summary.Brief.Select(b => b.Text)), StringComparison.Ordinal);
        return told;

        AlignmentPoint On(string day) =>
            country.Line.On(DateOnly.ParseExact(day + " 2022", "d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex("^(.+) stands closest to Moscow, (.+) to Kyiv and its backers$")]
    private static partial Regex Closest();

    [GeneratedRegex("^(.+) stands closer to Moscow than (.+)$")]
    private static partial Regex Closer();

    [GeneratedRegex(@"^It was lowest on (\d+ \w+), at (\S+), and highest on (\d+ \w+), at (\S+)\.$")]
    private static partial Regex Extremes();

    [GeneratedRegex(@"n (\d+ \w+)(?: \([^)]*\))? it (rose|fell) from (\S+) to (\S+?)[.:]( |$)")]
    private static partial Regex Moved();
}

using Stance.Acts;
using Stance.Countries;
using Stance.Coverage;
using Stance.Tests.Sharing;
using Stance.ViewStates;

namespace Stance.Tests.Acts;

/// <summary>Which acts wait or are left out, one act for each set of sources: its number is the set's.</summary>
public sealed class UncountedSourcesTests
{
    private static readonly CountryCode Kaz = new("KAZ");
    private static readonly Guid Paper = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Guid Agency = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058");
    private static readonly DateOnly First = new(2022, 1, 1);
    private static readonly DateTimeOffset June = new(2022, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Entered = new(2022, 5, 10, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Coded = new(2022, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SourceSet[] Sets =
    [
        SourceSet.None, Of(SourceName.VoteRecord), Of(Paper), Of(Agency), Of(Paper, Agency),
        new([new KnownSource(Agency), new KnownSource(Paper, June.UtcTicks)]),
    ];

    private static readonly ViewState View = new() { Countries = [Kaz] };

    [Fact]
    public void Slice__new_sources_wait__only_what_no_older_source_tells_of_and_no_longer_than_the_register_says()
    {
        var waits = View with { NewSources = NewSources.Wait };

        Assert.Equal([0, 1, 2, 3, 4, 5], Kept(View));
        Assert.Equal([0, 1, 2, 3, 4, 5], Kept(waits));
        Assert.Equal([0, 1, 2, 3, 4, 5], Kept(waits with { AsOf = AsOf.At(Entered.AddTicks(-10)) }));
        Assert.Equal([0, 1, 2, 4], Kept(waits with { AsOf = AsOf.At(Entered) }));
        Assert.Equal([0, 1, 2, 4, 5], Kept(waits with { AsOf = AsOf.At(June) }));
        Assert.Equal([0, 1, 2, 3, 4, 5], Kept(waits with { AsOf = AsOf.At(Coded) }));
        Assert.Equal([0, 1, 2, 4, 5], Kept(waits, First.AddDays(-1)));
        Assert.Equal([0, 1, 2, 3, 4, 5], Kept(waits with { AsOf = AsOf.At(June) }, new DateOnly(2022, 5, 3)));
    }

    [Fact]
    public void Slice__sources_left_out__only_what_no_other_source_tells_of()
    {
        Assert.Equal([0, 1, 2, 4, 5], Kept(View with { Without = [Agency] }));
        Assert.Equal([0, 1], Kept(View with { Without = [Agency, Paper] }));
        Assert.Equal([0, 2, 3, 4, 5], Kept(View with { Without = [SourceName.VoteRecord] }));
        Assert.Equal([0, 1], Kept(View with { Without = [Paper], NewSources = NewSources.Wait, AsOf = AsOf.At(June) }));
    }

    [Fact]
    public void Versions__by_knowledge__count_when_the_slice_of_that_moment_counts_them()
    {
        foreach (var view in new[] { View, View with { NewSources = NewSources.Wait }, View with { Without = [Agency] }, View with { Without = [Paper], NewSources = NewSources.Wait } })
        {
            var versions = Columns.Versions(view, Kaz, UncountedSources.Of(view, First, Register));
            foreach (var at in new[] { Entered, June, Coded }.SelectMany(t => new[] { t.AddTicks(-10), t, t.AddTicks(10) }).Append(Entered.AddYears(-1)).Append(Coded.AddYears(1)))
                Assert.Equal(Kept(view with { AsOf = AsOf.At(at) }), versions.Where(v => v.IsKnown(AsOf.At(at))).Select(v => (int)v.Score).Order());
        }
    }

    [Fact]
    public void Bearing__what_is_new_is_named_with_its_acts_and_what_does_not_count_is_said()
    {
        var asked = View with { AsOf = AsOf.At(June), NewSources = NewSources.Wait, Without = [Paper] };

        var bearing = SourceBearing.Of(new ActSnapshot(Register, Columns), asked, First, new DateOnly(2022, 12, 31), [Kaz]);

        var source = Assert.Single(bearing.New);
        Assert.Equal((Agency, "Kazinform", 1), (source.Reading.Source, source.Name, source.Acts));
        Assert.Equal((3, 1), (bearing.Waiting, bearing.LeftOut));
        Assert.Equal(
            ["3 acts of 1 new source wait until it is coded back.", "1 act that only sources left out tell of does not count."], ReadingWords.Uncounted(bearing).Select(s => s.Replace('\u00A0', ' ')));
        Assert.Equal("Since 3 May 2022 Kazinform is read as well; it is not coded back.", ReadingWords.Since(source));
        Assert.Same(SourceBearing.Nothing, SourceBearing.Of(new ActSnapshot(Register, Columns), View, First, First, [Kaz]));
    }

    private static Register Register => RegisterOf.Small with
    {
        Sources = new Dictionary<Guid, string> { [SourceName.VoteRecord] = Stance.Acts.Register.VoteRecord, [Paper] = "The Paper", [Agency] = "Kazinform" },
        Readings = new ReadingBook(
        [
            new(new SourceReading(Agency, new DateOnly(2022, 5, 3), null), Entered, Coded),
            new(new SourceReading(Agency, new DateOnly(2022, 5, 3), First), Coded, null),
        ]),
    };

    private static ActColumns Columns => new(
        new Dictionary<(string, CountryCode), ActSeries>
        {
            [("RUW", Kaz)] = new([.. Sets.Select((_, i) => new ActRow(
                First.AddDays(10 + i).DayNumber, i, 1, 0, false, Entered.AddYears(-5).UtcTicks, long.MaxValue, 0, Guid.CreateVersion7(), i == 1, 0, 0, 100, i))]),
        },
        ["DIP-UNV"], [new HashSet<string>()], ["1.0"], Sets, 1);

    private static IEnumerable<int> Kept(ViewState view, DateOnly? first = null)
    {
        var kept = new ActSnapshot(Register, Columns).Slice(view, first ?? First, Kaz);
        return [.. Enumerable.Range(0, kept.Count).Select(i => (int)kept[i].Score)];
    }

    private static SourceSet Of(params Guid[] sources) => new([.. sources.Select(s => new KnownSource(s))]);
}

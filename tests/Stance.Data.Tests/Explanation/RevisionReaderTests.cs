using Stance.Acts;
using Stance.Countries;
using Stance.Data.Explanation;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Explanation;

public sealed class RevisionReaderTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static readonly ViewState Article = new()
    {
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    [Fact]
    public async Task Read__an_article_that_appeared_in_July__every_month_before_was_read_without_it()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var triangle = new RevisionReader(acts.Feed, TimeProvider.System).Read(Article, Scope.Everything, Kaz).Triangle;

        Assert.Equal(-4, triangle.First[0], 1e-9);
        Assert.Equal(-4.8704, triangle.Values[0][^1]!.Value, 0.00005);
        Assert.Equal(-0.8704, triangle.Revision(0), 0.00005);
        // The article came with the last day itself.
        Assert.Equal(0, triangle.Revision(6), 1e-9);
        // Of seven days only 30 June lies within thirty days of the article.
        var june = triangle.AfterThirtyDays[5]!.Value - triangle.First[5];
        Assert.Equal(Math.Abs(june) / 7, triangle.MeanAbsoluteAtLag!.Value, 1e-9);
    }

    [Fact]
    public async Task Read__the_last_column__is_the_line()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var triangle = new RevisionReader(acts.Feed, TimeProvider.System).Read(Article, Scope.Everything, Kaz).Triangle;
        var line = acts.Alignment.Read(Article with { Countries = [Kaz] }, Scope.Everything).Countries[0].Line;

        for (var i = 0; i < triangle.Days.Count; i++)
            Assert.Equal(line.On(triangle.Days[i]).Index, triangle.Values[i][^1]!.Value, 1e-9);
    }

    [Fact]
    public async Task Read__as_known_in_May__says_nothing_of_what_came_later()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var may = Article with { AsOf = AsOf.EndOf(new DateOnly(2022, 5, 31)) };

        var triangle = new RevisionReader(acts.Feed, TimeProvider.System).Read(may, Scope.Everything, Kaz).Triangle;

        Assert.Equal(new DateOnly(2022, 5, 31), triangle.Days[^1]);
        Assert.Equal(may.AsOf, triangle.Known[^1]);
        Assert.Equal(0, triangle.MeanAbsolute, 1e-9);
    }

    [Fact]
    public async Task Read__a_country_outside_the_scope__is_refused()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        Assert.Throws<ArgumentException>(() => new RevisionReader(acts.Feed, TimeProvider.System).Read(Article, Scope.Nothing, Kaz));
    }
}

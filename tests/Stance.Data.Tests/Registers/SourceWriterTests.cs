using Stance.Data.Commands;
using Stance.Data.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

public sealed class SourceWriterTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source__regraded_twice__keeps_what_it_was_graded_when()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new SourceWriter(desk.Pipeline, TimeProvider.System);
        var id = await desk.AskAsync<Guid>("insert into source (name, reliability) values ('A source of the test', 'B') returning id");
        await desk.AskAsync<Guid>("insert into source (name, reliability) values ('Another', 'A') returning id");

        var first = new CorrectSource(id, 0, new("A source of the test", "C", "https://example.org/"), "Two retractions");
        Assert.Equal(1, Assert.IsType<SourceCorrected>(await writer.CorrectAsync(first, RegisterDesk.Curator, "once", Cancel)).Version);
        Assert.True(Assert.IsType<SourceCorrected>(await writer.CorrectAsync(first, RegisterDesk.Curator, "once", Cancel)).Replayed);
        Assert.Equal("changed", await RuleAsync(first with { Words = first.Words with { Reliability = "D" } }));
        Assert.Equal("same", await RuleAsync(first with { Version = 1 }));
        Assert.Equal("onFile", await RuleAsync(first with { Version = 1, Words = first.Words with { Name = "ANOTHER" } }));
        Assert.IsType<Missing>(await writer.CorrectAsync(first with { Id = Guid.NewGuid() }, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));
        Assert.IsType<SourceCorrected>(await writer.CorrectAsync(first with { Version = 1, Words = first.Words with { Name = "Renamed", Reliability = "A" } }, RegisterDesk.Curator, RegisterDesk.Key(), Cancel));

        var kept = (await desk.Kept.SourcesAsync(Cancel)).Single(s => s.Id == id);
        Assert.Equal(("Renamed", 'A', 2), (kept.Facts.Name, kept.Facts.Reliability, kept.Version));
        Assert.Equal([('C', "https://example.org/"), ('B', null)], kept.Earlier.Select(e => (e.Facts.Reliability, e.Facts.Url)));
        Assert.Equal("Renamed", (await desk.ReadAsync()).SourceNameOf(id));
        Assert.Equal(1, await desk.AskAsync<long>("select count(*) from (select lag(upper(known)) over (order by version) = lower(known) as joins from source_version) v where joins"));

        async Task<string> RuleAsync(CorrectSource command) =>
            Assert.Single(Assert.IsType<Refused>(await writer.CorrectAsync(command, RegisterDesk.Curator, RegisterDesk.Key(), Cancel)).Breaches).Rule;
    }

    [Fact]
    public async Task Twelve_curators__each_grading_a_source_otherwise__one_is_kept_and_the_others_are_told()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new SourceWriter(desk.Pipeline, TimeProvider.System);
        var id = await desk.AskAsync<Guid>("insert into source (name, reliability) values ('A source of the test', 'B') returning id");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            writer.CorrectAsync(new(id, 0, new($"A source of the test {i}", "C", null), "Retractions"), RegisterDesk.Curator, RegisterDesk.Key(), Cancel)));

        Assert.Single(outcomes.OfType<SourceCorrected>());
        Assert.All(outcomes.OfType<Refused>(), r => Assert.Equal("changed", Assert.Single(r.Breaches).Rule));
        Assert.Equal(1, await desk.AskAsync<long>("select count(*) from source_version"));
    }
}

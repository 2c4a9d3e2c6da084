using Microsoft.Extensions.Logging.Abstractions;
using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.Explanation;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Explanation;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Explanation;

public sealed class ChangeExplanationReaderTests(PostgresFixture postgres)
{
    private static readonly CountryCode Kaz = new("KAZ");

    private static readonly Period Rise = new(new DateOnly(2022, 1, 31), new DateOnly(2022, 7, 24));

    private static readonly ViewState Article = new() { Collections = ["wsj-2022-07-24"], Why = new ChangeSpan(Kaz, Rise) };

    private static readonly Actor Curator = Actor.Token(Guid.NewGuid(), "tests", Role.Curator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read__Kazakhstan_since_January__as_the_codebook_prints_it()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = await Reader(acts).ReadAsync(Article, Scope.Everything, Cancel);

        Assert.Equal(5.563, report.Change.Change, 0.0005);
        Assert.Equal(report.Change.Change, report.Change.Parts.Sum(p => p.Change), 1e-9);
        var invitation = report.Change.Parts.Where(p => p.Kind is ChangeKind.Faded or ChangeKind.Diluted).ToList();
        Assert.Single(invitation.Select(p => p.Act).Distinct());
        Assert.Equal(0.759, invitation.Sum(p => p.Change), 0.0005);
        Assert.Equal(0.266, report.Change.Sum(ChangeKind.Faded), 0.0005);
        Assert.Equal(5.563 - 0.759, report.Change.Sum(ChangeKind.New), 0.0011);
        Assert.Equal(0.803, report.Change.Parts[0].Change, 0.0005);
        Assert.Contains("Donetsk", report.Names[report.Change.Parts[0].Act!.Value].Title, StringComparison.Ordinal);
        Assert.Equal(20, report.Names.Count);
    }

    [Fact]
    public async Task Read__the_two_ends__are_the_line()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var line = acts.Alignment.Read(Article with { Countries = [Kaz], Period = Rise }, Scope.Everything).Countries[0].Line;
        var report = await Reader(acts).ReadAsync(Article, Scope.Everything, Cancel);

        Assert.Equal(line[0].Index, report.From.Index, 1e-9);
        Assert.Equal(line.Last.Index, report.To.Index, 1e-9);
    }

    [Fact]
    public async Task Read__one_day_before_and_after_the_article_appeared__everything_was_learned_in_between()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var known = new KnownSpan(AsOf.EndOf(new DateOnly(2022, 7, 23)), AsOf.EndOf(new DateOnly(2022, 7, 24)));
        var day = new ChangeSpan(Kaz, new Period(Rise.To, Rise.To), known);

        var report = await Reader(acts).ReadAsync(Article with { Why = day }, Scope.Everything, Cancel);

        Assert.Equal(19, report.Change.Parts.Count(p => p.Kind == ChangeKind.New));
        Assert.Equal(0, report.Change.Sum(ChangeKind.Faded));
        Assert.Equal(0.6923, report.To.Index, 0.00005);
        Assert.Equal(report.Change.Change, report.Change.Parts.Sum(p => p.Change), 1e-9);
    }

    [Fact]
    public async Task Read__a_country_outside_the_scope__is_refused()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        await Assert.ThrowsAsync<ArgumentException>(() => Reader(acts).ReadAsync(Article, Scope.Nothing, Cancel));
    }

    [Fact]
    public async Task Read__an_act_corrected_and_another_retracted__told_apart_from_what_was_known_before()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var before = AsOf.At(TimeProvider.System.GetUtcNow());
        var named = (await Reader(acts).ReadAsync(Article, Scope.Everything, Cancel)).Names.Values;
        var (corrected, retracted) = (named.Single(n => n.Title.StartsWith("Hosts a US", StringComparison.Ordinal)), named.Single(n => n.Title.StartsWith("Raises its", StringComparison.Ordinal)));
        var stored = (await new EventReader(acts.Database).FindAsync(corrected.Id.Id, Scope.Everything, Cancel))!;
        Assert.IsType<ActWritten>(await Writer(acts).EditAsync(
            new EditAct(stored.Id, stored.Version, stored.Draft with { Intensity = 4, IntensityReason = "a larger delegation" }), Curator, "k1", Cancel));
        Assert.IsType<ActWritten>(await Writer(acts).RetractAsync(new RetractAct(retracted.Id.Id, 1, "Not an act of this kind"), Curator, "k2", Cancel));
        await acts.Feed.LoadAsync(Cancel);

        var day = new ChangeSpan(Kaz, new Period(Rise.To, Rise.To), new KnownSpan(before, AsOf.Now));
        var report = await Reader(acts).ReadAsync(Article with { Why = day }, Scope.Everything, Cancel);

        Assert.Equal(corrected.Id, Assert.Single(report.Change.Parts, p => p.Kind == ChangeKind.Revised).Act);
        var gone = Assert.Single(report.Change.Parts, p => p.Kind == ChangeKind.Withdrawn);
        Assert.Equal(retracted.Id, gone.Act);
        Assert.Equal(retracted.Title, report.Names[retracted.Id].Title);
        Assert.Equal(0, report.Change.Sum(ChangeKind.Faded) + report.Change.Sum(ChangeKind.New));
        Assert.Equal(0.6923, report.From.Index, 0.00005);
        Assert.Equal(report.Change.Change, report.Change.Parts.Sum(p => p.Change), 1e-9);
    }

    private static EventWriter Writer(LoadedActs acts) =>
        new(
        new CommandPipeline(acts.Database, new AuditWriter(TimeProvider.System), TimeProvider.System),
        new RegisterReader(acts.Database));

    private static ChangeExplanationReader Reader(LoadedActs acts) => new(
        acts.Feed, new ActNameReader(acts.Database, TimeProvider.System), TimeProvider.System, NullLogger<ChangeExplanationReader>.Instance);
}

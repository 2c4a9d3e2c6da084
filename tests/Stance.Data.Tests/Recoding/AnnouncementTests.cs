using Dapper;
using Stance.Codebook;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Events;
using Stance.Recoding;
using Stance.Testing;

namespace Stance.Data.Tests.Recoding;

/// <summary>A codebook announced for a later day: in force at its instant, once, also after a restart; withdrawn before.</summary>
public sealed class AnnouncementTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.Console;
    private readonly SetClock clock = new();
    private LoadedActs acts = null!;
    private AnnouncementReader reader = null!;
    private CodebookWriter codebooks = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly Tomorrow => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);

    private CodebookDraft Draft => CodebookDraft.Of(acts.Feed.Register.Codebook) with { Version = "1.1", Note = "Travelling", Variants = [new("DIP-VISI", "default", 4, 1, 4, 1)] };

    public async ValueTask InitializeAsync()
    {
        acts = await LoadedActs.OpenAsync(postgres);
        reader = new AnnouncementReader(acts.Database);
        codebooks = new CodebookWriter(acts.Database, Pipeline, new RegisterReader(acts.Database), acts.Feed, clock);
    }

    public async ValueTask DisposeAsync() => await acts.DisposeAsync();

    private CommandPipeline Pipeline => new(acts.Database, new AuditWriter(clock), clock);

    /// <summary>A new one each time, as after a restart.</summary>
    private AnnouncementWriter Writer => new(Pipeline, new RegisterReader(acts.Database), reader, acts.Feed, clock);

    [Fact]
    public async Task Enact__not_before_its_instant_and_then_once__gives_what_was_previewed()
    {
        var day = Tomorrow;
        Assert.IsType<AnnouncementWritten>(await Writer.AnnounceAsync(new(Draft, day), Administrator, "k1", Cancel));
        var announced = await reader.FindAsync(Cancel);
        Assert.Equal(CodebookRules.InstantOf(day), announced!.InForceFrom);
        Assert.Equal(Draft.Variants, announced.Draft.Variants);
        var (preview, _, _) = await codebooks.TryAsync(announced.Draft, Administrator, Cancel);
        Assert.Null(await Writer.EnactAsync(Cancel));
        Assert.Equal("1.0", acts.Feed.Register.Codebook.Version);

        clock.Now = CodebookRules.InstantOf(day);
        var outcomes = await Task.WhenAll(Writer.EnactAsync(Cancel), Writer.EnactAsync(Cancel));

        Assert.Contains(outcomes, o => o is CodebookPublished { Replayed: false });
        Assert.Single(outcomes, o => o is CodebookPublished { Replayed: false });
        Assert.Null(await Writer.EnactAsync(Cancel));
        Assert.Null(await reader.FindAsync(Cancel));
        var register = acts.Feed.Register;
        Assert.Equal(("1.1", CodebookRules.InstantOf(day)), (register.Codebook.Version, register.Codebooks[^1].KnownFrom));
        Assert.Empty(CodebookPreview.Of(preview!, acts.Feed.Snapshot, new DateOnly(2022, 12, 31)).Moves);
    }

    [Fact]
    public async Task Enact__long_after_its_instant__puts_it_in_force_from_then_on_and_not_before()
    {
        await Writer.AnnounceAsync(new(Draft, Tomorrow), Administrator, "k1", Cancel);
        clock.Now = clock.Now.AddDays(10);

        Assert.IsType<CodebookPublished>(await Writer.EnactAsync(Cancel));

        Assert.Equal(clock.Now, acts.Feed.Register.Codebooks[^1].KnownFrom);
    }

    [Fact]
    public async Task Withdrawn__never_comes_into_force_and_another_can_be_published()
    {
        await Writer.AnnounceAsync(new(Draft, Tomorrow), Administrator, "k1", Cancel);
        var announced = (await reader.FindAsync(Cancel))!;
        Assert.Equal("announced", Assert.IsType<Refused>(await codebooks.PublishAsync(Draft with { Version = "1.2" }, Administrator, "k2", Cancel)).Breaches[0].Rule);
        Assert.Equal("announced", Assert.IsType<Refused>(await Writer.AnnounceAsync(new(Draft with { Version = "1.3" }, Tomorrow), Administrator, "k3", Cancel)).Breaches[0].Rule);

        Assert.IsType<AnnouncementWritten>(await Writer.WithdrawAsync(new(announced.Id), Administrator, "k4", Cancel));

        Assert.Equal("ended", Assert.IsType<Refused>(await Writer.WithdrawAsync(new(announced.Id), Administrator, "k5", Cancel)).Breaches[0].Rule);
        clock.Now = clock.Now.AddDays(2);
        Assert.Null(await Writer.EnactAsync(Cancel));
        Assert.IsType<CodebookPublished>(await codebooks.PublishAsync(Draft with { Version = "1.2" }, Administrator, "k6", Cancel));
    }

    [Fact]
    public async Task Announced_kinds__taken_back__leave_everything_as_it_was()
    {
        var codebook = acts.Feed.Register.Codebook;
        var draft = Draft with
        {
            Variants = [],
            Kinds =
            [
                codebook.Find("DIP-VISI")! with { IsWithdrawn = true },
                new("TEC-SHAR", "Shares technology", "Technology", "Hands over technology", "A plan is handed over", [new("default", "Shares technology", 3, 1, 5, 0.7, true, false)],
                    [], new CodeMapping("COOPERATE economic", "near")),
            ],
        };
        var before = await EverythingAsync();
        Assert.IsType<AnnouncementWritten>(await Writer.AnnounceAsync(new(draft, Tomorrow), Administrator, "k1", Cancel));
        var announced = (await reader.FindAsync(Cancel))!;
        Assert.Equal([("DIP-VISI", true), ("TEC-SHAR", false)], announced.Draft.Kinds.Select(k => (k.Code, k.IsWithdrawn)));
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(("unknown", null), await RulesAsync("while"));

        Assert.IsType<AnnouncementWritten>(await Writer.WithdrawAsync(new(announced.Id), Administrator, "k2", Cancel));
        clock.Now = clock.Now.AddDays(2);
        Assert.Null(await Writer.EnactAsync(Cancel));

        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(("unknown", null), await RulesAsync("after"));
        await acts.Feed.LoadAsync(Cancel);
        Assert.True(CodebookDiff.Between(codebook, [], acts.Feed.Register.Codebook, [], acts.Feed.Register).IsEmpty);
        // Nothing of it stands in the way of the same draft later.
        Assert.IsType<CodebookPublished>(await codebooks.PublishAsync(draft, Administrator, "k3", Cancel));
        Assert.Equal((null, "withdrawn"), await RulesAsync("published"));
    }

    /// <summary>Which rule keeps an act from being of the added kind, and of the withdrawn one; nothing is written either way.</summary>
    private async Task<(string? Added, string? Withdrawn)> RulesAsync(string key)
    {
        var registers = new RegisterReader(acts.Database);
        var book = await registers.ReadAsync(Cancel);
        return (Rule("TEC-SHAR"), Rule("DIP-VISI"));

        string? Rule(string kind) => EventRules.Read(
            new StanceEventDraft { Country = "KAZ", Recipient = "UKR", Type = kind, Date = "2022-03-14", Title = key }, book, new DateOnly(2026, 1, 1)).Breaches.FirstOrDefault(b => b.Field == "type")?.Rule;
    }

    /// <summary>All that the codebook, the acts and their scores consist of.</summary>
    private async Task<string> EverythingAsync()
    {
        await using var connection = await acts.Database.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<string>("""
            select concat_ws(' ',
              (select md5(string_agg(c::text, ',' order by c.version)) from codebook_version c),
              (select md5(string_agg(t::text, ',' order by t.codebook_version, t.code)) from event_type t),
              (select md5(string_agg(v::text, ',' order by v.codebook_version, v.type_code, v.variant)) from event_type_variant v),
              (select md5(string_agg(w::text, ',' order by w.codebook_version, w.axis_code, w.tie_kind)) from prior_weight w),
              (select md5(string_agg((e.event_id, e.version, e.known, e.codebook_version, e.intensity)::text, ',' order by e.event_id, e.version)) from stance_event_version e),
              (select md5(string_agg(s::text, ',' order by s.event_id, s.version, s.axis_code)) from scored_act s),
              (select md5(string_agg(r::text, ',' order by r.roll_call_id, r.axis_code, r.known)) from roll_call_scoring r))
            """);
    }

    [Fact]
    public async Task Enact__when_the_rules_refuse_it__says_why_and_ends()
    {
        await Writer.AnnounceAsync(new(Draft, Tomorrow), Administrator, "k1", Cancel);
        await using (var connection = await acts.Database.OpenConnectionAsync(Cancel))
            await connection.ExecuteAsync("update codebook_announcement set draft = jsonb_set(draft, '{from}', '\"0.9\"')");
        clock.Now = clock.Now.AddDays(2);

        Assert.IsType<Refused>(await Writer.EnactAsync(Cancel));

        Assert.Null(await reader.FindAsync(Cancel));
        Assert.Contains("Start again", (await reader.FailedAsync(Cancel))!.Problem, StringComparison.Ordinal);
        Assert.Null(await Writer.EnactAsync(Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(2000)]
    public async Task Announce__for_today_the_past_or_far_off__is_refused_at_the_day(int days) => Assert.Equal(
        "day", Assert.IsType<Refused>(await Writer.AnnounceAsync(new(Draft, Tomorrow.AddDays(days - 1)), Administrator, "k1", Cancel)).Breaches[0].Field);

    [Fact]
    public async Task Announce__by_a_curator__is_refused() => await Assert.ThrowsAsync<NotAllowedException>(() => Writer.AnnounceAsync(
        new(Draft, Tomorrow), Actor.Person(Guid.NewGuid(), "Bo", Role.Curator), "k1", Cancel));

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(DateTimeOffset.UtcNow.Ticks / 10_000_000 * 10_000_000, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

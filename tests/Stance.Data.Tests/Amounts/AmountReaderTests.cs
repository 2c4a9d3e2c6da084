using Npgsql;
using Stance.Amounts;
using Stance.Countries;
using Stance.Data.Amounts;
using Stance.Testing;
using Stance.ViewStates;
using Scope = Stance.Acts.Scope;

namespace Stance.Data.Tests.Amounts;

public sealed class AmountReaderTests(PostgresFixture postgres)
{
    private static readonly ViewState Tonnes = new()
    {
        Countries = [new("KAZ")],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
        Measure = "tonnes",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read__Kazakhstans_aid__28_t_of_one_flight_and_what_other_reports_say_beside()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = await Reader(acts).ReadAsync(Tonnes, Scope.Everything, Cancel);

        var series = Assert.Single(report.Series);
        Assert.Equal(("HUM-AIDF", "t", 28.0, 1, 1), (series.Kind.Code, series.Unit, series.Total, series.Known, series.NotKnown));
        Assert.Equal([28.2], series.Acts.Single(a => a.Value == 28).Elsewhere);
        Assert.Equal([17.5], series.Acts.Single(a => a.Value is null).Elsewhere);
        Assert.Equal("Kazakhstan: at least 28\u00a0t in one of two acts of “Aid shipment or flight”; the other’s weight is not known", AmountWords.Finding(report));
        Assert.Contains(report.Choices, c => c is { Key: "troops", Known: 1 });
        Assert.True(series.Watched!.IsNone);
    }

    [Fact]
    public async Task Read__as_known_before_the_article__nothing()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var report = await Reader(acts).ReadAsync(Tonnes with { AsOf = AsOf.EndOf(new DateOnly(2022, 7, 1)) }, Scope.Everything, Cancel);

        Assert.Empty(report.Series);
        Assert.Equal("No act in this view is of a kind that has this number", AmountWords.Finding(report));
    }

    [Fact]
    public async Task Read__a_narrower_view_or_scope__leaves_the_acts_out()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = Reader(acts);

        Assert.Empty((await reader.ReadAsync(Tonnes with { Families = ["MIL"] }, Scope.Everything, Cancel)).Series);
        Assert.Empty((await reader.ReadAsync(Tonnes with { Form = ActForm.Words }, Scope.Everything, Cancel)).Series);
        Assert.Empty((await reader.ReadAsync(Tonnes with { Collections = ["unga-es11"] }, Scope.Everything, Cancel)).Series);
        Assert.Empty((await reader.ReadAsync(Tonnes, Scope.Everything with { Countries = new HashSet<CountryCode> { new("RUS") } }, Cancel)).Series);
        Assert.Single((await reader.ReadAsync(Tonnes with { Countries = [] }, Scope.Everything, Cancel)).Series);
    }

    [Fact]
    public async Task Read__a_later_version_an_earlier_stage_and_currencies__only_what_stands_counts_and_apart()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        await InsertAsync(acts.Database, """{"amount": 5, "currency": "EUR"}""");
        await InsertAsync(acts.Database, """{"amount": 7, "currency": "USD"}""");
        await InsertAsync(acts.Database, """{"amount": null}""");
        await InsertAsync(acts.Database, """{"amount": 900, "currency": "EUR"}""", isScored: false);
        await InsertAsync(acts.Database, """{"amount": 100, "currency": "EUR"}""", known: "[2022-01-01Z,2022-02-01Z)");

        var report = await Reader(acts).ReadAsync(Tonnes with { Countries = [new("ISL")], Measure = null }, Scope.Everything, Cancel);

        Assert.Equal("amount", report.Measure);
        Assert.Equal([("EUR", 5.0, 1), ("USD", 7.0, 1)], report.Series.Select(s => (s.Unit!, s.Total!.Value, s.NotKnown)));
        Assert.Equal(1, report.EarlierStages);
    }

    private static AmountReader Reader(LoadedActs acts) => new(acts.Database, acts.Feed, TimeProvider.System);

    private static async Task InsertAsync(NpgsqlDataSource database, string attributes, bool isScored = true, string known = "[2022-01-01Z,)")
    {
        await using var command = database.CreateCommand("""
            with event as (insert into stance_event (country_code) values ('ISL') returning id)
            insert into stance_event_version
              (country_code, event_id, version, known, title, recipient_code, codebook_version, type_code, variant, happened_from, happened_to,
               precision, scored_on, intensity, confidence, evidence_weight, mode, attributes, is_scored)
            select 'ISL', e.id, 1, $1::tstzrange, 'Made-up loan', 'UKR', '1.0', t.type_code, t.variant, '2022-03-01', '2022-03-01', 'day', '2022-03-01',
                   5, 0.8, 1, 'M', $2::jsonb, $3
            from event e
            cross join (select type_code, variant from event_type_variant where type_code = 'ECO-FINA' order by position limit 1) t
            """);
        command.Parameters.Add(new() { Value = known });
        command.Parameters.Add(new() { Value = attributes });
        command.Parameters.Add(new() { Value = isScored });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}

using Stance.Acts;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Acts;

public sealed class TowardReaderTests(PostgresFixture postgres)
{
    private static readonly ViewState Article = new() { Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync__Kazakhstan_and_Russia__each_list_holds_only_acts_one_way()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var whole = await acts.Acts.ListAsync(Article with { Countries = [new("KAZ")] }, Scope.Everything, 500, null, Cancel);

        var dyad = await Reader(acts).ReadAsync(Country(acts, "KAZ"), Country(acts, "RUS"), Article, Scope.Everything, Cancel);

        Assert.Equal(whole.Acts.Where(a => a.Recipient == new CountryCode("RUS")).Select(a => a.Id), dyad.There.Acts.Select(a => a.Act.Id));
        Assert.Contains(dyad.There.Acts, a => a.Act.Title == "Invites Russian troops to help put down unrest" && a.Score == 7);
        Assert.Contains(dyad.Back.Acts, a => a.Act.Title == "Sends more than 2,000 troops into Kazakhstan");
        Assert.All(dyad.Back.Acts, a => Assert.Equal(("RUS", "KAZ"), (a.Act.Country.Value, a.Act.Recipient?.Value)));
    }

    [Fact]
    public async Task RecipientsAsync__Kazakhstan__counts_what_the_pair_lists_and_never_itself()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var reader = Reader(acts);

        var recipients = await reader.RecipientsAsync(new("KAZ"), Article, Scope.Everything, Cancel);

        var dyad = await reader.ReadAsync(Country(acts, "KAZ"), Country(acts, "RUS"), Article, Scope.Everything, Cancel);
        Assert.Equal(dyad.There.Acts.Count, recipients.Single(r => r.Recipient.Value == "RUS").Acts);
        Assert.Equal(recipients.Select(r => r.Acts).OrderDescending(), recipients.Select(r => r.Acts));
        Assert.DoesNotContain(await reader.RecipientsAsync(new("UKR"), Article, Scope.Everything, Cancel), r => r.Recipient.Value == "UKR");
    }

    [Fact]
    public async Task ReadAsync__outside_the_scope__shows_nothing()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);
        var scope = new Scope { Countries = new HashSet<CountryCode> { new("KAZ") } };

        var dyad = await Reader(acts).ReadAsync(Country(acts, "KAZ"), Country(acts, "RUS"), Article, scope, Cancel);

        Assert.NotEmpty(dyad.There.Acts);
        Assert.Empty(dyad.Back.Acts);
        Assert.Empty(await Reader(acts).RecipientsAsync(new("RUS"), Article, scope, Cancel));
    }

    private static Country Country(LoadedActs acts, string code) => acts.Feed.Register.Countries[new CountryCode(code)];

    private static TowardReader Reader(LoadedActs acts) => new(acts.Database, acts.Feed, TimeProvider.System);
}

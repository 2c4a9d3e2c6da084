using Stance.Sharing;
using Stance.ViewStates;

namespace Stance.Tests.Sharing;

public sealed class FilterLockTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Period Spring = new(new DateOnly(2022, 3, 1), new DateOnly(2022, 5, 31));

    private static readonly Share Shared = new(
        Guid.NewGuid(), "Spring", new ViewState
        {
            Axis = "CNW",
            Countries = [new("BLR"), new("KAZ")],
            Period = Spring,
            Collections = ["wsj-2022-07-24"],
            HalfLife = HalfLife.Parse("90"),
            Text = "aid",
            Order = ActOrder.ScoreAscending,
            AsOf = AsOf.EndOf(new DateOnly(2022, 7, 24)),
        },
        Guid.NewGuid(), "Ada", Now.AddDays(-7), Now.AddDays(7), null, null);

    [Fact]
    public void StateAt__the_first_instant_after_its_time__expired_and_revoked_whatever_the_time()
    {
        Assert.Equal(ShareState.Open, Shared.StateAt(Shared.ExpiresAt!.Value.AddTicks(-1)));
        Assert.Equal(ShareState.Expired, Shared.StateAt(Shared.ExpiresAt!.Value));
        Assert.Equal(ShareState.Revoked, (Shared with { RevokedAt = Now }).StateAt(Now.AddYears(-1)));
        Assert.Equal(ShareState.Open, (Shared with { ExpiresAt = null }).StateAt(Now.AddYears(100)));
    }

    [Fact]
    public void Read__a_view_shared_with_a_change_to_explain__is_read_without_it()
    {
        var explained = Shared with { View = Shared.View with { Why = new ChangeSpan(new("KAZ"), Spring) } };

        var (view, problems) = FilterLock.Read(explained, [], RegisterOf.Small, Now);

        Assert.Empty(problems);
        Assert.Null(view.Why);
        Assert.Equal("", FilterLock.Print(explained, view, Today));
    }

    [Fact]
    public void Read__no_filter__the_view_as_shared()
    {
        var (view, problems) = Read("");

        Assert.Empty(problems);
        Assert.Equal(ViewStateUrl.Print(Shared.View), ViewStateUrl.Print(view));
        Assert.Equal("", FilterLock.Print(Shared, view, Today));
    }

    [Theory]
    [InlineData("axis=RUW")]
    [InlineData("asOf=2026-01-01")]
    [InlineData("asOf=")]
    [InlineData("newSources=wait")]
    [InlineData("without=votes")]
    [InlineData("blocs=CSTO")]
    [InlineData("countries=DEU")]
    [InlineData("countries=DEU&countries=POL")]
    [InlineData("countries=XXX")]
    [InlineData("countries=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    [InlineData("collections=unga-es11")]
    [InlineData("collections=none-such")]
    [InlineData("from=2021-01-01")]
    [InlineData("to=2023-01-01")]
    [InlineData("from=2022-05-01&to=2022-04-01")]
    [InlineData("from=1999-01-01&to=1999-12-31")]
    [InlineData("from=yesterday")]
    [InlineData("halfLife=0")]
    [InlineData("form=shouts")]
    [InlineData("sort=title;drop")]
    [InlineData("utm_source=mail")]
    [InlineData("q=a&q=b")]
    [InlineData("halfLife=30&halfLife=90")]
    public void Read__outside_the_scope_or_mistyped__one_plain_message_and_a_view_within(string query)
    {
        var (view, problems) = Read(query);

        var problem = Assert.Single(problems);
        Assert.InRange(problem.Message.Length, 10, 300);
        AssertWithin(view);
    }

    [Theory]
    [InlineData("countries=KAZ", "countries=KAZ")]
    [InlineData("countries=KAZ&countries=BLR", "")]
    [InlineData("countries=", "")]
    [InlineData("q=", "q=")]
    [InlineData("q=flight", "q=flight")]
    [InlineData("halfLife=180", "halfLife=180")]
    [InlineData("halfLife=90", "")]
    [InlineData("sort=-date", "sort=-date")]
    [InlineData("form=", "")]
    [InlineData("form=deeds", "form=deeds")]
    [InlineData("from=2022-04-01", "from=2022-04-01")]
    [InlineData("from=2022-03-01&to=2022-04-30&q=aid&sort=score&form=&halfLife=none", "halfLife=none&to=2022-04-30")]
    public void Read__a_filter_within__is_taken_and_prints_as_what_differs(string query, string printed)
    {
        var (view, problems) = Read(query);

        Assert.Empty(problems);
        Assert.Equal(printed, FilterLock.Print(Shared, view, Today));
        Assert.Equal(ViewStateUrl.Print(view), ViewStateUrl.Print(Read(printed).View));
    }

    /// <summary>Whatever is asked of whatever is shared: the answer never leaves the scope, and its address gives it back.</summary>
    [Fact]
    public void Read__five_thousand_random_requests__never_outside()
    {
        var random = new Random(160);
        string[] values = ["KAZ", "BLR", "DEU", "POL,KAZ", "UZB", "2022-04-01", "2022-05-31", "1990-01-01", "unga-es11", "wsj-2022-07-24", "HUM", "words", "deeds", "30", "none", "score", "", "%", "=cmd()", "\u0000", "RUW", "CSTO"];
        string[] keys = [.. ViewStateUrl.Keys, "page", ""];
        for (var i = 0; i < 5000; i++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{keys[random.Next(keys.Length)]}={Uri.EscapeDataString(values[random.Next(values.Length)])}"));
            var share = Shared with
            {
                View = Shared.View with
                {
                    Countries = random.Next(4) == 0 ? [] : Shared.View.Countries,
                    Collections = random.Next(2) == 0 ? [] : Shared.View.Collections,
                    Families = random.Next(2) == 0 ? [] : ["HUM"],
                    Form = random.Next(2) == 0 ? null : ActForm.Words,
                    Period = random.Next(3) == 0 ? null : Spring,
                },
            };
            var (view, _) = FilterLock.Read(share, ViewStateUrl.Pairs(query), RegisterOf.Small, Now);
            var scope = share.ScopeOn(Today);
            Assert.Equal(ViewStateUrl.Print(view), ViewStateUrl.Print(scope.Narrow(view)));
            Assert.True(view.Period is { } p && p.From >= scope.Period!.Value.From && p.To <= scope.Period.Value.To, query);
            Assert.Equal(share.View.AsOf.Printed, view.AsOf.Printed);
            Assert.Equal(
                ViewStateUrl.Print(view),
                ViewStateUrl.Print(FilterLock.Read(share, ViewStateUrl.Pairs(FilterLock.Print(share, view, Today)), RegisterOf.Small, Now).View));
        }
    }

    private static (ViewState View, IReadOnlyList<ViewStateProblem> Problems) Read(string query) =>
        FilterLock.Read(Shared, ViewStateUrl.Pairs(query), RegisterOf.Small, Now);

    private static void AssertWithin(ViewState view)
    {
        Assert.All(view.Countries, c => Assert.Contains(c, Shared.View.Countries));
        Assert.NotEmpty(view.Countries);
        Assert.Equal(["wsj-2022-07-24"], view.Collections);
        Assert.True(view.Period is { } p && p.From >= Spring.From && p.To <= Spring.To);
        Assert.Equal("CNW", view.Axis);
        Assert.Equal("2022-07-24", view.AsOf.Printed);
    }
}

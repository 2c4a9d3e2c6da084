using Stance.Acts;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Tests.Acts;

public sealed class ScopeTests
{
    private static readonly CountryCode Kaz = new("KAZ");
    private static readonly CountryCode Blr = new("BLR");
    private static readonly Period Spring = new(new DateOnly(2022, 3, 1), new DateOnly(2022, 5, 31));

    private static readonly Scope Narrow = new()
    {
        Countries = new HashSet<CountryCode> { Kaz },
        Collections = new HashSet<string> { "wsj-2022-07-24" },
        Period = Spring,
        Until = AsOf.EndOf(new DateOnly(2022, 7, 24)),
    };

    [Fact]
    public void Narrow__a_view_that_asks_for_everything__gets_what_the_scope_allows()
    {
        var view = Narrow.Narrow(new ViewState { Blocs = ["CSTO"] });

        Assert.Equal([Kaz], view.Countries);
        Assert.Empty(view.Blocs);
        Assert.Equal(["wsj-2022-07-24"], view.Collections);
        Assert.Equal(Spring, view.Period);
        Assert.Equal("2022-07-24", view.AsOf.Printed);
    }

    [Fact]
    public void Narrow__a_change_to_explain__within_period_and_knowledge_and_never_of_a_foreign_country()
    {
        var asked = new ChangeSpan(Kaz, new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 4, 30)), new KnownSpan(AsOf.EndOf(new DateOnly(2022, 5, 1)), AsOf.Now));

        var why = Narrow.Narrow(new ViewState { Why = asked }).Why!;

        Assert.Equal(new Period(Spring.From, new DateOnly(2022, 4, 30)), why.Period);
        Assert.Equal("2022-05-01..2022-07-24", why.Known.ToString());
        Assert.Null(Narrow.Narrow(new ViewState { Why = asked with { Country = Blr } }).Why);
    }

    [Fact]
    public void Narrow__a_foreign_country_and_period__never_reach_outside()
    {
        var view = Narrow.Narrow(new ViewState
        {
            Countries = [Blr],
            Period = new Period(new DateOnly(2010, 1, 1), new DateOnly(2022, 3, 15)),
            AsOf = AsOf.EndOf(new DateOnly(2023, 1, 1)),
        });

        Assert.Equal([Kaz], view.Countries);
        Assert.Equal(new Period(new DateOnly(2022, 3, 1), new DateOnly(2022, 3, 15)), view.Period);
        Assert.Equal("2022-07-24", view.AsOf.Printed);
    }

    [Fact]
    public void Narrow__an_earlier_knowledge_date__is_kept() =>
        Assert.Equal("2022-04-01", Narrow.Narrow(new ViewState { AsOf = AsOf.EndOf(new DateOnly(2022, 4, 1)) }).AsOf.Printed);

    [Fact]
    public void Narrow__another_axis__gives_way_to_the_one_allowed() =>
        Assert.Equal("RUW", (Narrow with { Axis = "RUW" }).Narrow(new ViewState { Axis = "CNW" }).Axis);

    [Fact]
    public void Everything__leaves_the_view_as_it_is()
    {
        var view = new ViewState { Countries = [Blr, Kaz], Period = Spring };

        Assert.Equal(ViewStateUrl.Print(view), ViewStateUrl.Print(Scope.Everything.Narrow(view)));
    }
}

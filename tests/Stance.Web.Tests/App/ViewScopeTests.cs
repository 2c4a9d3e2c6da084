using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Stance.Testing;
using Stance.Web.App;
using Stance.Web.Parts;

namespace Stance.Web.Tests.App;

public sealed class ViewScopeTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Bare_root__the_stored_opening_view_takes_its_place()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<Probe>("/");

        page.WaitForAssertion(() => Assert.Equal("/?" + AnalystRoom.Opening, new Uri(room.Nav.Uri).PathAndQuery));
        Assert.True(room.LastNavigation.Options.ReplaceHistoryEntry);
    }

    [Fact]
    public async Task Only_the_query_changes__the_page_gets_the_new_view()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.RenderRoutes("/left?countries=KAZ");
        Assert.Equal("countries=KAZ", page.Find("#printed").TextContent);

        room.Nav.NavigateTo("/left?countries=BLR,KAZ");

        page.WaitForAssertion(() => Assert.Equal("countries=BLR,KAZ", page.Find("#printed").TextContent));
    }

    [Fact]
    public async Task Same_address_twice__nothing_is_read_again()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        LeftPage.Reads.Clear();
        room.RenderRoutes("/left?countries=UZB");

        room.Nav.NavigateTo("/left?countries=UZB");
        room.Nav.NavigateTo("/left?countries=UZB&halfLife=180");

        Assert.Equal(["countries=UZB"], LeftPage.Reads.Where(r => r.Contains("UZB", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_page__the_page_being_left_is_not_handed_its_view()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        LeftPage.Reads.Clear();
        var page = room.RenderRoutes("/left?countries=TJK");

        room.Nav.NavigateTo("/right?countries=KGZ");

        page.WaitForAssertion(() => Assert.Equal("right countries=KGZ", page.Find("#printed").TextContent));
        Assert.DoesNotContain("countries=KGZ", LeftPage.Reads);
    }

    [Theory]
    [InlineData("countries=KAZ&from=2022-13-01", "from", "countries=KAZ")]
    [InlineData("countries=KAZ,XYZ", "countries", "countries=KAZ")]
    [InlineData("countries=KAZ&from=2022-07-24&to=2022-01-01", "from", "countries=KAZ")]
    [InlineData("asOf=2999-01-01&countries=KAZ", "asOf", "countries=KAZ")]
    [InlineData("axis=NOPE&countries=KAZ", "axis", "countries=KAZ")]
    [InlineData("blocs=NOPE&countries=KAZ", "blocs", "countries=KAZ")]
    [InlineData("collections=no-such&countries=KAZ", "collections", "countries=KAZ")]
    [InlineData("countries=KAZ&q=%00", "q", "countries=KAZ")]
    public async Task Faulty_address__the_fault_is_named_and_the_corrected_view_shown(string query, string key, string corrected)
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<Probe>("/left?" + query);

        Assert.Equal(corrected, page.Find("#printed").TextContent);
        Assert.Equal(key, page.Find("#problems").TextContent);
    }

    [Fact]
    public async Task A_change_of_acts__reaches_the_open_page()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<Probe>("/left?countries=KAZ");
        var before = page.Find("#change").TextContent;

        await room.AnnounceAsync("KAZ");

        page.WaitForAssertion(() => Assert.NotEqual(before, page.Find("#change").TextContent));
    }

    [Fact]
    public async Task Default_view_at_the_root__keeps_an_address_of_its_own()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);
        var page = room.Visit<Probe>("/?countries=KAZ");

        await page.Find("#clear").ClickAsync();

        Assert.Equal("/?axis=RUW", new Uri(room.Nav.Uri).PathAndQuery);
    }
}

/// <summary>Prints what it is handed.</summary>
public sealed class Probe : ComponentBase
{
    [CascadingParameter] public required ViewAddress Address { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddContent(0, Line("printed", Address.Printed));
        builder.AddContent(1, Line("problems", string.Join(' ', Address.Problems.Select(p => p.Key))));
        builder.AddContent(2, Line("change", Address.ChangeNo.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        builder.OpenElement(3, "button");
        builder.AddAttribute(4, "id", "clear");
        builder.AddAttribute(5, "onclick", EventCallback.Factory.Create(this, () => Address.Show(new())));
        builder.CloseElement();
    }

    internal static RenderFragment Line(string id, string text) => builder =>
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "id", id);
        builder.AddContent(2, text);
        builder.CloseElement();
    };
}

/// <summary>A page that reads by its view, as all pages do, and remembers what it read.</summary>
[Route("/left")]
public sealed class LeftPage : ComponentBase
{
    internal static List<string> Reads { get; } = [];

    [CascadingParameter] public required ViewAddress Address { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<ReportView<string>>(0);
        builder.AddAttribute(1, "Key", Address.Key);
        builder.AddAttribute(2, "Read", (CancellationToken _) =>
        {
            Reads.Add(Address.Printed);
            return Task.FromResult(Address.Printed);
        });
        builder.AddAttribute(3, "ChildContent", (RenderFragment<string>)(printed => Probe.Line("printed", printed)));
        builder.CloseComponent();
    }
}

[Route("/right")]
public sealed class RightPage : ComponentBase
{
    [CascadingParameter] public required ViewAddress Address { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Probe.Line("printed", "right " + Address.Printed));
}

/// <summary>The scope in a layout, as in the product.</summary>
public sealed class ScopeLayout : LayoutComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<ViewScope>(0);
        builder.AddAttribute(1, nameof(ViewScope.ChildContent), Body);
        builder.CloseComponent();
    }
}

internal static class RoutesOfTheTest
{
    public static IRenderedComponent<IComponent> RenderRoutes(this AnalystRoom room, string address)
    {
        room.Nav.NavigateTo(address);
        return room.Render(builder =>
        {
            builder.OpenComponent<Router>(0);
            builder.AddAttribute(1, nameof(Router.AppAssembly), typeof(LeftPage).Assembly);
            builder.AddAttribute(2, nameof(Router.AdditionalAssemblies), new[] { typeof(ViewScope).Assembly });
            builder.AddAttribute(3, nameof(Router.Found), (RenderFragment<RouteData>)(route => view =>
            {
                view.OpenComponent<RouteView>(0);
                view.AddAttribute(1, nameof(RouteView.RouteData), route);
                view.AddAttribute(2, nameof(RouteView.DefaultLayout), typeof(ScopeLayout));
                view.CloseComponent();
            }));
            builder.CloseComponent();
        });
    }
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Stance.Data.People;
using Stance.Data.Registers;
using Stance.Registers;
using Stance.Testing;
using Stance.Web.Blocs;
using Stance.Web.Countries;
using Stance.Web.Recoding;
using Stance.Web.Registers;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Registers;

public sealed class GroupPagesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_bloc__is_refused_at_its_fields_then_added_named_and_given_a_member__and_every_page_offers_it()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "administrator", writes: true);
        var page = room.Visit<BlocRegisterPage>("/desk/registers/bloc-names");
        page.WaitForAssertion(() => Assert.Contains("Nothing was changed", page.Markup, StringComparison.Ordinal));
        Assert.Equal(14, page.FindAll("#groups tbody tr").Count);
        Assert.Empty(page.FindAll("#f-alliance"));

        await FillAsync(page, ("code", "nato"), ("name", "european union"));
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Contains("NATO is the code of NATO", page.Find("#f-code-error").TextContent, StringComparison.Ordinal));
        Assert.Contains("EU has this name", page.Find("#f-name-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Enter the reason", page.Find("#f-reason-error").TextContent, StringComparison.Ordinal);

        await FillAsync(page, ("code", "quad"), ("name", "Dialogue of four"), ("reason", "A record of the test"));
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Equal(15, page.FindAll("#groups tbody tr").Count));
        page.WaitForAssertion(() => Assert.Contains("A record of the test", page.Find("#changes").TextContent, StringComparison.Ordinal));
        Assert.Contains("Ada", page.Find("#changes").TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#f-code").GetAttribute("value") ?? "");

        await CorrectAsync(page, "Dialogue of four");
        Assert.Empty(page.FindAll("#f-code"));
        await FillAsync(page, ("name", "Quadrilateral Dialogue"), ("reason", "Its own name"));
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Equal(
            ["Quadrilateral Dialogue", "Name", "Dialogue of four", "Quadrilateral Dialogue"], page.FindAll("#changes tbody tr")[0].QuerySelectorAll("td").Take(4).Select(c => c.TextContent)));

        var empty = room.Visit<BlocPage>("/blocs/QUAD?from=2022-01-01&to=2022-07-24", ("Code", "QUAD"));
        empty.WaitForAssertion(() => Assert.Equal("Quadrilateral Dialogue: no member on 24 July 2022", empty.Find("h1").TextContent.Trim()));
        var members = room.Visit<BlocMembersPage>("/desk/registers/blocs");
        await FillAsync(members, ("country", "KAZ"), ("group", "QUAD"), ("from", "1 March 2022"), ("source", "A record of the test"));
        await SaveAsync(members);
        members.WaitForAssertion(() => Assert.Contains(members.FindAll("#spells tbody tr"), r => r.TextContent.Contains("Quadrilateral Dialogue", StringComparison.Ordinal)));
        var one = room.Visit<BlocPage>("/blocs/QUAD?from=2022-01-01&to=2022-07-24", ("Code", "QUAD"));
        one.WaitForAssertion(() => Assert.Single(one.FindAll("[aria-label=Members] tbody tr")));
        var list = room.Visit<CountriesPage>("/countries?from=2022-01-01&to=2022-07-24");
        Assert.Contains(list.FindAll(".bloc-list li"), li => li.TextContent == "Quadrilateral Dialogue 1\u00a0member");
    }

    [Fact]
    public async Task A_kind_of_tie__says_that_an_alliance_stays_one__and_a_draft_of_the_codebook_offers_it_a_weight_and_shows_what_moves()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "administrator", writes: true);
        var page = room.Visit<TieKindsPage>("/desk/registers/tie-kinds");
        Assert.Contains("cannot be changed later", page.Find("#f-alliance-hint").TextContent, StringComparison.Ordinal);
        await FillAsync(page, ("code", "PACT"), ("name", "Pact of the test"), ("reason", "A record of the test"));
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Contains("formal alliance", page.Find("#f-alliance-error").TextContent, StringComparison.Ordinal));
        await FillAsync(page, ("alliance", "yes"));
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Equal(
            ["PACT", "yes", "nothing yet", "0"], page.FindAll("#groups tbody tr").Single(r => r.TextContent.Contains("Pact of the test", StringComparison.Ordinal)).QuerySelectorAll("td").Take(4).Select(c => c.TextContent.Trim())));
        await CorrectAsync(page, "Pact of the test");
        Assert.Empty(page.FindAll("#f-alliance"));
        await room.Services.GetRequiredService<SpellWriter>().AddAsync(
            new(SpellRegister.Tie, new("KAZ", "PACT", "2022-01-01", null, "A treaty of the test")), Actor.Console, "tie", Xunit.TestContext.Current.CancellationToken);
        await room.Feed.RefreshAsync(Xunit.TestContext.Current.CancellationToken);

        var draft = room.Visit<CodebookDraftPage>("/desk/codebook");
        await FillAsync(draft, ("version", "1.1"), ("note", "The pact binds"), ("tie", "weights.CNW.PACT"));
        Assert.Equal("0", draft.Find("#f-weights-CNW-PACT").GetAttribute("value"));
        await FillAsync(draft, ("weights-CNW-PACT", "−2"));
        Assert.Equal(["none", "−2"], draft.FindAll("#changes tbody td").Select(c => c.TextContent));
        await draft.Find("#show-moves").ClickAsync();

        draft.WaitForAssertion(() => Assert.Contains("Kazakhstan", Assert.Single(draft.FindAll("#moves tbody tr")).TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_registers__say_how_much_each_holds()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres, role: "administrator");

        var page = room.Visit<RegistersPage>("/desk/registers");

        Assert.Equal(8, page.FindAll(".desk-ways a").Count);
        Assert.Contains("14\u00a0blocs", page.Find("a[href='/desk/registers/bloc-names']").TextContent, StringComparison.Ordinal);
        Assert.Contains("12\u00a0kinds", page.Find("a[href='/desk/registers/tie-kinds']").TextContent, StringComparison.Ordinal);
    }

    private static async Task FillAsync(IRenderedComponent<IComponent> page, params (string Field, string Typed)[] fields)
    {
        foreach (var (field, typed) in fields)
        {
            var control = page.Find($"#f-{field}");
            await (control.TagName == "SELECT" ? control.ChangeAsync(typed) : control.InputAsync(typed));
        }
    }

    private static Task CorrectAsync(IRenderedComponent<IComponent> page, string name) =>
        page.FindAll("#groups button").Single(b => b.TextContent.EndsWith(name, StringComparison.Ordinal)).ClickAsync();

    private static Task SaveAsync(IRenderedComponent<IComponent> page) => page.Find("[data-save]").ClickAsync();
}

using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.People;

namespace Stance.EndToEnd.Entry;

public sealed class MalformedAddressTests(AppFixture app, BrowserFixture browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Impossible =
    [
        "from=2022-13-01", "from=2022-02-30", "to=yesterday", "from=2022-07-24&to=2022-01-01", "from=9999-12-31", "asOf=2999-01-01", "countries=XXX",
        "countries=KAZ&countries=BLR", "halfLife=-1", "halfLife=NaN", "axis=NOPE", "collections=nope", "form=songs", "sort=down", "why=KAZ", "colour=blue",
    ];

    private static readonly string[] Hostile =
        ["asOf=%00", "countries=%3Cimg%20src%3Dx%20onerror%3Dwindow.__hit%3D1%3E", "families=%27--", $"q={new string('x', 3000)}"];

    [Fact]
    public async Task Page__asked_for_what_cannot_be__says_what_it_corrected_before_any_script()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Analyst, "/countries");
        foreach (var address in Impossible.Select(query => $"/?{query}"))
        {
            var answer = await visitor.Context.APIRequest.GetAsync(new Uri(app.Address, address).ToString());
            Assert.True(answer.Status == 200, $"{address}: {answer.Status}");
            Assert.Contains("The address was corrected.", await answer.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page__asked_for_what_would_do_harm__opens_and_says_what_it_corrected()
    {
        await using var visitor = await browser.VisitAsync(app.Address, new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await visitor.SignInAsync(app.Services, Role.Analyst, "/countries");
        foreach (var address in Hostile.Select(query => $"/?{query}").Concat([$"/acts?{Impossible[0]}", $"/countries/KAZ?{Impossible[1]}"]))
        {
            var answer = await visitor.Page.GotoAsync(address);
            Assert.True(answer!.Status == 200, $"{address}: {answer.Status}");
            await visitor.Page.WaitForSelectorAsync("main[data-interactive]");
            await Assertions.Expect(visitor.Page.GetByText("The address was corrected.")).ToBeVisibleAsync();
            await Assertions.Expect(visitor.Page.GetByText("could not be shown")).ToHaveCountAsync(0);
            await visitor.Page.AssertHarmlessAsync();
        }
        visitor.AssertNothingWrong();
    }

    [Theory]
    [InlineData("/countries/XXX")]
    [InlineData("/countries/%3Cimg%20src=x%20onerror=window.__hit=1%3E")]
    [InlineData("/acts/nothing")]
    [InlineData("/acts/00000000-0000-0000-0000-000000000000")]
    [InlineData("/acts/00000000-0000-0000-0000-000000000000.XXX")]
    [InlineData("/acts/..%2f..%2fetc%2fpasswd")]
    [InlineData("/s/nothing")]
    [InlineData("/nowhere")]
    public async Task Page__of_what_is_not_there__says_so(string path)
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Analyst, "/countries");

        var answer = await visitor.Page.GotoAsync(path);

        Assert.InRange(answer!.Status, 200, 499);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await visitor.Page.AssertHarmlessAsync();
    }

    [Theory]
    [InlineData("alignment?countries=KAZ&from=2022-02-30", "from")]
    [InlineData("alignment?countries=KAZ&to=yesterday", "to")]
    [InlineData("alignment?countries=KAZ&asOf=%00", "asOf")]
    [InlineData("alignment.csv?countries=KAZ&from=2022-07-24&to=2022-01-01", "from")]
    [InlineData("alignment.csv?countries=KAZ&asOf=2999-01-01", "asOf")]
    [InlineData("acts?countries=XXX", "countries")]
    [InlineData("acts?from=2022-07-24&to=2022-01-01", "from")]
    [InlineData("acts?asOf=2999-01-01", "asOf")]
    [InlineData("acts.csv?countries=XXX", "countries")]
    [InlineData("acts.csv?to=2022-13-01", "to")]
    [InlineData("acts.csv?asOf=2999-01-01", "asOf")]
    [InlineData("alignment/why?country=XXX&t0=2022-01-01&t1=2022-02-01", "country")]
    [InlineData("alignment/why?country=KAZ&t0=2022-02-30&t1=2022-03-01", "t0")]
    [InlineData("alignment/why.csv?country=KAZ&t0=2022-01-01&t1=2022-02-01&asOf=2999-01-01", "asOf")]
    public async Task Interface__asked_for_what_cannot_be__400_that_names_the_parameter(string request, string parameter)
    {
        using var client = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");

        using var answer = await client.GetAsync($"/api/v1/{request}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _), problem.ToString());
    }
}

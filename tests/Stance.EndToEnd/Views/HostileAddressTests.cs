using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.EndToEnd.App;
using Stance.EndToEnd.Browser;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.EndToEnd.Views;

/// <summary>Whatever stands in an address, the app answers with a page: of the view, or of a corrected one that says so.</summary>
public sealed class HostileAddressTests(AppFixture app, BrowserFixture browser)
{
    private static readonly int Addresses = Rounds.Of(150, 10_000);

    private const int AtOnce = 4;

    private static readonly string[] Pages = ["/", "/", "/acts", "/countries/KAZ", "/countries/KAZ/toward/RUS", "/blocs/CSTO", "/shifts", "/coverage", "/permalinks"];

    private static readonly string[] Noise =
    [
        "", "0", "-1", "NaN", "1e309", "99999999999999999999", "0001-01-01", "9999-12-31", "2022-02-30", "2022-07-24..2022-01-01", "KAZ:", "KAZ:..", ":", ",,,", "..",
        "KAZ,XXX", "kaz", "'; drop table act; --", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "../../etc/passwd", "%", "%zz", "%00", "\0", "\u202e", "😀", "İıŞ",
        "{{7*7}}", "${jndi:ldap://x}", "a\r\nSet-Cookie: a=b", "k0:0,k0:0", "words:2,deeds:-2", "[object Object]", "null", "true", "\ud800",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hostile_addresses__a_page_each__and_what_was_corrected_is_said()
    {
        using var client = await SignedInAsync();
        var register = app.Services.GetRequiredService<ActFeed>().Register;
        var random = new Random(20220225);
        var addresses = Enumerable.Range(0, Addresses).Select(_ => (Page: random.GetItems(Pages, 1)[0], Query: Query(random))).ToList();

        var faults = 0;
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (address, cancel) =>
        {
            if (await FaultAsync(client, register, address.Page, address.Query, cancel) is not { } fault)
                return;
            if (Interlocked.Increment(ref faults) <= 5)
                TestContext.Current.TestOutputHelper?.WriteLine($"{address.Page}?{address.Query}: {fault}");
        });

        Assert.Equal(0, faults);
    }

    private static async Task<string?> FaultAsync(HttpClient client, Stance.Acts.Register register, string page, string query, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri($"{page}?{query}", UriKind.Relative), cancel);
        var body = await answer.Content.ReadAsStringAsync(cancel);
        var (view, problems) = ViewStateUrl.Parse(ViewStateUrl.Pairs(query), DateTimeOffset.UtcNow);
        if (answer.StatusCode != HttpStatusCode.OK)
            return $"answered {(int)answer.StatusCode}";
        if (body.Contains("could not be shown", StringComparison.Ordinal))
            return "a panel failed";
        if (body.Contains("<img src=x", StringComparison.Ordinal))
            return "text became markup";
        var isWrong = problems.Count > 0 || register.Unknown(view).Any();
        var shows = page is "/" or "/acts" or "/countries/KAZ";
        return shows && isWrong && !body.Contains("The address was corrected.", StringComparison.Ordinal) ? "nothing said of the correction" : null;
    }

    /// <summary>A view by lot with some of its values spoilt, doubled, cut or exchanged.</summary>
    private static string Query(Random random)
    {
        var pairs = ViewStateUrl.Pairs(ViewStateUrl.Print(AnyView.Of(random))).Select(p => (p.Key, Value: p.Value ?? "")).ToList();
        for (var spoil = random.Next(1, 4); spoil > 0; spoil--)
        {
            var at = random.Next(pairs.Count);
            var noise = random.GetItems(Noise, 1)[0];
            switch (random.Next(6))
            {
                case 0: pairs[at] = (pairs[at].Key, noise); break;
                case 1: pairs[at] = (pairs[at].Key, pairs[at].Value[..random.Next(pairs[at].Value.Length + 1)]); break;
                case 2: pairs.Add(pairs[at]); break;
                case 3: pairs.Add((random.GetItems(ViewStateUrl.Keys.ToArray(), 1)[0], noise)); break;
                case 4: pairs[at] = (pairs[at].Key, pairs[random.Next(pairs.Count)].Value); break;
                default: pairs.Add((noise, noise)); break;
            }
        }
        return string.Join('&', pairs.Select(p => $"{Escape(p.Key)}={(random.Next(20) == 0 ? "%zz%" : Escape(p.Value))}"));
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private async Task<HttpClient> SignedInAsync()
    {
        await using var visitor = await browser.VisitAsync(app.Address);
        await visitor.SignInAsync(app.Services, Role.Analyst, "/countries");
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", (await visitor.Context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}")));
        return client;
    }
}

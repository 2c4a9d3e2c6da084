using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Stance.Data.People;
using Stance.EndToEnd.Browser;
using Stance.EndToEnd.Entry;
using Stance.EndToEnd.People;
using Stance.Testing;

namespace Stance.EndToEnd.Imports;

public sealed class ImportApiTests(EntryApp app, BrowserFixture browser) : IClassFixture<EntryApp>
{
    private static readonly string[] Pages = ["/desk/imports", "/desk/imports/new", "/desk/imports/00000000-0000-0000-0000-000000000000", "/desk/suggestions", "/desk/suggestions/00000000-0000-0000-0000-000000000000"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post__a_file__tried_imported_once_and_unchanged_when_sent_again()
    {
        var text = Text(20);
        using var trial = await SendAsync("/api/v1/imports?dryRun=true", text, null);
        Assert.Equal((HttpStatusCode.OK, 20), (trial.StatusCode, (await JsonAsync(trial)).GetProperty("new").GetInt32()));
        Assert.Equal(0, await app.CountAsync("Made-up act a 3"));

        using var first = await SendAsync("/api/v1/imports", text, "import");
        using var replay = await SendAsync("/api/v1/imports", text, "import");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, replay.StatusCode));
        Assert.Equal((await JsonAsync(first)).GetRawText(), (await JsonAsync(replay)).GetRawText());
        Assert.True(replay.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(1, await app.CountAsync("Made-up act a 3"));

        using var again = await SendAsync("/api/v1/imports", text, "import again");
        Assert.Equal((HttpStatusCode.OK, 20), (again.StatusCode, (await JsonAsync(again)).GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Post__a_form_with_file_and_mapping__read_by_that_mapping()
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("""{"columns": {"Heading": "title"}, "constants": {"note": "By form"}, "sender": "forms"}"""), "mapping");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(Text(2, sender: "f").Replace("Date,Title", "Date,Heading", StringComparison.Ordinal))), "file", "by-form.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = form };
        request.Headers.Add("Idempotency-Key", "form");

        using var answer = await app.Program.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(2, (await JsonAsync(answer)).GetProperty("new").GetInt32());
    }

    [Theory]
    [InlineData("made,up\n1,2\n", HttpStatusCode.UnprocessableEntity, "Say which column")]
    [InlineData("a,a\n1,2\n", HttpStatusCode.UnprocessableEntity, "Two columns")]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "empty")]
    public async Task Post__a_file_that_says_nothing__refused_in_words(string text, HttpStatusCode status, string words)
    {
        using var answer = await SendAsync("/api/v1/imports", text, Guid.NewGuid().ToString("N"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post__with_bad_rows__named_and_left_out_only_when_counted()
    {
        var text = Text(20, spoiled: true, sender: "s");
        using var refused = await SendAsync("/api/v1/imports", text, "bad");
        var problem = await JsonAsync(refused);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (refused.StatusCode, problem.GetProperty("refused").GetInt32()));
        Assert.Equal(9, problem.GetProperty("rows")[0].GetProperty("row").GetInt32());

        using var wrong = await SendAsync("/api/v1/imports?leaveOut=2", text, "two");
        using var right = await SendAsync("/api/v1/imports?leaveOut=1", text, "one");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (wrong.StatusCode, right.StatusCode));
        using var keyless = await SendAsync("/api/v1/imports", text, null);
        Assert.Equal(HttpStatusCode.BadRequest, keyless.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_enter_acts__imports_nothing_and_sees_none_of_it()
    {
        using var analyst = await Administrator.TokenClientAsync(app.Address, app.Services, "analyst");
        using var request = Request("/api/v1/imports?dryRun=true", Text(1), null);
        using var answer = await analyst.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);

        await using var visitor = await app.VisitAsync(browser, "/countries", Role.Analyst);
        foreach (var path in Pages)
        {
            var response = await visitor.Page.GotoAsync(path);
            Assert.True(response!.Status == 403 || visitor.Page.Url.Contains("not-allowed", StringComparison.Ordinal), $"{path} answered {response.Status} at {visitor.Page.Url}");
        }
    }

    private static string Text(int rows, bool spoiled = false, string sender = "a") => MadeUpFile.Text(rows, spoiled)
        .Replace("first; second", "unga-es11", StringComparison.Ordinal).Replace(",first\n", ",unga-es11\n", StringComparison.Ordinal)
        // The tests share an app: each has acts and keys of its own.
        .Replace("made-up-", $"{sender}-", StringComparison.Ordinal).Replace("Made-up act number", $"Made-up act {sender}", StringComparison.Ordinal);

    private async Task<HttpResponseMessage> SendAsync(string path, string text, string? key)
    {
        using var request = Request(path, text, key);
        return await app.Program.SendAsync(request, Cancel);
    }

    private static HttpRequestMessage Request(string path, string text, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
}

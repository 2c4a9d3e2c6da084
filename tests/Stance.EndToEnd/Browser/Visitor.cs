using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

/// <summary>One browser profile with one page, and everything that went wrong in it without being seen.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Script for what the page still waits for.</summary>
    private const string Waiting = """
        () => [...document.querySelectorAll("body:has(script[src*='blazor.web']):not(:has(main[data-interactive])), [aria-busy=true], .line-chart:not([data-drawn]):has(.probe)")]
          .map(e => e.cloneNode(false).outerHTML)
        """;

    /// <summary>The framework's word for a field that lost the focus when it was just taken away (dotnet/aspnetcore#21241). What fails in a handler is said otherwise.</summary>
    private const string LastWord = "There was an exception invoking 'DispatchEventAsync'";

    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> strangers = [];
    private readonly Uri site;

    private Visitor(Uri site, IBrowserContext context, IPage page)
    {
        this.site = site;
        Context = context;
        Page = page;
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors of the console (broken content security policy included), of scripts, and answers 500 and up.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Requests to any host but the app's.</summary>
    public IReadOnlyCollection<string> Strangers => strangers;

    public static async Task<Visitor> ArriveAsync(Uri site, IBrowserContext context)
    {
        var visitor = new Visitor(site, context, await context.NewPageAsync());
        context.Console += (_, message) => visitor.Note(message.Type == "error", $"console: {message.Text}");
        context.WebError += (_, error) => visitor.Note(!error.Error.Contains(LastWord, StringComparison.Ordinal), $"script: {error.Error}");
        context.Response += (_, response) => visitor.Note(response.Status >= 500, $"{response.Status}: {response.Url}");
        context.Request += (_, request) => visitor.Watch(request.Url);
        return visitor;
    }

    /// <summary>Until fonts, reads and charts stand, so that what is looked at is what a person sees.</summary>
    public async Task SettleAsync()
    {
        try
        {
            await Page.WaitForFunctionAsync($"() => ({Waiting})().length === 0");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Not settled at {Page.Url}: {string.Join("; ", await Page.EvaluateAsync<string[]>(Waiting))}", late);
        }
        await Page.EvaluateAsync("document.fonts.ready");
    }

    public void AssertNothingWrong()
    {
        Assert.True(Complaints.Count == 0, string.Join('\n', Complaints));
        Assert.Empty(Strangers);
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private void Note(bool isWrong, string text)
    {
        if (isWrong)
            complaints.Enqueue(text);
    }

    private void Watch(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" or "ws" or "wss" && to.Authority != site.Authority)
            strangers.Enqueue(address);
    }
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Stance.Web.Parts;

namespace Stance.Web.Tests.Parts;

public sealed class ReportViewTests : BunitContext
{
    private readonly Dictionary<string, TaskCompletionSource<string>> _answers = [];
    private readonly List<string> _cancelled = [];

    public ReportViewTests() => Services.AddSingleton(TimeProvider.System);

    private IRenderedComponent<ReportView<string>> Show(string key) => Render<ReportView<string>>(p => Given(p, key));

    private void Given(ComponentParameterCollectionBuilder<ReportView<string>> p, string key) => p
        .Add(v => v.Key, key)
        .Add(v => v.What, "This chart")
        .Add(v => v.Read, cancel => ReadAsync(key, cancel))
        .Add(v => v.IsEmpty, report => report.Length == 0)
        .Add(v => v.Empty, _ => "<p class='none'>No act matches</p>")
        .Add(v => v.ChildContent, report => $"<p class='answer'>{report}</p>");

    private Task<string> ReadAsync(string key, CancellationToken cancel)
    {
        cancel.Register(() => _cancelled.Add(key));
        return (_answers[key] = new TaskCompletionSource<string>()).Task;
    }

    [Fact]
    public void Late_answer__of_an_older_state__is_dropped_and_its_read_cancelled()
    {
        var view = Show("a");
        view.Render(p => Given(p, "b"));
        _answers["b"].SetResult("new");
        view.WaitForAssertion(() => Assert.Equal("new", view.Find(".answer").TextContent));
        _answers["a"].SetResult("old");

        view.WaitForAssertion(() => Assert.Equal("new", view.Find(".answer").TextContent));
        Assert.Equal(["a"], _cancelled);
    }

    [Fact]
    public void Last_report__while_the_next_is_read__stays_and_is_marked_busy()
    {
        var view = Show("a");
        _answers["a"].SetResult("first");
        view.WaitForAssertion(() => Assert.Equal("false", view.Find(".report").GetAttribute("aria-busy")));
        view.Render(p => Given(p, "b"));

        Assert.Equal("first", view.Find(".answer").TextContent);
        Assert.Equal("true", view.Find(".report").GetAttribute("aria-busy"));
    }

    [Fact]
    public void Same_state__rendered_again__is_not_read_again()
    {
        var view = Show("a");
        var first = _answers["a"];
        view.Render(p => Given(p, "a"));
        Assert.Same(first, _answers["a"]);
    }

    [Fact]
    public void Failed_read__says_so_with_a_reference_and_tries_again_when_asked()
    {
        var view = Show("a");
        _answers["a"].SetException(new TimeoutException("secret detail"));
        view.WaitForAssertion(() => Assert.Contains("The database did not answer.", view.Markup, StringComparison.Ordinal));
        Assert.Matches("Reference [0-9A-F]{4}-[0-9A-F]{2}", view.Find(".hint").TextContent);
        Assert.DoesNotContain("secret", view.Markup, StringComparison.Ordinal);

        view.Find("button").Click();
        _answers["a"].SetResult("there");
        view.WaitForAssertion(() => Assert.Equal("there", view.Find(".answer").TextContent));
        Assert.Empty(view.FindAll(".failed"));
    }

    [Fact]
    public void Empty_report__shows_what_is_missing()
    {
        var view = Show("a");
        _answers["a"].SetResult("");
        view.WaitForAssertion(() => Assert.Equal("No act matches", view.Find(".none").TextContent));
    }

    [Fact]
    public void Slow_read__says_that_it_reads()
    {
        var view = Show("a");
        Assert.Equal("", view.Find("[role=status]").TextContent);
        view.WaitForAssertion(() => Assert.Equal("Reading acts…", view.Find("[role=status]").TextContent));
    }
}

using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

/// <summary>
/// What axe finds that keeps somebody out of a page. It is put into the page once and asked for nothing else: the library's own way opens a
/// second page for each answer, which took the greater part of a test run.
/// </summary>
public static class Axe
{
    private const string Violations = """
        async options => (await axe.run(document, { resultTypes: ['violations'], preload: false, ...options }))
          .violations.map(v => `${v.id}: ${v.nodes[0].html}`)
        """;

    private static readonly object Contrast = new { runOnly = new { type = "rule", values = new[] { "color-contrast" } } };

    private static readonly object AllElse = new { rules = new Dictionary<string, object> { ["color-contrast"] = new { enabled = false } } };

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static Task<IReadOnlyList<string>> BarriersAsync(this IPage page) => FindAsync(page, new { });

    /// <summary>Only of colours too close to each other: what another theme can change.</summary>
    public static Task<IReadOnlyList<string>> ContrastBarriersAsync(this IPage page) => FindAsync(page, Contrast);

    /// <summary>Of everything but colours, which takes most of the time: for what is the same page in other room.</summary>
    public static Task<IReadOnlyList<string>> OtherBarriersAsync(this IPage page) => FindAsync(page, AllElse);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, object options)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Violations, options);
    }
}

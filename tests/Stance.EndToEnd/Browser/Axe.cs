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
        async rules => (await axe.run(document, { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: { type: 'rule', values: rules } }) }))
          .violations.map(v => `${v.id}: ${v.nodes[0].html}`)
        """;

    private static readonly string[] Contrast = ["color-contrast"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static Task<IReadOnlyList<string>> BarriersAsync(this IPage page) => FindAsync(page, null);

    /// <summary>Only of colours too close to each other: what another theme can change.</summary>
    public static Task<IReadOnlyList<string>> ContrastBarriersAsync(this IPage page) => FindAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, string[]? rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Violations, rules);
    }
}

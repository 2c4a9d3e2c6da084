using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Stance.EndToEnd.Browser;

/// <summary>What axe finds that keeps somebody out of a page. It is asked for nothing else: what it passed would be told node by node.</summary>
public static class Axe
{
    private static readonly AxeRunOptions EveryRule = new() { ResultTypes = [ResultType.Violations] };

    private static readonly AxeRunOptions Contrast = new()
    {
        ResultTypes = EveryRule.ResultTypes,
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] },
    };

    public static Task<IReadOnlyList<string>> BarriersAsync(this IPage page) => FindAsync(page, EveryRule);

    /// <summary>Only of colours too close to each other: what another theme can change.</summary>
    public static Task<IReadOnlyList<string>> ContrastBarriersAsync(this IPage page) => FindAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, AxeRunOptions rules) =>
        [.. (await page.RunAxe(rules)).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")];
}

using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Stance.EndToEnd.Entry;

/// <summary>Text that would do harm where it is taken for markup, script or a formula.</summary>
internal static class Hostile
{
    public const string Image = "<img src=x onerror=window.__hit=1>";

    /// <summary>Kept as the text it is.</summary>
    public static readonly string[] Kept =
    [
        Image, "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "%0A=1+1", " =1+1", "\"quoted\" 'and' `more`", "' onfocus='window.__hit=1' autofocus='",
        "</title></script><script>window.__hit=1</script>", "{{7*7}} ${7*7} @(7*7) &lt;b&gt;", "שלום \u200Fمرحبا",
    ];

    /// <summary>Refused at the field, by what a person can do about it.</summary>
    public static readonly string[] Refused = ["\u202Egnp.exe", "a\u2066b", "a\0b", "a\u0085b", new('x', 10_000)];

    /// <summary>Every text field of an act that rules bound, by its path.</summary>
    public static readonly string[] Fields =
    [
        "title", "note", "statement", "intensityReason", "confidenceReason", "overrides[0].reason", "attributes.cargo", "stage", "source.name", "report.title",
        "report.author", "report.originGroup", "excerpt.passage", "excerpt.pointer", "furtherClaims[0].statement", "furtherClaims[0].reason",
        "furtherClaims[0].source.name", "furtherClaims[0].report.title", "furtherClaims[0].excerpt.passage", "furtherClaims[0].attributes.cargo",
    ];

    /// <summary>An act with one and the same text in all of <see cref="Fields"/>.</summary>
    public static JsonObject Act(string text, int day, string? collection = null) => new()
    {
        ["country"] = "KAZ",
        ["recipient"] = "UKR",
        ["type"] = "HUM-AIDF",
        ["date"] = $"2022-04-{day:00}",
        ["title"] = text,
        ["note"] = text,
        ["statement"] = text,
        ["stage"] = text,
        ["intensity"] = 6,
        ["intensityReason"] = text,
        ["confidence"] = 0.5,
        ["confidenceReason"] = text,
        ["overrides"] = new JsonArray(new JsonObject { ["axis"] = "RUW", ["score"] = 4, ["reason"] = text }),
        ["attributes"] = new JsonObject { ["cargo"] = text },
        ["source"] = Source(text),
        ["report"] = Report(text),
        ["excerpt"] = new JsonObject { ["passage"] = text, ["pointer"] = text },
        ["credibility"] = 2,
        ["collections"] = collection is null ? [] : new JsonArray(collection),
        ["furtherClaims"] = new JsonArray(new JsonObject
        {
            ["source"] = Source(text),
            ["report"] = Report(text),
            ["excerpt"] = new JsonObject { ["passage"] = text },
            ["credibility"] = 3,
            ["statement"] = text,
            ["reason"] = text,
            ["attributes"] = new JsonObject { ["cargo"] = text },
        }),
    };

    /// <summary>Nothing of it became an element, a handler or a script, and nothing ran.</summary>
    public static async Task AssertHarmlessAsync(this IPage page)
    {
        Assert.False(await page.EvaluateAsync<bool>("window.__hit !== undefined"), $"Script ran on {page.Url}.");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('[onerror], [onfocus], [onload], main img').length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.scripts].filter(s => s.textContent.includes('__hit')).length"));
    }

    private static JsonObject Source(string text) => new() { ["name"] = text, ["reliability"] = "C" };

    private static JsonObject Report(string text) =>
        new() { ["title"] = text, ["publishedOn"] = "2022-07-24", ["author"] = text, ["originGroup"] = text, ["url"] = "https://example.org/?q=%22%3E%3Cimg%20src=x%20onerror=window.__hit=1%3E" };
}

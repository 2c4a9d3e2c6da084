using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Stance.Texts;

namespace Stance.Data.Texts;

/// <summary>The readable blocks of a web page as saved: its article where it marks one, without scripts, styles, menus and what is hidden.</summary>
internal static partial class HtmlText
{
    private const int Deepest = 256;

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "iframe", "object", "embed", "svg", "math", "canvas", "video", "audio", "dialog", "head",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
        "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    };

    public static bool LooksLike(string text) => Begins().IsMatch(text.AsSpan(0, Math.Min(text.Length, 512)));

    public static ImportedText Read(string markup, byte[] bytes, CancellationToken cancel)
    {
        // Recursion in a parser's own walks ends in a crash no handler catches: absurd depth is refused before any tree is built.
        if (Depth(markup) > Deepest)
            throw new UnreadableTextException("Its markup is nested too deeply to be an article. Paste the words instead.");
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(markup);
        cancel.ThrowIfCancellationRequested();
        var text = ReadableText.OfBlocks(BlocksOf(Root(document), cancel));
        return new ImportedText(TextKinds.Html, text, SHA256.HashData(bytes))
        {
            Title = Content(document, "meta[property='og:title']") ?? Words(document.QuerySelector("h1")?.TextContent) ?? Words(document.Title),
            Author = Content(document, "meta[name='author']"),
            PublishedOn = Content(document, "meta[property='article:published_time']") is { Length: >= 10 } told
                && DateOnly.TryParseExact(told[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Language = Words(document.DocumentElement?.GetAttribute("lang")),
            Url = Words(document.QuerySelector("link[rel='canonical']")?.GetAttribute("href")),
        };
    }

    private static INode Root(IDocument document)
    {
        var whole = document.Body?.TextContent.Length ?? 0;
        return document.QuerySelectorAll("article, main, [role='main']").Where(e => e.TextContent.Length * 3 > whole).MaxBy(e => e.TextContent.Length)
            ?? (INode?)document.Body ?? document;
    }

    private static List<string> BlocksOf(INode root, CancellationToken cancel)
    {
        var blocks = new List<string>();
        var block = new StringBuilder();
        var open = new Stack<(INode Node, bool IsEnd)>([(root, false)]);
        while (open.TryPop(out var next))
        {
            cancel.ThrowIfCancellationRequested();
            var (node, isEnd) = next;
            if (node is IText words)
                block.Append(words.Data);
            if (node is not IElement element)
            {
                if (!ReferenceEquals(node, root))
                    continue;
            }
            else if (!isEnd && IsDropped(element))
                continue;
            else if (element.LocalName == "br")
                block.Append(' ');
            else if (Blocks.Contains(element.LocalName))
                End();
            if (isEnd)
                continue;
            open.Push((node, true));
            foreach (var child in node.ChildNodes.Reverse())
                open.Push((child, false));
        }
        End();
        return blocks;

        void End()
        {
            blocks.Add(block.ToString());
            block.Clear();
        }
    }

    private static bool IsDropped(IElement element) =>
        Dropped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || Hidden().IsMatch(element.GetAttribute("style") ?? "");

    /// <summary>At most this deep: tags opened and not closed, whatever they are.</summary>
    private static int Depth(string markup)
    {
        var (depth, deepest) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(markup))
        {
            depth = Math.Max(0, depth + (markup[tag.Index + 1] == '/' ? -1 : 1));
            // Lines, images and the like never close; paragraphs often do not.
            if (Void().IsMatch(markup.AsSpan(tag.Index, tag.Length)))
                depth--;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    private static string? Content(IDocument document, string selector) => Words(document.QuerySelector(selector)?.GetAttribute("content"));

    private static string? Words(string? raw) => ReadableText.OfBlocks([raw ?? ""]) is { Length: > 0 and <= 2000 } line ? line : null;

    [GeneratedRegex(@"^\uFEFF?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^<(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option|!)\b|/>$|^</(?:p|li|td|tr|th|dt|dd|option)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Void();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}

using System.Security.Claims;
using System.Text;
using Stance.Alignment;
using Stance.Data.Explanation;
using Stance.ViewStates;
using Stance.Web.Api;
using Stance.Web.Charts;
using Stance.Web.People;
using Stance.Web.Permalinks;

namespace Stance.Web.Exports;

/// <summary>Who asks for a file, and what makes it.</summary>
public sealed record ExportCall(ExportReader Reader, PictureMaker Pictures, PermalinkKeeper Permalinks, HttpRequest Request, ClaimsPrincipal User, CancellationToken Cancel)
{
    private Uri Site => new($"{Request.Scheme}://{Request.Host}{Request.PathBase}/");

    /// <param name="tab">The layout the file shows; its address leads there.</param>
    /// <param name="own">What the endpoint takes beyond the filters, by the key of an address.</param>
    internal async Task<IResult> AnswerAsync(
        ViewParameters view, Func<AlignmentExport, Task<IResult>> answer, ViewTab tab = ViewTab.Line, params (string Key, string? Value)[] own)
    {
        var (export, problems) = await Reader.ReadAsync(view, User.ScopeOf(), Site, tab, own, Cancel);
        if (export is null)
            return TypedResults.ValidationProblem(problems);
        await KeepAsync(export.Report.Alignment);
        return await answer(export);
    }

    /// <summary>The same with the change the view explains, which must be one of its own countries'.</summary>
    /// <param name="isNeeded">False = a view may explain none.</param>
    internal Task<IResult> AnswerAsync(
        ViewParameters view, string? why, bool isNeeded, ChangeExplanationReader changes, Func<AlignmentExport, Task<IResult>> answer) => AnswerAsync(view, async export =>
    {
        var report = export.Report.Alignment;
        if (why is null && !isNeeded)
            return await answer(export);
        return report.View.Why is { } span && report.Countries.Any(c => c.Country.Code == span.Country)
            ? await answer(export with { Change = await changes.ReadAsync(report.View, User.ScopeOf(), Cancel) })
            : Refusal("why", "Name a change of one of the view’s countries, such as KAZ:2022-01-31..2022-07-24.");
    }, ViewTab.Line, ("why", why));

    internal async Task<IResult> AnswerAsync(ViewParameters view, MapParameters map, Func<MapExport, Task<IResult>> answer)
    {
        var (export, problems) = Reader.ReadMap(view, map, User.ScopeOf(), Site);
        if (export is null)
            return TypedResults.ValidationProblem(problems);
        await KeepAsync(export.Outlined);
        return await answer(export);
    }

    internal async Task<IResult> DrawAsync(Picture picture, string name, PictureKind kind, PictureFormat format) => kind == PictureKind.Svg
        ? Results.File(Encoding.UTF8.GetBytes(await Pictures.SvgAsync(picture, format)), $"{kind.Type}; charset=utf-8", $"{name}.{kind.End}")
        : Results.File(await Pictures.PngAsync(picture, format), kind.Type, $"{name}.{kind.End}");

    internal static IResult Refusal(string parameter, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [parameter] = [message] });

    /// <summary>A view without countries has no numbers by day to compare.</summary>
    private Task KeepAsync(AlignmentReport report) => report.Countries.Count == 0 ? Task.CompletedTask : Permalinks.KeepAsync(report, Cancel);
}

internal sealed record PictureKind(string End, string Type)
{
    public static PictureKind Svg { get; } = new("svg", "image/svg+xml");

    public static PictureKind Png { get; } = new("png", "image/png");

    public static IReadOnlyList<PictureKind> All { get; } = [Svg, Png];
}

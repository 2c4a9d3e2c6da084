using System.ComponentModel;
using System.Security.Claims;
using System.Text;
using Stance.Exports;
using Stance.Web.Api;
using Stance.Web.Charts;
using Stance.Web.People;
using Stance.Web.Permalinks;

namespace Stance.Web.Exports;

/// <summary>A view as a file: picture, workbook, package, citation. Everything stands on the report of the page.</summary>
public static class ExportEndpoints
{
    private const string Png = "image/png";
    private const string SvgType = "image/svg+xml";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Zip = "application/zip";

    private static readonly Dictionary<string, PictureFormat> Shapes = new(StringComparer.Ordinal)
    {
        ["landscape"] = PictureFormat.Landscape,
        ["portrait"] = PictureFormat.Portrait,
    };

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alignment.svg", DrawSvg).WithSummary("The line of a view as a picture.").Produces<string>(contentType: SvgType);
        api.MapGet("/alignment.png", DrawPng).WithSummary("The same as PNG, two pixels for each.").Produces<byte[]>(contentType: Png);
        api.MapGet("/alignment.xlsx", FillWorkbook).WithSummary("The index by day and the acts of a view as a workbook.").Produces<byte[]>(contentType: Xlsx);
        api.MapGet("/alignment.zip", Pack).WithSummary("CSV files, what they are, and how to cite them.").Produces<byte[]>(contentType: Zip);
        api.MapGet("/citation", Cite).WithSummary("How to cite a view, and the address that gives the same numbers again.").Produces<CitationAnswer>();
        foreach (var (end, type, write) in Citations)
        {
            api.MapGet($"/citation.{end}", ([AsParameters] ViewParameters view, [AsParameters] ExportCall call) => call.AnswerAsync(
                    view, export => Task.FromResult(Results.File(Encoding.UTF8.GetBytes(write(export.Notes.Citation)), type, $"citation.{end}"))))
                .WithSummary($"The citation of a view alone, as {end}.").Produces<string>(contentType: type);
        }
    }

    private static readonly (string End, string Type, Func<Citation, string> Write)[] Citations =
    [
        ("txt", "text/plain", c => $"APA\n{c.Apa}\n\nChicago\n{c.Chicago}\n"),
        ("bib", "application/x-bibtex", c => c.BibTeX),
        ("csl.json", "application/vnd.citationstyles.csl+json", c => c.CslJson),
    ];

    private static Task<IResult> DrawSvg(
        [AsParameters] ViewParameters view, [Description("landscape (1200 × 675) or portrait (1080 × 1350).")] string? shape, [AsParameters] ExportCall call) =>
        DrawAsync(view, shape, call, async (export, format) =>
            Results.File(Encoding.UTF8.GetBytes(await call.Pictures.SvgAsync(export.Drawing, export.Caption, format)), $"{SvgType}; charset=utf-8", "alignment.svg"));

    private static Task<IResult> DrawPng(
        [AsParameters] ViewParameters view, [Description("landscape (1200 × 675) or portrait (1080 × 1350).")] string? shape, [AsParameters] ExportCall call) =>
        DrawAsync(view, shape, call, async (export, format) =>
            Results.File(await call.Pictures.PngAsync(export.Drawing, export.Caption, format), Png, "alignment.png"));

    private static Task<IResult> FillWorkbook([AsParameters] ViewParameters view, [AsParameters] ExportCall call) =>
        call.AnswerAsync(view, export => Task.FromResult(Results.File(Workbook.Of(export), Xlsx, "alignment.xlsx")));

    private static Task<IResult> Pack([AsParameters] ViewParameters view, [AsParameters] ExportCall call) =>
        call.AnswerAsync(view, export => Task.FromResult(Results.File(Package.Of(export), Zip, "alignment.zip")));

    private static Task<IResult> Cite([AsParameters] ViewParameters view, [AsParameters] ExportCall call) =>
        call.AnswerAsync(view, export => Task.FromResult(Results.Ok(CitationAnswer.Of(export.Notes))));

    private static Task<IResult> DrawAsync(ViewParameters view, string? shape, ExportCall call, Func<AlignmentExport, PictureFormat, Task<IResult>> draw) =>
        Shapes.TryGetValue(shape ?? "landscape", out var format)
            ? call.AnswerAsync(view, export => draw(export, format))
            : Task.FromResult<IResult>(TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["shape"] = ["The shape is landscape or portrait."] }));
}

/// <summary>Who asks for a file, and what makes it.</summary>
public sealed record ExportCall(ExportReader Reader, PictureMaker Pictures, PermalinkKeeper Permalinks, HttpRequest Request, ClaimsPrincipal User, CancellationToken Cancel)
{
    internal async Task<IResult> AnswerAsync(ViewParameters view, Func<AlignmentExport, Task<IResult>> answer)
    {
        var site = new Uri($"{Request.Scheme}://{Request.Host}{Request.PathBase}/");
        var (export, problems) = await Reader.ReadAsync(view, User.ScopeOf(), site, Cancel);
        if (export is null)
            return TypedResults.ValidationProblem(problems);
        await Permalinks.KeepAsync(export.Report.Alignment, Cancel);
        return await answer(export);
    }
}

/// <param name="Permalink">The view with its period and knowledge instant written out.</param>
public sealed record CitationAnswer(string Apa, string Chicago, string Bibtex, string CslJson, string Permalink)
{
    public static CitationAnswer Of(ViewNotes notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        return new CitationAnswer(notes.Citation.Apa, notes.Citation.Chicago, notes.Citation.BibTeX, notes.Citation.CslJson, notes.Permalink);
    }
}

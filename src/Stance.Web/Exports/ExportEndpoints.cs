using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Stance.Data.Explanation;
using Stance.Exports;
using Stance.Web.Api;

namespace Stance.Web.Exports;

/// <summary>A view as a file: pictures, workbook, package, citation. Everything stands on the report of the page.</summary>
public static class ExportEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Zip = "application/zip";

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapPictures();
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

    private static Task<IResult> FillWorkbook(
        [AsParameters] ViewParameters view, [FromQuery, Description(PictureEndpoints.Change)] string? why, [AsParameters] ExportCall call, ChangeExplanationReader changes) =>
        call.AnswerAsync(view, why, isNeeded: false, changes, export => Task.FromResult(Results.File(Workbook.Of(export), Xlsx, "alignment.xlsx")));

    private static Task<IResult> Pack(
        [AsParameters] ViewParameters view, [FromQuery, Description(PictureEndpoints.Change)] string? why, [AsParameters] ExportCall call, ChangeExplanationReader changes) =>
        call.AnswerAsync(view, why, isNeeded: false, changes, export => Task.FromResult(Results.File(Package.Of(export), Zip, "alignment.zip")));

    private static Task<IResult> Cite([AsParameters] ViewParameters view, [AsParameters] ExportCall call) =>
        call.AnswerAsync(view, export => Task.FromResult(Results.Ok(CitationAnswer.Of(export.Notes))));
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

using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Stance.Data.Explanation;
using Stance.ViewStates;
using Stance.Web.Alignment;
using Stance.Web.Api;
using Stance.Web.Charts;

namespace Stance.Web.Exports;

/// <summary>What a page shows as SVG and PNG, in the layout it is shown in, and the file of the same numbers.</summary>
public static class PictureEndpoints
{
    internal const string Change = "The change to explain, KAZ:2022-01-31..2022-07-24.";

    private const string Formats = "landscape (1200 × 675) or portrait (1080 × 1350).";

    public static void MapPictures(this IEndpointRouteBuilder api)
    {
        foreach (var kind in PictureKind.All)
        {
            foreach (var layout in LayoutPictures.All.Where(l => l.Tab != ViewTab.Multiples))
            {
                Describe(kind, layout.Words, api.MapGet($"/{layout.Name}.{kind.End}", ([AsParameters] ViewParameters view, [Description(Formats)] string? shape, [AsParameters] ExportCall call) =>
                    DrawAsync(layout, kind, view, shape, call)));
            }
            var multiples = LayoutPictures.All.Single(l => l.Tab == ViewTab.Multiples);
            Describe(kind, multiples.Words, api.MapGet($"/{multiples.Name}.{kind.End}", (
                    [AsParameters] ViewParameters view, [FromQuery, Description("free: each line on a scale of its own.")] string? scale,
                    [Description(Formats)] string? shape, [AsParameters] ExportCall call) =>
                DrawAsync(multiples, kind, view, shape, call, ("scale", scale))));
            Describe(kind, "Why the index of a country moved", api.MapGet($"/why.{kind.End}", (
                    [AsParameters] ViewParameters view, [FromQuery, Description(Change)] string? why,
                    [Description(Formats)] string? shape, [AsParameters] ExportCall call, ChangeExplanationReader changes) =>
                DrawWhyAsync(kind, view, why, shape, call, changes)));
            Describe(kind, "The map of a view", api.MapGet($"/map.{kind.End}", (
                    [AsParameters] ViewParameters view, [AsParameters] MapParameters map, [Description(Formats)] string? shape, [AsParameters] ExportCall call) =>
                PictureFormat.Named(shape) is { } format
                    ? call.AnswerAsync(view, map, export => call.DrawAsync(export.Picture, "map", kind, format))
                    : NoShape));
        }
        api.MapGet("/map.csv", ([AsParameters] ViewParameters view, [AsParameters] MapParameters map, [AsParameters] ExportCall call) =>
                call.AnswerAsync(view, map, export => Task.FromResult(MapCsv.File(export.Map, export.Register))))
            .WithSummary("The level of every country with acts by a day, and its change when one is asked for.").Produces<string>(contentType: "text/csv");
        api.MapGet("/months.csv", ([AsParameters] ViewParameters view, [AsParameters] ExportCall call) =>
                call.AnswerAsync(view, export => Task.FromResult(Csv.File("months.csv", LevelsCsv.MonthColumns, LevelsCsv.Months(export.Report.Alignment)))))
            .WithSummary("The levels of a view at the end of each month, quarter or year.").Produces<string>(contentType: "text/csv");
        api.MapGet("/slope.csv", ([AsParameters] ViewParameters view, [AsParameters] ExportCall call) =>
                call.AnswerAsync(view, export => Task.FromResult(Csv.File("slope.csv", LevelsCsv.EndColumns, LevelsCsv.Ends(export.Report.Alignment)))))
            .WithSummary("The change of each country from the first to the last day, the most certain first.").Produces<string>(contentType: "text/csv");
    }

    private static Task<IResult> NoShape => Task.FromResult(ExportCall.Refusal("shape", "The shape is landscape or portrait."));

    private static Task<IResult> DrawAsync(
        (string Name, string Words, ViewTab Tab, Func<AlignmentExport, Picture> Draw) layout, PictureKind kind,
        ViewParameters view, string? shape, ExportCall call, params (string Key, string? Value)[] own) =>
        PictureFormat.Named(shape) is { } format
            ? call.AnswerAsync(view, export => call.DrawAsync(layout.Draw(export), layout.Name, kind, format), layout.Tab, own)
            : NoShape;

    private static Task<IResult> DrawWhyAsync(
        PictureKind kind, ViewParameters view, string? why, string? shape, ExportCall call, ChangeExplanationReader changes) =>
        PictureFormat.Named(shape) is { } format
            ? call.AnswerAsync(view, why, isNeeded: true, changes, export => call.DrawAsync(LayoutPictures.Why(export, export.Change!), "why", kind, format))
            : NoShape;

    private static void Describe(PictureKind kind, string words, RouteHandlerBuilder endpoint)
    {
        if (kind == PictureKind.Svg)
            endpoint.WithSummary($"{words} as a drawing.").Produces<string>(contentType: kind.Type);
        else
            endpoint.WithSummary($"{words} as a picture, two pixels for each of the format.").Produces<byte[]>(contentType: kind.Type);
    }
}

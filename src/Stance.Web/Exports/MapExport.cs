using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Stance.Acts;
using Stance.Alignment;
using Stance.Exports;
using Stance.Web.Alignment;
using Stance.Web.Charts;

namespace Stance.Web.Exports;

/// <summary>The day and the kind of a map, as the endpoint declares them.</summary>
public sealed record MapParameters(
    [property: FromQuery(Name = "mapDay"), Description("The day the map shows; the last of the period by default.")] string? MapDay,
    [property: FromQuery(Name = "mapChange"), Description("30, 90 or 365: the change over so many days; the level by default.")] string? MapChange);

/// <summary>The map of a view on its way into a file.</summary>
/// <param name="Outlined">The lines of the countries the view names.</param>
internal sealed record MapExport(MapReport Map, AlignmentReport Outlined, Register Register, ViewNotes Notes)
{
    public static MapExport Of(MapReport map, AlignmentReport outlined, Register register, Uri site) =>
        new(map, outlined, register, ViewNotes.Of(map, outlined, MapWords.Finding(map), register, site));

    public Picture Picture => Picture.Of<MapPicture, MapDrawing>(
        MapWords.Drawing(Map, Register, "export"),
        new PictureCaption(Notes.Title, MapWords.Subtitle(Map), MapWords.Summary(Map, Register), [MapWords.Rules(Map), Notes.Sentence, Notes.Permalink]));
}

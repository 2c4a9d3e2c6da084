using System.Text.Json;
using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Web.Acts;

/// <summary>What the table of acts says of its columns, and the words of a cell that the act does not hold ready.</summary>
internal static class ColumnWords
{
    public static string Head(GridColumn column) => column switch
    {
        GridColumn.Toward => "Toward",
        GridColumn.Passage => "Passage",
        GridColumn.Known => "Known since",
        GridColumn.Attributes => "Own fields",
        _ => column.ToString(),
    };

    public static bool IsNumber(GridColumn column) =>
        column is GridColumn.Confidence or GridColumn.Weight or GridColumn.Contribution;

    /// <summary>The least width in em: a wide choice scrolls sideways instead of squeezing the act.</summary>
    public static double Width(GridColumn column) => column switch
    {
        GridColumn.Form => 4.5,
        GridColumn.Weight => 5.5,
        GridColumn.Confidence => 7,
        GridColumn.Contribution or GridColumn.Known => 7.5,
        GridColumn.Country or GridColumn.Toward => 8.5,
        GridColumn.Date or GridColumn.Score or GridColumn.Passage => 9.5,
        GridColumn.Kind or GridColumn.Source => 10.5,
        GridColumn.Act => 19,
        _ => 22,
    };

    /// <summary>The order a first press on a head asks for, and the one a second press does; null = the columns in memory do not hold it.</summary>
    public static (ActOrder First, ActOrder Second)? Orders(GridColumn column) => column switch
    {
        GridColumn.Date => (ActOrder.DateDescending, ActOrder.DateAscending),
        GridColumn.Country => (ActOrder.CountryAscending, ActOrder.CountryDescending),
        GridColumn.Kind => (ActOrder.KindAscending, ActOrder.KindDescending),
        GridColumn.Form => (ActOrder.FormAscending, ActOrder.FormDescending),
        GridColumn.Score => (ActOrder.ScoreDescending, ActOrder.ScoreAscending),
        GridColumn.Weight => (ActOrder.WeightDescending, ActOrder.WeightAscending),
        GridColumn.Contribution => (ActOrder.ContributionDescending, ActOrder.ContributionAscending),
        _ => null,
    };

    public static bool IsAscending(ActOrder order) => order.ToString().EndsWith("Ascending", StringComparison.Ordinal);

    /// <summary>"newest first", "by country, A to Z".</summary>
    public static string Said(ActOrder order) => order switch
    {
        ActOrder.DateDescending => "newest first",
        ActOrder.DateAscending => "oldest first",
        ActOrder.ScoreDescending => "highest score first",
        ActOrder.ScoreAscending => "lowest score first",
        ActOrder.CountryAscending => "by country",
        ActOrder.CountryDescending => "by country, last name first",
        ActOrder.KindAscending => "by kind",
        ActOrder.KindDescending => "by kind, last name first",
        ActOrder.FormAscending => "deeds first",
        ActOrder.FormDescending => "words first",
        ActOrder.WeightDescending => "heaviest first",
        ActOrder.WeightAscending => "lightest first",
        ActOrder.ContributionDescending => "highest contribution first",
        _ => "lowest contribution first",
    };

    /// <summary>Whose report the preferred claim rests on; a vote rests on its roll call.</summary>
    public static string? Source(ActItem act) =>
        act.Claims.FirstOrDefault(c => c.Rank == "preferred")?.Source ?? (act.Id.IsVote ? $"Roll call {Symbol(act)}" : null);

    private static string? Symbol(ActItem act)
    {
        using var json = JsonDocument.Parse(act.Attributes);
        return json.RootElement.TryGetProperty("symbol", out var symbol) ? symbol.GetString() : null;
    }
}

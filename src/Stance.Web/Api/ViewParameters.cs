using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Stance.Acts;
using Stance.Search;
using Stance.ViewStates;

namespace Stance.Web.Api;

/// <summary>The filters of a view as an endpoint declares them; the same keys as in the address of a page.</summary>
public sealed record ViewParameters(
    [property: FromQuery(Name = "axis"), Description("Code of the axis, such as RUW.")] string? Axis,
    [property: FromQuery(Name = "countries"), Description("ISO 3166-1 alpha-3 codes, comma-separated.")] string? Countries,
    [property: FromQuery(Name = "blocs"), Description("Codes of blocs, comma-separated; their members at the end of the period.")] string? Blocs,
    [property: FromQuery(Name = "from"), Description("First event date, 2022-01-01.")] string? From,
    [property: FromQuery(Name = "to"), Description("Last event date, included.")] string? To,
    [property: FromQuery(Name = "families"), Description("Families of kinds of act, such as DIP,HUM.")] string? Families,
    [property: FromQuery(Name = "form"), Description("words or deeds.")] string? Form,
    [property: FromQuery(Name = "collections"), Description("Codes of collections, comma-separated.")] string? Collections,
    [property: FromQuery(Name = "halfLife"), Description("Days after which an act weighs half, or none; 180 by default.")] string? HalfLife,
    [property: FromQuery(Name = "asOf"), Description("Knowledge date (the end of that day, UTC) or instant; never in the future.")] string? AsOf,
    [property: FromQuery(Name = "q"), Description(ViewParameters.SearchDescription)] string? Q,
    [property: FromQuery(Name = "sort"), Description("date, -date, score or -score; for lists.")] string? Sort,
    [property: FromQuery(Name = "codebook"), Description("Version of the codebook that scores every act, such as 1.0; by default each act counts as scored by the one in force at asOf.")] string? Codebook = null,
    [property: FromQuery(Name = "newSources"), Description("wait: acts that only sources new in the period tell of (read since a day inside it, not coded back to its first) do not count until these are coded back; by default they count.")] string? NewSources = null,
    [property: FromQuery(Name = "without"), Description("Sources left out, by id without hyphens, or votes, comma-separated: acts that no other source tells of do not count.")] string? Without = null)
{
    private const string SearchDescription =
        "Narrows lists only. Words that must all stand in title, note, passage or its translation, in any order; accents and small slips do not matter, the start of a word "
        + "is enough; \"words in quotation marks\" follow each other. Fields of acts are compared: tonnes > 20, troops >= 2000, tonnes 5..30, "
        + "sent_on >= 2022-03-14, rank = \"Head of state\", visitor:Tokayev, kind:visit. What is not understood is refused with a message that names q.";

    /// <summary>The view asked for, or what is wrong with it, by parameter.</summary>
    /// <param name="own">What an endpoint takes beyond these, by the key of an address.</param>
    public (ViewState View, Dictionary<string, string[]> Problems) ToView(Register register, TimeProvider clock, params (string Key, string? Value)[] own)
    {
        var (view, problems) = ViewStateUrl.Parse(
            Pairs().Concat(own.Where(o => o.Value is not null).Select(o => KeyValuePair.Create(o.Key, o.Value))), clock.GetUtcNow());
        var unlisted = ViewState.IsListed(view.Order) ? [] : new[] { new ViewStateProblem("sort", "Lists are sorted by date, -date, score or -score.") };
        var notUnderstood = SearchText.Parse(view.Text, register.Codebook).Problems.Select(p => new ViewStateProblem("q", p));
        return (view, problems.Concat(unlisted).Concat(register.Unknown(view)).Concat(notUnderstood)
            .GroupBy(p => p.Key)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()));
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs() => new Dictionary<string, string?>
    {
        ["axis"] = Axis,
        ["countries"] = Countries,
        ["blocs"] = Blocs,
        ["from"] = From,
        ["to"] = To,
        ["families"] = Families,
        ["form"] = Form,
        ["collections"] = Collections,
        ["halfLife"] = HalfLife,
        ["asOf"] = AsOf,
        ["codebook"] = Codebook,
        ["newSources"] = NewSources,
        ["without"] = Without,
        ["q"] = Q,
        ["sort"] = Sort,
    }.Where(pair => pair.Value is not null);
}

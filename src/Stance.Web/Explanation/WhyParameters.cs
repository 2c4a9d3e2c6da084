using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Stance.Acts;
using Stance.Countries;
using Stance.ViewStates;

namespace Stance.Web.Explanation;

/// <summary>A change to explain and the filters of its view, as the endpoint declares them.</summary>
public sealed record WhyParameters(
    [property: FromQuery(Name = "country"), Description("ISO 3166-1 alpha-3 code of one country.")] string? Country,
    [property: FromQuery(Name = "t0"), Description("First day of the change, 2022-01-31.")] string? T0,
    [property: FromQuery(Name = "t1"), Description("Last day of the change.")] string? T1,
    [property: FromQuery(Name = "knownAt0"), Description("What was known at the first day: a knowledge date, an instant or now; asOf by default.")] string? KnownAt0,
    [property: FromQuery(Name = "knownAt1"), Description("What was known at the last day; asOf by default, never before knownAt0.")] string? KnownAt1,
    [property: FromQuery(Name = "axis"), Description("Code of the axis, such as RUW.")] string? Axis,
    [property: FromQuery(Name = "families"), Description("Families of kinds of act, such as DIP,HUM.")] string? Families,
    [property: FromQuery(Name = "form"), Description("words or deeds.")] string? Form,
    [property: FromQuery(Name = "collections"), Description("Codes of collections, comma-separated.")] string? Collections,
    [property: FromQuery(Name = "halfLife"), Description("Days after which an act weighs half, or none; 180 by default.")] string? HalfLife,
    [property: FromQuery(Name = "asOf"), Description("Knowledge date (the end of that day, UTC) or instant for both days; never in the future.")] string? AsOf,
    [property: FromQuery(Name = "codebook"), Description("Version of the codebook that scores every act at both ends, such as 1.0.")] string? Codebook = null,
    [property: FromQuery(Name = "newSources"), Description("wait: acts that only sources new in the line tell of do not count until these are coded back; by default they count.")] string? NewSources = null,
    [property: FromQuery(Name = "without"), Description("Sources left out, by id without hyphens, or votes, comma-separated: acts that no other source tells of do not count.")] string? Without = null,
    [property: FromQuery(Name = "from"), Description("First day of the line, t0 by default: a source read since a later day and not coded back to it is new.")] string? From = null)
{
    /// <summary>The view with its change, or what is wrong with it, by parameter.</summary>
    public (ViewState View, Dictionary<string, string[]> Problems) ToView(Register register, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(clock);
        var (view, found) = ViewStateUrl.Parse(Pairs(), clock.GetUtcNow());
        List<ViewStateProblem> problems = [.. found, .. register.Unknown(view)];
        var span = Span(register, clock.GetUtcNow(), problems);
        var line = span is null || (From is null && view.NewSources == ViewStates.NewSources.Count)
            ? (Period?)null
            : Read("from", From ?? T0, text => new Period(ChangeSpan.ReadDay(text), span.Period.To), problems);
        return (view with { Why = span, Period = line }, problems.GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()));
    }

    private ChangeSpan? Span(Register register, DateTimeOffset now, List<ViewStateProblem> problems)
    {
        var country = Read("country", Country, text => CountryCode.TryParse(text, out var code) && register.Countries.ContainsKey(code)
            ? code : throw new FormatException("There is no such country in the register."), problems);
        var from = Read("t0", T0, ChangeSpan.ReadDay, problems);
        var to = Read("t1", T1, ChangeSpan.ReadDay, problems);
        var knownFrom = Read("knownAt0", KnownAt0 ?? AsOf ?? "now", text => KnownSpan.ReadEnd(text, now), problems);
        var knownTo = Read("knownAt1", KnownAt1 ?? AsOf ?? "now", text => KnownSpan.ReadEnd(text, now), problems);
        if (problems.Count > 0)
            return null;
        var period = Read("t1", "", _ => new Period(from, to), problems);
        var known = Read("knownAt1", "", _ => new KnownSpan(knownFrom, knownTo), problems);
        return problems.Count > 0 ? null : new ChangeSpan(country, period, KnownAt0 is null && KnownAt1 is null ? null : known);
    }

    private static T? Read<T>(string key, string? text, Func<string, T> parse, List<ViewStateProblem> problems)
    {
        try
        {
            return parse(text ?? throw new FormatException("This parameter is needed."));
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            problems.Add(new(key, problem.Message));
            return default;
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs() => new Dictionary<string, string?>
    {
        ["axis"] = Axis,
        ["families"] = Families,
        ["form"] = Form,
        ["collections"] = Collections,
        ["halfLife"] = HalfLife,
        ["asOf"] = AsOf,
        ["codebook"] = Codebook,
        ["newSources"] = NewSources,
        ["without"] = Without,
    }.Where(pair => pair.Value is not null);
}

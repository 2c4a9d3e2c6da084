using System.Globalization;
using System.Text;
using Stance.Countries;

namespace Stance.ViewStates;

/// <summary>One thing wrong with an address: the key, and what to do in plain words.</summary>
public sealed record ViewStateProblem(string Key, string Message);

/// <summary>
/// Prints a <see cref="ViewState"/> as a query string and reads it back. Keys sorted, defaults omitted, lists sorted and distinct,
/// so that one state has one address. Every problem is reported; a state with problems holds the defaults in their place.
/// </summary>
public static class ViewStateUrl
{
    private const int LongestText = 200;
    private const int MostItems = 300;

    public static readonly IReadOnlyList<string> Keys =
        ["asOf", "axis", "blocs", "codebook", "collections", "columns", "compare", "countries", "families", "form", "from", "halfLife", "mapChange", "mapDay", "measure", "newSources", "q", "scale", "sort", "tab", "to", "trigger", "whatIf", "why", "without"];

    /// <summary>The query string without "?", empty for the default state.</summary>
    public static string Print(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var query = new StringBuilder();
        Add("asOf", view.AsOf.Printed);
        Add("axis", view.Axis == ViewState.DefaultAxis ? null : view.Axis);
        Add("blocs", List(view.Blocs));
        Add("codebook", view.Codebook);
        Add("collections", List(view.Collections));
        Add("columns", GridColumns.Print(view.Columns));
        Add("compare", List(view.Compare.Select(id => id.ToString("n"))));
        Add("countries", List(view.Countries.Select(c => c.Value)));
        Add("families", List(view.Families));
        Add("form", view.Form switch { ActForm.Words => "words", ActForm.Deeds => "deeds", _ => null });
        Add("from", view.Period is { } start ? Iso(start.From) : null);
        Add("halfLife", view.HalfLife == HalfLife.Default ? null : view.HalfLife.ToString());
        Add("mapChange", view.MapChange?.ToString(CultureInfo.InvariantCulture));
        Add("mapDay", view.MapDay is { } mapDay ? Iso(mapDay) : null);
        Add("measure", view.Measure);
        Add("newSources", view.NewSources == NewSources.Wait ? "wait" : null);
        Add("q", string.IsNullOrWhiteSpace(view.Text) ? null : view.Text.Trim());
        Add("scale", view.IsFreeScale ? "free" : null);
        Add("sort", view.Order == ActOrder.DateDescending ? null : OrderNames[view.Order]);
        Add("tab", view.Tab == ViewTab.Line ? null : TabNames[view.Tab]);
        Add("to", view.Period is { } end ? Iso(end.To) : null);
        Add("trigger", view.Trigger is { } trigger ? Iso(trigger) : null);
        Add("whatIf", view.WhatIf?.ToString(), ",:");
        Add("why", view.Why?.ToString(), ":");
        Add("without", List(view.Without.Select(SourceName.Print)));
        return query.ToString();

        void Add(string key, string? value, string plain = ",")
        {
            if (string.IsNullOrEmpty(value))
                return;
            if (query.Length > 0)
                query.Append('&');
            query.Append(key).Append('=').Append(plain.Aggregate(
                Uri.EscapeDataString(value), (text, c) => text.Replace(Uri.HexEscape(c), c.ToString(), StringComparison.Ordinal)));
        }
    }

    /// <summary>Reads the pairs of a query string. Unknown keys are problems, unless listed in <paramref name="foreignKeys"/>.</summary>
    public static (ViewState View, IReadOnlyList<ViewStateProblem> Problems) Parse(
        IEnumerable<KeyValuePair<string, string?>> query, DateTimeOffset now, IReadOnlyCollection<string>? foreignKeys = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var problems = new List<ViewStateProblem>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in query)
        {
            if (foreignKeys?.Contains(key) == true)
                continue;
            if (!Keys.Contains(key))
                problems.Add(new(Shorten(key), $"There is no filter called \"{Shorten(key)}\"."));
            else if (!values.TryAdd(key, value ?? ""))
                problems.Add(new(key, $"The filter \"{key}\" is given twice."));
        }

        var view = new ViewState
        {
            Axis = Read("axis", CodeOf, ViewState.DefaultAxis),
            Blocs = Read("blocs", text => Items(text, CodeOf), []),
            Codebook = Read("codebook", VersionOf, null),
            Collections = Read("collections", text => Items(text, SlugOf), []),
            Columns = Read("columns", GridColumns.Parse, null),
            Compare = Read("compare", ScenariosOf, []),
            Countries = Read("countries", text => Items(text, item => new CountryCode(item)), []),
            Families = Read("families", text => Items(text, CodeOf), []),
            Form = Read("form", FormOf, null),
            HalfLife = Read("halfLife", HalfLife.Parse, HalfLife.Default),
            AsOf = Read("asOf", text => AsOf.Parse(text, now), AsOf.Now),
            MapChange = Read("mapChange", MapChangeOf, null),
            MapDay = Read<DateOnly?>("mapDay", DayOf, null),
            Measure = Read("measure", MeasureOf, null),
            NewSources = Read("newSources", text => text == "wait" ? NewSources.Wait : throw new FormatException("New sources wait, or are not named."), NewSources.Count),
            Text = Read("q", TextOf, null),
            IsFreeScale = Read("scale", text => text == "free" ? true : throw new FormatException("The scale is free, or not named."), false),
            Tab = Read("tab", TabOf, ViewTab.Line),
            Trigger = Read<DateOnly?>("trigger", DayOf, null),
            Order = Read("sort", OrderOf, ActOrder.DateDescending),
            WhatIf = Read("whatIf", WhatIf.Parse, null),
            Why = Read<ChangeSpan?>("why", text => ChangeSpan.Parse(text, now), null),
            Without = Read("without", WithoutOf, []),
            Period = PeriodOf(Read<DateOnly?>("from", DayOf, null), Read<DateOnly?>("to", DayOf, null)),
        };
        return (view, problems);

        T Read<T>(string key, Func<string, T> parse, T fallback)
        {
            if (!values.TryGetValue(key, out var text))
                return fallback;
            try
            {
                return parse(text);
            }
            catch (Exception problem) when (problem is FormatException or ArgumentException)
            {
                problems.Add(new(key, problem.Message));
                return fallback;
            }
        }

        Period? PeriodOf(DateOnly? from, DateOnly? to)
        {
            if (from is null && to is null)
                return null;
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            try
            {
                var end = to ?? (from > today ? from.Value : today);
                return new Period(from ?? end.AddYears(-1), end);
            }
            catch (ArgumentException problem)
            {
                problems.Add(new("from", problem.Message));
                return null;
            }
        }
    }

    /// <summary>Splits "a=b&amp;c=d" (with or without "?") into decoded pairs.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Pairs(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            yield return at < 0 ? new(Decode(part), "") : new(Decode(part[..at]), Decode(part[(at + 1)..]));
        }

        static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private static readonly Dictionary<ActOrder, string> OrderNames = new()
    {
        [ActOrder.DateDescending] = "-date",
        [ActOrder.DateAscending] = "date",
        [ActOrder.ScoreDescending] = "-score",
        [ActOrder.ScoreAscending] = "score",
        [ActOrder.CountryAscending] = "country",
        [ActOrder.CountryDescending] = "-country",
        [ActOrder.KindAscending] = "kind",
        [ActOrder.KindDescending] = "-kind",
        [ActOrder.FormAscending] = "form",
        [ActOrder.FormDescending] = "-form",
        [ActOrder.WeightDescending] = "-weight",
        [ActOrder.WeightAscending] = "weight",
        [ActOrder.ContributionDescending] = "-contribution",
        [ActOrder.ContributionAscending] = "contribution",
    };

    private static readonly Dictionary<ViewTab, string> TabNames = new()
    {
        [ViewTab.Line] = "line",
        [ViewTab.Heat] = "heat",
        [ViewTab.Multiples] = "multiples",
        [ViewTab.Slope] = "slope",
        [ViewTab.Diffusion] = "diffusion",
        [ViewTab.Table] = "table",
    };

    private static ViewTab TabOf(string text) => TabNames.Where(t => t.Value == text).Select(t => (ViewTab?)t.Key).FirstOrDefault()
        ?? throw new FormatException($"The tab is {string.Join(", ", TabNames.Values)}.");

    private static string? List(IEnumerable<string> items) =>
        string.Join(',', items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IReadOnlyList<T> Items<T>(string text, Func<string, T> parse)
    {
        var items = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (items.Length > MostItems)
            throw new FormatException($"At most {MostItems} can be named at once.");
        return [.. items.Select(parse).Distinct().Order()];
    }

    private static string CodeOf(string text) =>
        text.Length is > 0 and <= 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? text.ToUpperInvariant()
            : throw new FormatException($"\"{Shorten(text)}\" is not a code.");

    private static string SlugOf(string text) =>
        text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : throw new FormatException($"\"{Shorten(text)}\" is not the code of a collection.");

    private static string? VersionOf(string text) => IsVersion(text)
        ? text
        : throw new FormatException($"\"{Shorten(text)}\" is not a version of the codebook such as 1.0.");

    /// <summary>Whether a text can be the name of a version of the codebook: two or three numbers of up to three digits, with points between.</summary>
    public static bool IsVersion(string? text) =>
        text?.Split('.') is { Length: 2 or 3 } parts && parts.All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit));

    private static IReadOnlyList<Guid> ScenariosOf(string text) =>
        Items(text, item => Guid.TryParseExact(item, "n", out var id) ? id : throw new FormatException("A scenario is named by its number of 32 digits.")) is { Count: <= ViewState.MostCompared } ids
            ? ids : throw new FormatException($"At most {ViewState.MostCompared} scenarios can stand side by side.");

    private static IReadOnlyList<Guid> WithoutOf(string text) => Items(text, SourceName.Parse) is { Count: <= WhatIf.MostSources } sources
        ? sources : throw new FormatException($"At most {WhatIf.MostSources} sources can be left out at once.");

    private static ActForm? FormOf(string text) => text == "words" ? ActForm.Words
        : text == "deeds" ? ActForm.Deeds : throw new FormatException("The form is words or deeds.");

    private static int? MapChangeOf(string text) => ViewState.MapChanges.Select(days => (int?)days)
        .FirstOrDefault(days => days?.ToString(CultureInfo.InvariantCulture) == text)
        ?? throw new FormatException($"The map tells the change over {string.Join(", ", ViewState.MapChanges)} days.");

    private static ActOrder OrderOf(string text) => OrderNames.Where(o => o.Value == text).Select(o => (ActOrder?)o.Key).FirstOrDefault()
        ?? throw new FormatException("Sort by date, score, country, kind, form, weight or contribution; with - before it, the other way round.");

    private static string? MeasureOf(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        ? text
        : throw new FormatException($"\"{Shorten(text)}\" is not the name of a number of acts, such as tonnes.");

    private static string? TextOf(string text) =>
        text.Length > LongestText ? throw new FormatException($"Search words are at most {LongestText} characters.")
        : text.Any(char.IsControl) ? throw new FormatException("Search words hold a control character.")
        : string.IsNullOrWhiteSpace(text) ? null
        : text.Trim();

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1800 and <= 2200
            ? day
            : throw new FormatException($"\"{Shorten(text)}\" is not a date such as 2022-07-24.");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

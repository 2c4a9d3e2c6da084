using System.Text;
using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Sharing;

/// <summary>
/// What the reader of a shared view may change, and how far: filters are read over the shared view, and never reach outside its
/// scope. Axis, knowledge date, codebook and sources are not the reader's to change.
/// </summary>
public static class FilterLock
{
    /// <summary>Open to the reader; a key without value means "none".</summary>
    public static readonly IReadOnlyList<string> Keys = ["collections", "countries", "families", "form", "from", "halfLife", "q", "sort", "to"];

    private static readonly string[] Lists = ["collections", "countries", "families"];

    /// <summary>The view a reader asks for, cut down to the scope, and what was not understood or not shared.</summary>
    /// <param name="query">A list may come as one value with commas or as one value each, as a form without script sends it.</param>
    public static (ViewState View, IReadOnlyList<ViewStateProblem> Problems) Read(
        Share share, IEnumerable<KeyValuePair<string, string?>> query, Register register, DateTimeOffset now,
        IReadOnlyCollection<string>? foreignKeys = null)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(register);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var scope = share.ScopeOn(today);
        var problems = new List<ViewStateProblem>();
        var values = Explicit(share.View, today);
        Overlay(values, Allowed(query, foreignKeys ?? [], problems), problems);
        var (asked, refused) = ViewStateUrl.Parse(values.Where(v => v.Value.Length > 0).Select(v => new KeyValuePair<string, string?>(v.Key, v.Value)), now);
        problems.AddRange(refused);
        asked = asked with
        {
            Axis = share.View.Axis,
            AsOf = share.View.AsOf,
            Codebook = share.View.Codebook,
            NewSources = share.View.NewSources,
            Without = share.View.Without,
            Period = refused.Any(p => p.Key is "from" or "to") ? scope.Period : asked.Period,
        };
        problems.AddRange(register.Unknown(asked));
        problems.AddRange(Outside(register.Known(asked), scope, register));
        return (scope.Narrow(register.Known(asked)), problems);
    }

    /// <summary>The query string of a view of this share: what differs from the view as shared.</summary>
    public static string Print(Share share, ViewState view, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(share);
        var shared = Explicit(share.View, today);
        var query = new StringBuilder();
        foreach (var (key, value) in Explicit(view, today).Where(v => v.Value != shared[v.Key]).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            query.Append(query.Length > 0 ? "&" : null)
                .Append(key).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
        }
        return query.ToString();
    }

    /// <summary>Every open key with its value, defaults included.</summary>
    private static Dictionary<string, string> Explicit(ViewState view, DateOnly today)
    {
        var values = Keys.ToDictionary(key => key, _ => "", StringComparer.Ordinal);
        (values["halfLife"], values["sort"]) = (HalfLife.Default.ToString(), "-date");
        var open = view with { Axis = ViewState.DefaultAxis, AsOf = AsOf.Now, Codebook = null, NewSources = NewSources.Count, Without = [], Blocs = [], Period = view.PeriodOn(today), Why = null, WhatIf = null, Compare = [] };
        foreach (var (key, value) in ViewStateUrl.Pairs(ViewStateUrl.Print(open)))
            values[key] = value ?? "";
        return values;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Allowed(
        IEnumerable<KeyValuePair<string, string?>> query, IReadOnlyCollection<string> foreignKeys, List<ViewStateProblem> problems)
    {
        foreach (var pair in query.Where(p => !foreignKeys.Contains(p.Key)))
        {
            if (Keys.Contains(pair.Key))
                yield return pair;
            else
                problems.Add(new(Shorten(pair.Key), ViewStateUrl.Keys.Contains(pair.Key)
                    ? $"The filter \"{pair.Key}\" cannot be changed in a shared view."
                    : $"There is no filter called \"{Shorten(pair.Key)}\"."));
        }
    }

    private static void Overlay(
        Dictionary<string, string> values, IEnumerable<KeyValuePair<string, string?>> asked, List<ViewStateProblem> problems)
    {
        foreach (var given in asked.GroupBy(p => p.Key, p => p.Value ?? "", StringComparer.Ordinal))
        {
            var all = given.ToList();
            if (Lists.Contains(given.Key))
                values[given.Key] = string.Join(',', all.Where(v => v.Length > 0));
            else if (all.Count == 1)
                values[given.Key] = all[0];
            else
                problems.Add(new(given.Key, $"The filter \"{given.Key}\" is given twice."));
        }
    }

    private static IEnumerable<ViewStateProblem> Outside(ViewState asked, Scope scope, Register register)
    {
        if (asked.Countries.Where(c => !scope.Allows(c)).Select(register.NameOf).ToList() is { Count: > 0 } foreign)
        {
            var named = foreign.Count <= 3 ? string.Join(", ", foreign) : $"{string.Join(", ", foreign.Take(3))} and {foreign.Count - 3} more";
            yield return new("countries", $"Not part of this shared view: {named}.");
        }
        if (scope.Collections is { } collections && asked.Collections.Any(c => !collections.Contains(c)))
            yield return new("collections", "A collection asked for is not part of this shared view.");
        if (scope.Families is { } families && asked.Families.Any(f => !families.Contains(f)))
            yield return new("families", "A family of acts asked for is not part of this shared view.");
        if (scope.Form is { } form && asked.Form is { } wanted && wanted != form)
            yield return new("form", $"This shared view holds only {(form == ActForm.Words ? "words" : "deeds")}.");
        if (scope.Period is { } allowed && asked.Period is { } period && (period.From < allowed.From || period.To > allowed.To))
            yield return new("from", $"This shared view runs {Wording.DateWords.Span(allowed)}; days outside are left out.");
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

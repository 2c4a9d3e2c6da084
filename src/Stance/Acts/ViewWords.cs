using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Acts;

/// <summary>A filter that differs from the default, in words, and the view without it.</summary>
public sealed record ViewPhrase(string Text, ViewState Without);

/// <summary>A view as a sentence: the filter bar, a print and a share all say it the same way.</summary>
public static class ViewWords
{
    /// <summary>"Kazakhstan", "Belarus and Kazakhstan", "Belarus, Kazakhstan and 3 more", "no country".</summary>
    public static string Countries(ViewState view, Register register)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(register);
        return Several([.. view.Blocs.Select(register.NameOfBloc), .. view.Countries.Select(register.NameOf).Order(StringComparer.Ordinal)], "no country");
    }

    public static string Period(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Period is { } period ? DateWords.Span(period) : "the last 12 months";
    }

    public static string AsOf(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.AsOf.Instant is not { } instant ? "today"
            : view.AsOf.Printed is { Length: 10 } ? DateWords.Day(DateOnly.FromDateTime(instant.UtcDateTime))
            : DateWords.Instant(instant);
    }

    /// <summary>"24 Jul 2022", or where a codebook is chosen "24 Jul 2022, scored by codebook 1.0"; null = as known today by the codebook of today.</summary>
    public static string? Known(ViewState view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view is { AsOf.Instant: null, Codebook: null } ? null
            : view.Codebook is { } codebook ? $"{AsOf(view)}, scored by codebook {codebook}"
            : AsOf(view);
    }

    /// <summary>What the sentence names beyond country, axis, period and knowledge date.</summary>
    public static IReadOnlyList<ViewPhrase> Phrases(ViewState view, Register register)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(register);
        var phrases = new List<ViewPhrase>();
        if (view.Families.Count > 0)
            phrases.Add(new($"only {And(view.Families.Select(register.NameOfFamily).Distinct())}", view with { Families = [] }));
        if (view.Form is { } form)
            phrases.Add(new(form == ActForm.Words ? "only words" : "only deeds", view with { Form = null }));
        if (view.Collections.Count > 0)
            phrases.Add(new($"from {And(view.Collections.Select(register.NameOfCollection))}", view with { Collections = [] }));
        if (view.Codebook is { } codebook)
            phrases.Add(new($"scored by codebook {codebook}", view with { Codebook = null }));
        if (view.NewSources == NewSources.Wait)
            phrases.Add(new("new sources wait until coded back", view with { NewSources = NewSources.Count }));
        if (view.Without.Count > 0)
            phrases.Add(new($"without {And(view.Without.Select(register.SourceNameOf).Order(StringComparer.Ordinal))}", view with { Without = [] }));
        if (view.HalfLife != HalfLife.Default)
            phrases.Add(new($"acts {DateWords.Fading(view.HalfLife)}", view with { HalfLife = HalfLife.Default }));
        if (view.Text is { } text)
            phrases.Add(new($"listing “{text}”", view with { Text = null }));
        return phrases;
    }

    /// <summary>How many filters differ from the default, countries, axis, period and knowledge date among them.</summary>
    public static int Chosen(ViewState view, Register register)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Phrases(view, register).Count
            + (view.Countries.Count + view.Blocs.Count > 0 ? 1 : 0)
            + (view.Axis != ViewState.DefaultAxis ? 1 : 0)
            + (view.Period is null ? 0 : 1)
            + (view.AsOf.Instant is null ? 0 : 1);
    }

    /// <summary>The whole view in one line, for print and for image files.</summary>
    public static string Sentence(ViewState view, Register register)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(register);
        var axis = register.Axes.GetValueOrDefault(view.Axis);
        var phrases = string.Concat(Phrases(view, register).Select(p => ", " + p.Text));
        return $"Alignment of {Countries(view, register)} between {axis?.NegativePole} and {axis?.PositivePole}, {Period(view)}, as known {AsOf(view)}{phrases}";
    }

    private static string Several(IReadOnlyList<string> names, string none) => names.Count switch
    {
        0 => none,
        <= 3 => And(names),
        _ => $"{names[0]}, {names[1]} and {names.Count - 2} more",
    };

    private static string And(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    private static string NameOfBloc(this Register register, string code) => register.Blocs.GetValueOrDefault(code)?.Name ?? code;

    private static string NameOfCollection(this Register register, string code) => register.Collections.GetValueOrDefault(code)?.Name ?? code;

    private static string NameOfFamily(this Register register, string code) =>
        register.Codebook.Families.FirstOrDefault(f => f.Code == code).Name is { Length: > 0 } name ? name.ToLowerInvariant() : code;
}

using System.Globalization;
using Stance.ViewStates;
using Stance.Web.Api;

namespace Stance.Web.Explanation;

/// <summary>The API address of the change that is on screen.</summary>
internal static class WhyAddress
{
    /// <param name="view">A view with a change to explain.</param>
    /// <param name="first">The first day of its line.</param>
    public static string Csv(ViewState view, DateOnly first)
    {
        ArgumentNullException.ThrowIfNull(view);
        var span = view.Why ?? throw new ArgumentException("The view names no change.", nameof(view));
        var filters = ViewStateUrl.Print(new ViewState
        {
            Axis = view.Axis,
            Families = view.Families,
            Form = view.Form,
            Collections = view.Collections,
            HalfLife = view.HalfLife,
            AsOf = view.AsOf,
            Codebook = view.Codebook,
            NewSources = view.NewSources,
            Without = view.Without,
        });
        var line = view.NewSources == NewSources.Wait ? $"&from={Iso(first)}" : "";
        var known = span.Known is { } ends ? $"&knownAt0={End(ends.From)}&knownAt1={End(ends.To)}" : "";
        return $"{StanceApi.Root}/alignment/why.csv?country={span.Country}&t0={Iso(span.Period.From)}&t1={Iso(span.Period.To)}{known}{line}{(filters.Length > 0 ? "&" : "")}{filters}";
    }

    private static string End(AsOf known) => Uri.EscapeDataString(known.ToString());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Stance.Explanation;
using Stance.ViewStates;
using Stance.Web.Api;

namespace Stance.Web.Explanation;

/// <summary>The API address of the change that is on screen.</summary>
internal static class WhyAddress
{
    public static string Csv(ChangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (view, from, to) = (report.View, report.From, report.To);
        var filters = ViewStateUrl.Print(new ViewState
        {
            Axis = view.Axis,
            Families = view.Families,
            Form = view.Form,
            Collections = view.Collections,
            HalfLife = view.HalfLife,
            AsOf = view.AsOf,
        });
        var known = from.Known == to.Known ? "" : $"&knownAt0={End(from.Known)}&knownAt1={End(to.Known)}";
        return $"{StanceApi.Root}/alignment/why.csv?country={report.Country.Code}&t0={Iso(from.Day)}&t1={Iso(to.Day)}{known}{(filters.Length > 0 ? "&" : "")}{filters}";
    }

    private static string End(AsOf known) => Uri.EscapeDataString(known.ToString());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Stance.ViewStates;

namespace Stance.EndToEnd.Views;

/// <summary>Views drawn by lot over the sample content.</summary>
internal static class AnyView
{
    private static readonly string[] Countries = ["KAZ", "BLR", "UZB", "RUS", "UKR", "POL", "CHN", "IND", "HUN", "KGZ", "SRB", "BRA"];
    private static readonly string[] Blocs = ["CSTO", "CENTRAL_ASIA", "BRICS"];
    private static readonly string[] Families = ["DIP", "ECO", "HUM", "MIL", "LEG"];

    /// <summary>At most four countries or one bloc, at most 150 days around the sample.</summary>
    public static ViewState Of(Random random)
    {
        var from = new DateOnly(2021, 11, 1).AddDays(random.Next(500));
        return new ViewState
        {
            Axis = random.Next(4) == 0 ? "TIE" : "RUW",
            Countries = [.. random.GetItems(Countries, random.Next(1, 4)).Distinct().Order(StringComparer.Ordinal).Select(c => new Stance.Countries.CountryCode(c))],
            Blocs = random.Next(5) == 0 ? [random.GetItems(Blocs, 1)[0]] : [],
            Period = new Period(from, from.AddDays(random.Next(150))),
            Families = random.Next(4) == 0 ? [.. random.GetItems(Families, 2).Distinct().Order(StringComparer.Ordinal)] : [],
            Form = random.Next(6) switch { 0 => ActForm.Words, 1 => ActForm.Deeds, _ => null },
            Collections = random.Next(3) switch { 0 => ["wsj-2022-07-24"], 1 => ["unga-es11"], _ => [] },
            HalfLife = random.GetItems([.. HalfLife.Choices], 1)[0],
            AsOf = random.Next(3) == 0 ? AsOf.EndOf(new DateOnly(2022, 3, 1).AddDays(random.Next(600))) : AsOf.Now,
        };
    }
}

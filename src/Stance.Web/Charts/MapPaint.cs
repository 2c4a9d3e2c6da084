using Stance.Wording;

namespace Stance.Web.Charts;

/// <summary>How a map's countries are filled, named and told; the same on a page and in a picture.</summary>
/// <param name="hatch">What the names of the hatch patterns begin with.</param>
internal sealed class MapPaint(MapDrawing drawing, string hatch)
{
    private const double NameWidth = 84;
    private const double NameHeight = 18;
    private static readonly string Middle = PoleScale.Name(0);

    private readonly Dictionary<string, MapCountry> countries = drawing.Countries.GroupBy(c => c.Code).ToDictionary(g => g.Key, g => g.First());

    public IEnumerable<MapCountry> ByName => countries.Values.OrderBy(c => c.Name, StringComparer.CurrentCulture);

    public IEnumerable<string> Hatched => drawing.Back is null ? [Middle] : Tokens.ScaleNames;

    public MapCountry? Find(string? code) => code is not null && countries.TryGetValue(code, out var country) ? country : null;

    public bool IsChosen(string code, string? pointed = null) => code == pointed || drawing.Chosen.Contains(code);

    /// <summary>Chosen countries whose names find room; the others keep their outline.</summary>
    public List<CountryShape> Named(WorldShapes world, string? pointed = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        var named = new List<CountryShape>();
        foreach (var shape in world.Countries.Where(s => s.Code is not null && IsChosen(s.Code, pointed)).OrderBy(s => s.Code == pointed ? 0 : 1))
        {
            if (named.All(other => Math.Abs(other.Y - shape.Y) > NameHeight || Math.Abs(other.X - shape.X) > NameWidth))
                named.Add(shape);
        }
        return named;
    }

    public string Fill(MapCountry? country) =>
        country is null ? "none" : country.IsUncertain ? $"url(#{hatch}{HatchOf(country)})" : $"var(--{PoleScale.Name(country.Value)})";

    public string Words(CountryShape shape, MapCountry? country) => country is null
        ? $"{shape.Name}: {drawing.MissingWords}"
        : $"{country.Name}: {NumberWords.Index(country.Value)}, 90% band {NumberWords.Range(country.Low90, country.High90)}{(country.IsUncertain ? $", {drawing.UncertainWords}" : "")}";

    public static string X(CountryShape shape) => Svg.Percent(100 * shape.X / WorldShapes.Width);

    public static string Y(CountryShape shape) => Svg.Percent(100 * shape.Y / WorldShapes.Height);

    /// <summary>A level on thin evidence is no level: its hatch lies over the middle. A change that may be nothing keeps its colour under the hatch.</summary>
    private string HatchOf(MapCountry country) => drawing.Back is null ? Middle : PoleScale.Name(country.Value);
}

using Microsoft.AspNetCore.Components;
using Stance.Wording;

namespace Stance.Web.Charts;

/// <summary>The world by index, drawn by the server. Seven classes; hatch = thin; dashed outline = not in the record.</summary>
public sealed partial class WorldMap : ComponentBase
{
    private const double NameWidth = 84;
    private const double NameHeight = 18;
    private static readonly string Middle = PoleScale.Name(0);

    private readonly string _hatch = $"h{Guid.NewGuid():n}"[..7];
    private Dictionary<string, MapCountry> _countries = [];
    private List<MapCountry> _byName = [];
    private MapDrawing? _drawn;
    private string? _pointed;

    [Parameter, EditorRequired] public required MapDrawing Drawing { get; set; }

    /// <summary>A country was chosen, by its code.</summary>
    [Parameter] public EventCallback<string> OnCountrySelected { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_drawn, Drawing))
            return;
        _drawn = Drawing;
        _countries = Drawing.Countries.GroupBy(c => c.Code).ToDictionary(g => g.Key, g => g.First());
        _byName = [.. _countries.Values.OrderBy(c => c.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Chosen countries whose names find room; the others keep their outline.</summary>
    private List<CountryShape> Named()
    {
        var named = new List<CountryShape>();
        foreach (var shape in World.Countries.Where(s => s.Code is not null && IsChosen(s.Code)).OrderBy(s => s.Code == _pointed ? 0 : 1))
        {
            if (named.All(other => Math.Abs(other.Y - shape.Y) > NameHeight || Math.Abs(other.X - shape.X) > NameWidth))
                named.Add(shape);
        }
        return named;
    }

    private MapCountry? Find(string? code) => code is not null && _countries.TryGetValue(code, out var country) ? country : null;

    private bool IsChosen(string code) => code == _pointed || Drawing.Chosen.Contains(code);

    private string Fill(MapCountry? country) =>
        country is null ? "none" : country.IsUncertain ? $"url(#{_hatch}{HatchOf(country)})" : $"var(--{PoleScale.Name(country.Value)})";

    /// <summary>A level on thin evidence is no level: its hatch lies over the middle. A change that may be nothing keeps its colour under the hatch.</summary>
    private string HatchOf(MapCountry country) => Drawing.Back is null ? Middle : PoleScale.Name(country.Value);

    private IEnumerable<string> Hatched => Drawing.Back is null ? [Middle] : Tokens.ScaleNames;

    private string Words(CountryShape shape, MapCountry? country) => country is null
        ? $"{shape.Name}: {Drawing.MissingWords}"
        : $"{country.Name}: {NumberWords.Index(country.Value)}, 90% band {NumberWords.Range(country.Low90, country.High90)}{(country.IsUncertain ? $", {Drawing.UncertainWords}" : "")}";

    private static string X(CountryShape shape) => Svg.Percent(100 * shape.X / WorldShapes.Width);

    private static string Y(CountryShape shape) => Svg.Percent(100 * shape.Y / WorldShapes.Height);

    private Task ChooseAsync(MapCountry? country) => country is null ? Task.CompletedTask : OnCountrySelected.InvokeAsync(country.Code);
}

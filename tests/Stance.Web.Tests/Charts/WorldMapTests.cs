using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Stance.Web.Charts;

namespace Stance.Web.Tests.Charts;

public sealed class WorldMapTests : BunitContext
{
    private static readonly WorldShapes World = WorldShapes.ReadFile();

    public WorldMapTests()
    {
        Services.AddSingleton(World);
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }

    private static MapDrawing Drawing(params MapCountry[] countries) => new()
    {
        Key = "k",
        Poles = new PoleNames("Moscow", "Kyiv and its backers"),
        Countries = countries,
        Chosen = ["KAZ"],
        MissingWords = "no vote in the record",
    };

    [Theory]
    [InlineData("UKR", true)]
    [InlineData("RUS", false)]
    public void Crimea__by_its_middle__lies_in_Ukraine(string code, bool isInside) => Assert.Equal(isInside, Holds(code, 34.3, 45.3));

    [Theory]
    [InlineData("RUS", 37.6, 55.7)]
    [InlineData("RUS", 177.0, 66.0)]
    [InlineData("KAZ", 71.4, 51.1)]
    [InlineData("CYP", 33.6, 35.3)]
    [InlineData("BRA", -47.9, -15.8)]
    public void Capital_or_far_corner__of_a_country__lies_in_its_shape(string code, double longitude, double latitude) =>
        Assert.True(Holds(code, longitude, latitude));

    [Fact]
    public void Shapes__of_the_world__have_each_code_once_and_fit_the_payload()
    {
        var codes = World.Countries.Where(c => c.Code is not null).Select(c => c.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.True(codes.Count >= 225);
        Assert.InRange(World.Countries.Sum(c => c.Path.Length), 40_000, 110_000);
        Assert.Contains(World.Countries, c => c is { Code: "TUV", IsDisc: true });
    }

    [Fact]
    public void Map__thin_and_missing__never_share_a_look()
    {
        var map = Render<WorldMap>(p => p.Add(m => m.Drawing, Drawing(
            new MapCountry("KAZ", "Kazakhstan", -0.9, -3, 1, 3, false), new MapCountry("TKM", "Turkmenistan", 0, -4, 4, 0.5, true))));

        Assert.Equal("var(--n1)", map.Find("path[data-code=KAZ]").GetAttribute("fill"));
        Assert.StartsWith("url(#", map.Find("path[data-code=TKM]").GetAttribute("fill"), StringComparison.Ordinal);
        Assert.Equal("none", map.Find("path[data-code=FRA]").GetAttribute("fill"));
        Assert.Contains("unknown", map.Find("path[data-code=FRA]").ClassList);
        Assert.Equal("Kazakhstan: −0.90, 90% band −3.00 to +1.00", map.Find("path[data-code=KAZ] title").TextContent);
    }

    [Fact]
    public async Task Country__chosen_by_pointer_or_in_the_list__is_told()
    {
        var told = new List<string>();
        var map = Render<WorldMap>(p => p.Add(m => m.Drawing, Drawing(new MapCountry("NRU", "Nauru", 3, 1, 5, 3, false))).Add(m => m.OnCountrySelected, told.Add));

        await map.Find("circle").ClickAsync();
        Assert.Empty(map.FindAll(".map-list button"));
        await map.Find(".map-list summary").ClickAsync();
        await map.Find(".map-list button").ClickAsync();
        await map.Find("path[data-code=FRA]").ClickAsync();

        Assert.Equal(["NRU", "NRU"], told);
    }

    [Fact]
    public void Map_of_changes__key_titles_and_table_speak_of_change()
    {
        var drawing = Drawing(new MapCountry("KAZ", "Kazakhstan", 5.06, 0.2, 9.9, 9, false, -4.37)) with { Back = 365 };
        var map = Render<WorldMap>(p => p.Add(m => m.Drawing, drawing));

        Assert.Contains("may be no change", map.Find(".map-key").TextContent, StringComparison.Ordinal);
        Assert.Contains("moved toward", map.Find(".map-key").TextContent, StringComparison.Ordinal);
        Assert.Equal([["Kazakhstan", "−4.37", "+0.69", "+5.06", "+0.20 to +9.90", "yes"]], MapTable.Of(drawing).Rows);
    }

    [Fact]
    public void MapTable__of_a_drawing__lists_every_country_by_name()
    {
        var table = MapTable.Of(Drawing(new MapCountry("UZB", "Uzbekistan", 0.3, -1, 2, 0.4, true), new MapCountry("BLR", "Belarus", -2.19, -4, -1, 2, false)));
        Assert.Equal([["Belarus", "−2.19", "−4.00 to −1.00", "2.00", ""], ["Uzbekistan", "+0.30", "−1.00 to +2.00", "0.40", "thin"]], table.Rows);
    }

    /// <summary>Even–odd rule on the printed path, the way a browser fills it.</summary>
    private static bool Holds(string code, double longitude, double latitude)
    {
        var (px, py) = WorldShapes.Place(longitude, latitude);
        var isInside = false;
        foreach (var ring in PathReader.Rings(World.Countries.Single(c => c.Code == code).Path))
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                if (a.Y > 2 * py != b.Y > 2 * py && 2 * px < ((b.X - a.X) * ((2 * py) - a.Y) / (b.Y - a.Y)) + a.X)
                    isInside = !isInside;
            }
        }
        return isInside;
    }
}

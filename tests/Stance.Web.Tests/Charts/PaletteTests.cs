using System.Text.RegularExpressions;
using Stance.Web.Charts;

namespace Stance.Web.Tests.Charts;

public sealed partial class PaletteTests
{
    private static readonly Dictionary<string, string> Light = Tokens.Light.Named().ToDictionary(t => t.Name, t => t.Value);
    private static readonly Dictionary<string, string> Dark = Tokens.Dark.Named().ToDictionary(t => t.Name, t => t.Value);

    /// <summary>Printed ratios of the design, light and dark.</summary>
    [Theory]
    [InlineData("ink", "page", 15.87, 15.21)]
    [InlineData("ink", "surface", 16.56, 14.23)]
    [InlineData("ink", "sunk", 14.66, 15.85)]
    [InlineData("t2", "page", 8.18, 10.34)]
    [InlineData("t2", "surface", 8.53, 9.68)]
    [InlineData("t3", "page", 5.45, 7.02)]
    [InlineData("t3", "surface", 5.69, 6.57)]
    [InlineData("t3", "sunk", 5.04, 7.32)]
    [InlineData("neg", "page", 6.96, 8.73)]
    [InlineData("neg", "surface", 7.27, 8.17)]
    [InlineData("pos", "page", 7.81, 9.42)]
    [InlineData("pos", "surface", 8.15, 8.81)]
    [InlineData("accent", "page", 8.12, 9.12)]
    [InlineData("accent", "surface", 8.48, 8.53)]
    [InlineData("page", "ink", 15.87, 15.21)]
    [InlineData("ink", "mark", 13.70, 8.67)]
    [InlineData("err", "page", 7.41, 8.51)]
    [InlineData("err", "err-bg", 6.76, 7.58)]
    [InlineData("warn", "page", 6.52, 10.74)]
    [InlineData("warn", "warn-bg", 6.03, 8.61)]
    [InlineData("ok", "ok-bg", 5.93, 8.45)]
    public void Text__on_its_ground__has_the_printed_contrast_and_at_least_four_and_a_half(string text, string ground, double light, double dark)
    {
        Assert.Equal(light, Colour.Contrast(Light[text], Light[ground]), 0.01);
        Assert.Equal(dark, Colour.Contrast(Dark[text], Dark[ground]), 0.01);
        Assert.True(Math.Min(light, dark) >= 4.5);
    }

    [Theory]
    [InlineData("edge", "page", 3.75, 4.56)]
    [InlineData("edge", "surface", 3.91, 4.27)]
    [InlineData("edge", "sunk", 3.46, 4.76)]
    [InlineData("bneg", "page", 3.75, 6.40)]
    [InlineData("bneg", "surface", 3.91, 5.99)]
    [InlineData("bpos", "page", 4.34, 6.40)]
    [InlineData("bpos", "surface", 4.53, 5.98)]
    [InlineData("n3", "page", 7.69, 10.93)]
    [InlineData("n2", "page", 3.52, 5.58)]
    [InlineData("p2", "page", 3.48, 6.50)]
    [InlineData("p3", "page", 8.49, 12.83)]
    [InlineData("hatm", "z", 4.43, 5.19)]
    [InlineData("mark-edge", "mark", 4.19, 5.42)]
    [InlineData("s1", "page", 15.87, 15.21)]
    [InlineData("s2", "page", 3.70, 11.12)]
    [InlineData("s3", "page", 11.49, 3.65)]
    [InlineData("s4", "page", 3.65, 6.93)]
    [InlineData("s5", "page", 3.14, 6.98)]
    [InlineData("s6", "page", 6.05, 6.67)]
    [InlineData("s7", "page", 5.59, 13.31)]
    [InlineData("s8", "page", 6.76, 3.63)]
    public void Mark__on_its_ground__has_the_printed_contrast_and_at_least_three(string mark, string ground, double light, double dark)
    {
        Assert.Equal(light, Colour.Contrast(Light[mark], Light[ground]), 0.01);
        Assert.Equal(dark, Colour.Contrast(Dark[mark], Dark[ground]), 0.01);
        Assert.True(Math.Min(light, dark) >= 3);
    }

    [Fact]
    public void Series_and_pole_scale__in_every_kind_of_sight__stay_apart()
    {
        Assert.Equal([15.2, 15.2, 15.4, 16.4],
            new[] { Tokens.Light.Series, Tokens.Dark.Series, Tokens.Light.Scale, Tokens.Dark.Scale }.Select(c => Math.Round(ColourSight.Least(c), 1)));
    }

    [Fact]
    public void StyleSheet__in_a_style_element__holds_nothing_that_html_escapes() =>
        Assert.DoesNotMatch("[<>&\"'+]", Tokens.StyleSheet + StanceTheme.PaletteVariables);

    [Fact]
    public void StyleSheets__each__is_part_of_the_one_the_browser_gets()
    {
        var joined = File.ReadAllText(Path.Combine(Sources(), "Styles.targets"));
        Assert.All(Directory.GetFiles(Path.Combine(Sources(), "Styles")), f => Assert.Contains($"Styles/{Path.GetFileName(f)}", joined, StringComparison.Ordinal));
    }

    [Fact]
    public void StyleSheets__of_the_product__name_no_colour_of_their_own()
    {
        var folder = Path.Combine(Sources(), "Styles");
        var offenders = Directory.GetFiles(folder, "*.css")
            .Concat(Directory.GetFiles(Sources(), "*.razor", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)))
            .Where(f => HexColour().IsMatch(File.ReadAllText(f)))
            .Select(Path.GetFileName);
        Assert.Empty(offenders);
    }

    [GeneratedRegex("#(?:[0-9a-fA-F]{3}){1,2}(?=[;\\s\"')])")]
    private static partial Regex HexColour();

    private static string Sources()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Stance.sln")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests do not run below the solution.");
        return Path.Combine(at, "src", "Stance.Web");
    }
}

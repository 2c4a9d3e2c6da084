using System.Text;
using MudBlazor;
using MudBlazor.Utilities;

namespace Stance.Web.Charts;

/// <summary>
/// The tokens as MudBlazor's theme. Its provider knows one theme at a time and learns it only with the circuit, so the
/// same palette is also printed as variables that point at the tokens: light and dark are then right at first paint.
/// </summary>
public static class StanceTheme
{
    public const string Serif = "Source Serif 4";
    public const string Sans = "Source Sans 3";

    private sealed record Entry(string Css, string Token, Action<Palette, MudColor> Set, bool HasShades = false);

    private static readonly Entry[] Entries =
    [
        new("black", "ink", (p, c) => p.Black = c), new("white", "page", (p, c) => p.White = c),
        new("primary", "ink", (p, c) => p.Primary = c, true), new("primary-text", "page", (p, c) => p.PrimaryContrastText = c),
        new("secondary", "accent", (p, c) => p.Secondary = c, true), new("secondary-text", "page", (p, c) => p.SecondaryContrastText = c),
        new("tertiary", "t2", (p, c) => p.Tertiary = c, true), new("tertiary-text", "page", (p, c) => p.TertiaryContrastText = c),
        new("info", "t2", (p, c) => p.Info = c, true), new("info-text", "page", (p, c) => p.InfoContrastText = c),
        new("success", "ok", (p, c) => p.Success = c, true), new("success-text", "page", (p, c) => p.SuccessContrastText = c),
        new("warning", "warn", (p, c) => p.Warning = c, true), new("warning-text", "page", (p, c) => p.WarningContrastText = c),
        new("error", "err", (p, c) => p.Error = c, true), new("error-text", "page", (p, c) => p.ErrorContrastText = c),
        new("dark", "ink", (p, c) => p.Dark = c, true), new("dark-text", "page", (p, c) => p.DarkContrastText = c),
        new("text-primary", "ink", (p, c) => p.TextPrimary = c), new("text-secondary", "t2", (p, c) => p.TextSecondary = c),
        new("text-disabled", "t3", (p, c) => p.TextDisabled = c), new("action-default", "t2", (p, c) => p.ActionDefault = c),
        new("action-disabled", "t3", (p, c) => p.ActionDisabled = c),
        new("action-disabled-background", "sunk", (p, c) => p.ActionDisabledBackground = c),
        new("background", "page", (p, c) => p.Background = c), new("background-gray", "sunk", (p, c) => p.BackgroundGray = c),
        new("surface", "surface", (p, c) => p.Surface = c), new("drawer-background", "page", (p, c) => p.DrawerBackground = c),
        new("drawer-text", "ink", (p, c) => p.DrawerText = c), new("drawer-icon", "t2", (p, c) => p.DrawerIcon = c),
        new("appbar-background", "page", (p, c) => p.AppbarBackground = c), new("appbar-text", "ink", (p, c) => p.AppbarText = c),
        new("lines-default", "rule", (p, c) => p.LinesDefault = c), new("lines-inputs", "edge", (p, c) => p.LinesInputs = c),
        new("table-lines", "rule", (p, c) => p.TableLines = c), new("table-hover", "sunk", (p, c) => p.TableHover = c),
        new("divider", "rule", (p, c) => p.Divider = c), new("divider-light", "rule", (p, c) => p.DividerLight = c),
        new("skeleton", "sunk", (p, c) => p.Skeleton = c),
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), Tokens.Light),
        PaletteDark = Fill(new PaletteDark(), Tokens.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "56px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(i => i == 0 ? "none" : "0 8px 24px var(--shade)")] },
        Typography = new Typography
        {
            Default = Type<DefaultTypography>(Sans, 400, 15, 22),
            H1 = Type<H1Typography>(Serif, 600, 38, 42, "-0.014em"),
            H2 = Type<H2Typography>(Serif, 600, 21, 26),
            H3 = Type<H3Typography>(Serif, 600, 17, 22),
            H4 = Type<H4Typography>(Serif, 600, 17, 22),
            H5 = Type<H5Typography>(Serif, 600, 17, 22),
            H6 = Type<H6Typography>(Serif, 600, 17, 22),
            Subtitle1 = Type<Subtitle1Typography>(Sans, 400, 17, 26),
            Subtitle2 = Type<Subtitle2Typography>(Sans, 400, 14, 20),
            Body1 = Type<Body1Typography>(Sans, 400, 16, 24),
            Body2 = Type<Body2Typography>(Sans, 400, 15, 22),
            Button = Type<ButtonTypography>(Sans, 600, 14, 18),
            Caption = Type<CaptionTypography>(Sans, 400, 13, 18),
            Overline = Type<OverlineTypography>(Sans, 400, 13, 18),
        },
    };

    /// <summary>MudBlazor's palette variables as references to ours; stronger than the provider's own rule.</summary>
    public static string PaletteVariables { get; } = Print();

    private static T Fill<T>(T palette, Tokens tokens) where T : Palette
    {
        var named = tokens.Named().ToDictionary(t => t.Name, t => t.Value);
        foreach (var entry in Entries)
            entry.Set(palette, new MudColor(named[entry.Token]));
        palette.TableStriped = new MudColor(0, 0, 0, 0);
        palette.HoverOpacity = 0.05;
        palette.RippleOpacity = 0;
        palette.RippleOpacitySecondary = 0;
        palette.OverlayDark = new MudColor(Tokens.Light.Ink).SetAlpha(0.4).ToString(MudColorOutputFormats.RGBA);
        return palette;
    }

    private static string Print()
    {
        var css = new StringBuilder("html:root{");
        foreach (var entry in Entries)
        {
            css.Append("--mud-palette-").Append(entry.Css).Append(":var(--").Append(entry.Token).Append(");");
            if (!entry.HasShades)
                continue;
            foreach (var shade in (ReadOnlySpan<string>)["darken", "lighten"])
                css.Append("--mud-palette-").Append(entry.Css).Append('-').Append(shade).Append(":var(--").Append(entry.Token).Append(");");
            css.Append("--mud-palette-").Append(entry.Css).Append("-hover:color-mix(in srgb,var(--").Append(entry.Token).Append(") 5%,transparent);");
        }
        css.Append("--mud-palette-action-default-hover:color-mix(in srgb,var(--ink) 5%,transparent);");
        css.Append("--mud-palette-table-striped:transparent;--mud-palette-overlay-dark:var(--overlay);--mud-native-html-color-scheme:inherit;}");
        return css.ToString();
    }

    private static T Type<T>(string face, int weight, int size, int line, string spacing = "normal") where T : BaseTypography, new() => new()
    {
        FontFamily = [face, .. face == Serif ? ["Georgia", "serif"] : (string[])["system-ui", "sans-serif"]],
        FontSize = FormattableString.Invariant($"{size / 16.0}rem"),
        FontWeight = weight.ToString(System.Globalization.CultureInfo.InvariantCulture),
        LineHeight = FormattableString.Invariant($"{(double)line / size:0.####}"),
        LetterSpacing = spacing,
        TextTransform = "none",
    };
}

using System.Globalization;
using System.Text;

namespace Stance.Web.Charts;

/// <summary>The colours of one theme. No colour stands anywhere else: pages, components and charts read these.</summary>
public sealed record Tokens
{
    public required string Page { get; init; }
    public required string Surface { get; init; }
    public required string Sunk { get; init; }
    public required string Rule { get; init; }
    public required string Edge { get; init; }
    public required string T3 { get; init; }
    public required string T2 { get; init; }
    public required string Ink { get; init; }
    public required string Accent { get; init; }
    public required string AccentBg { get; init; }
    public required string Neg { get; init; }
    public required string Pos { get; init; }
    public required string Bneg { get; init; }
    public required string Bpos { get; init; }

    /// <summary>n3 n2 n1 z p1 p2 p3: the pole scale from the far negative end to the far positive one.</summary>
    public required IReadOnlyList<string> Scale { get; init; }
    public required string Hatm { get; init; }
    public required string Mark { get; init; }
    public required string MarkEdge { get; init; }
    public required string Err { get; init; }
    public required string ErrBg { get; init; }
    public required string Warn { get; init; }
    public required string WarnBg { get; init; }
    public required string Ok { get; init; }
    public required string OkBg { get; init; }

    /// <summary>Colours of up to eight countries; the order is fixed and travels with dash and marker.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>Share of ink in the 50 % and 90 % bands.</summary>
    public required double Band50 { get; init; }
    public required double Band90 { get; init; }

    public static IReadOnlyList<string> ScaleNames { get; } = ["n3", "n2", "n1", "z", "p1", "p2", "p3"];

    public static Tokens Light { get; } = new()
    {
        Page = "#FBFAF7",
        Surface = "#FFFFFF",
        Sunk = "#F3F1EB",
        Rule = "#DFDBD2",
        Edge = "#85807A",
        T3 = "#62676F",
        T2 = "#474D55",
        Ink = "#1B1F24",
        Accent = "#5B3A94",
        AccentBg = "#EFEAF7",
        Neg = "#96390F",
        Pos = "#0C566F",
        Bneg = "#C4682F",
        Bpos = "#2F7F9C",
        Scale = ["#8A360F", "#C76E3B", "#E3AE84", "#ECE9E2", "#98C4D5", "#468FAC", "#0D5069"],
        Hatm = "#6F6A62",
        Mark = "#FCE9A9",
        MarkEdge = "#8A6A00",
        Err = "#A3123F",
        ErrBg = "#FBECEF",
        Warn = "#755600",
        WarnBg = "#FAF1D6",
        Ok = "#2A6644",
        OkBg = "#E7F2EA",
        Series = ["#1B1F24", "#438C96", "#700E00", "#8372E6", "#79984D", "#B2265C", "#7E6100", "#1B599F"],
        Band50 = 0.15,
        Band90 = 0.08,
    };

    public static Tokens Dark { get; } = new()
    {
        Page = "#12151A",
        Surface = "#181C21",
        Sunk = "#0D1014",
        Rule = "#2F353C",
        Edge = "#77808A",
        T3 = "#9BA1A8",
        T2 = "#C1C3C4",
        Ink = "#ECEAE4",
        Accent = "#C3ABF5",
        AccentBg = "#2A2440",
        Neg = "#F2A06C",
        Pos = "#7CC4DE",
        Bneg = "#D98449",
        Bpos = "#4FA3C1",
        Scale = ["#F9BB92", "#CB7A45", "#83502F", "#2E3338", "#2C6781", "#53A4C2", "#AEE0F1"],
        Hatm = "#A0A6AC",
        Mark = "#4A3F14",
        MarkEdge = "#D9B84A",
        Err = "#FF8FAB",
        ErrBg = "#34171F",
        Warn = "#E6C35C",
        WarnBg = "#2F280F",
        Ok = "#86CFA0",
        OkBg = "#16281D",
        Series = ["#ECEAE4", "#88D5EB", "#A75C1E", "#A291F9", "#7BAD65", "#EC75A5", "#FFD869", "#4E6AC2"],
        Band50 = 0.17,
        Band90 = 0.11,
    };

    /// <summary>Every token by its name in the style sheet.</summary>
    public IEnumerable<(string Name, string Value)> Named()
    {
        (string, string)[] plain =
        [
            ("page", Page), ("surface", Surface), ("sunk", Sunk), ("rule", Rule), ("edge", Edge), ("t3", T3), ("t2", T2), ("ink", Ink),
            ("accent", Accent), ("accent-bg", AccentBg), ("neg", Neg), ("pos", Pos), ("bneg", Bneg), ("bpos", Bpos), ("hatm", Hatm),
            ("mark", Mark), ("mark-edge", MarkEdge), ("err", Err), ("err-bg", ErrBg), ("warn", Warn), ("warn-bg", WarnBg), ("ok", Ok),
            ("ok-bg", OkBg), ("b50", Faded(Ink, Band50)), ("b90", Faded(Ink, Band90)), ("shade", Faded(Light.Ink, 0.10)),
            ("overlay", Faded(Light.Ink, 0.40)),
        ];
        return plain
            .Concat(ScaleNames.Zip(Scale))
            .Concat(Series.Select((colour, i) => ($"s{i + 1}", colour)));
    }

    /// <summary>Both themes as custom properties: light on the root and on paper, dark where the root has the class. Holds no quotes or angle brackets.</summary>
    public static string StyleSheet { get; } = Print();

    private static string Print()
    {
        var css = new StringBuilder();
        Block(css, ":root", "light", Light);
        css.Append("@media not print{");
        Block(css, "html.dark", "dark", Dark);
        css.Append("}@media print{:root{--page:white;--ink:black}}");
        return css.ToString();
    }

    private static void Block(StringBuilder css, string selector, string scheme, Tokens tokens)
    {
        css.Append(selector).Append("{color-scheme:").Append(scheme).Append(';');
        foreach (var (name, value) in tokens.Named())
            css.Append("--").Append(name).Append(':').Append(value).Append(';');
        css.Append('}');
    }

    private static string Faded(string hex, double share) => string.Create(CultureInfo.InvariantCulture,
        $"rgb({Part(hex, 1)} {Part(hex, 3)} {Part(hex, 5)} / {share * 100:0}%)");

    private static int Part(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

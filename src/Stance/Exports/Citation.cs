using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stance.Wording;

namespace Stance.Exports;

/// <summary>How to cite a view: APA (7th edition), Chicago (17th edition, notes), BibTeX and CSL-JSON 1.0, all of the data set as it was known.</summary>
/// <param name="KnownAt">The knowledge instant; stands for the date of issue, since the same address gives the same data for ever.</param>
public sealed record Citation(string Title, string Codebook, DateTimeOffset KnownAt, string Address)
{
    private const string Publisher = "Stance";

    private DateTime Issued => KnownAt.UtcDateTime;

    private string Version => $"Codebook {Codebook}, as known on {DateWords.LongDay(DateOnly.FromDateTime(Issued))}";

    public string Apa => string.Create(CultureInfo.InvariantCulture,
        $"{Publisher}. ({Issued.Year}). {Title} ({Version}) [Data set]. {Address}");

    public string Chicago => $"{Publisher}, “{Title},” data set, {Version}, {Address}.";

    public string BibTeX => string.Create(CultureInfo.InvariantCulture,
        $$"""
        @misc{stance-{{Issued:yyyyMMddHHmmss}},
          author = {{{Publisher}}},
          title = {{{TeX(Title)}}},
          year = {{{Issued.Year}}},
          note = {Data set. {{TeX(Version)}}},
          url = {{{Address}}}
        }

        """);

    public string CslJson => new JsonArray(new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"stance-{Issued:yyyyMMddHHmmss}"),
        ["type"] = "dataset",
        ["title"] = Title,
        ["author"] = new JsonArray(new JsonObject { ["literal"] = Publisher }),
        ["publisher"] = Publisher,
        ["version"] = Version,
        ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(Issued.Year, Issued.Month, Issued.Day)) },
        ["URL"] = Address,
    }).ToJsonString(Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Braces keep the case; characters that TeX reads as commands are escaped.</summary>
    private static string TeX(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '%' or '&' or '#' or '_' or '$' => $"\\{c}",
                '–' => "--",
                '−' => "-",
                _ => c.ToString(),
            });
        }
        return safe.ToString();
    }
}

using System.Globalization;
using Stance.Acts;
using Stance.Codebook;
using Stance.Events;

namespace Stance.Web.Tests.Events;

/// <summary>Makes acts of every kind, whole ones and ones with faults in up to three places; none of them is content.</summary>
internal sealed class ToldActs(Register register, DateOnly today, Random random)
{
    private static readonly string[] BadDates = ["2022-02-30", "soon", "2022-13-01", "1799-12-31", "9999-12-31", "14/03/2022", "2022", "0000-00-00"];
    private static readonly string[] BadNumbers = ["many", "1,5", "NaN", "∞", "1e400", "--1", "٣", "1 000", "0x10", "-"];
    private static readonly string[] BadText = ["a\u202Eb", "a\u0000b", "a\u200Bb", "\uFEFF", "a\u2028b", new string('x', 5000), "  ", "𝒳" + new string('é', 300)];
    private static readonly string[] Texts = ["title", "note", "intensityReason", "confidenceReason", "source.name", "report.title", "report.author", "excerpt.passage", "excerpt.translation", "excerpt.pointer"];
    private static readonly string[] Required = ["country", "type", "from", "title", "source.name", "source.reliability", "report.title", "report.publishedOn", "excerpt.passage", "credibility"];

    private readonly string[] countries = [.. register.Countries.Values.Where(c => c.ValidFrom is null && c.ValidTo is null).Select(c => c.Code.Value).Order(StringComparer.Ordinal)];
    private readonly string[] ended = [.. register.Countries.Values.Where(c => c.ValidFrom is not null || c.ValidTo is not null).Select(c => c.Code.Value).Order(StringComparer.Ordinal)];

    public ToldAct Next()
    {
        var type = One(register.Codebook.Types);
        var said = Whole(type);
        if (random.Next(2) == 0)
        {
            for (var faults = random.Next(1, 4); faults > 0; faults--)
                Spoil(said, type);
        }
        return new ToldAct(register.Codebook.Find(said.GetValueOrDefault("type", "").Trim()), said);
    }

    private Dictionary<string, string> Whole(EventType type)
    {
        var variant = One(type.Variants);
        var said = new Dictionary<string, string>
        {
            ["country"] = One(countries),
            ["type"] = type.Code,
            ["title"] = $"Act {random.Next():x} of a test",
            ["source.name"] = $"Source {random.Next():x} of a test",
            ["source.reliability"] = One("ABCDEF").ToString(),
            ["report.title"] = "Report of a test",
            ["report.publishedOn"] = Day(),
            ["excerpt.passage"] = "A passage of a test, in two halves",
            ["credibility"] = random.Next(1, 7).ToString(CultureInfo.InvariantCulture),
        };
        if (type.Variants.Count > 1 || random.Next(2) == 0)
            said["variant"] = variant.Key;
        if (One(countries) is var recipient && recipient != said["country"] && random.Next(5) > 0)
            said["recipient"] = recipient;
        if (random.Next(6) == 0)
        {
            said["also"] = string.Join(' ', countries.Where(c => c != said["country"] && c != said.GetValueOrDefault("recipient")).OrderBy(_ => random.Next()).Take(random.Next(1, 4)));
            if (random.Next(2) == 0)
                said["whole"] = "All of them, says the test";
        }
        Dates(said);
        Strength(said, variant);
        foreach (var field in type.Attributes.Where(a => a.Required || random.Next(3) == 0))
            said["attributes." + field.Key] = Good(field);
        foreach (var (field, text) in new[]
        {
            ("note", "Two lines\nof a note"), ("source.url", "https://example.org/"), ("report.url", "https://example.org/a?b=c"), ("report.language", "en"),
            ("report.author", "Somebody"), ("excerpt.pointer", "¶1"), ("excerpt.translation", "What a passage of a test says"), ("excerpt.highlight", "in two halves"), ("collections", register.Collections.Keys.Order(StringComparer.Ordinal).First()),
        })
        {
            if (random.Next(4) == 0)
                said[field] = text;
        }
        return said;
    }

    private void Dates(Dictionary<string, string> said)
    {
        said["from"] = Day();
        switch (random.Next(7))
        {
            case 0:
                said["precision"] = "week";
                break;
            case 1:
                said["precision"] = "month";
                break;
            case 2:
                said["precision"] = "start";
                break;
            case 3:
                said["precision"] = "interval";
                said["to"] = Iso(DateOnly.ParseExact(said["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(random.Next(1, 60)));
                break;
            case 4:
                said["precision"] = "before";
                said["to"] = said["from"];
                said.Remove("from");
                break;
            case 5:
                said["precision"] = "day";
                break;
        }
    }

    private void Strength(Dictionary<string, string> said, EventTypeVariant variant)
    {
        var (low, high) = EventRules.RangeOf(variant);
        if (variant.ReasonRequired || random.Next(4) == 0)
        {
            said["intensity"] = Text(Math.Round(low + (random.NextDouble() * (high - low)), 2));
            said["intensityReason"] = "A reason of the test";
        }
        if (random.Next(5) == 0)
        {
            said["confidence"] = Text(Math.Round(0.05 + (0.95 * random.NextDouble()), 2));
            said["confidenceReason"] = "A reason of the test";
        }
    }

    private string Good(AttributeDefinition field) => random.Next(8) == 0 ? "not known" : field.Kind switch
    {
        AttributeKind.Number => Text(Math.Round(Between(field) + (field.Max is null ? random.NextDouble() : 0), 3)),
        AttributeKind.WholeNumber => Text(Math.Floor(Between(field))),
        AttributeKind.Date => Day(),
        AttributeKind.Boolean => random.Next(2) == 0 ? "yes" : "no",
        AttributeKind.Choice => One(field.Choices!),
        _ => "Words of the test",
    };

    private double Between(AttributeDefinition field)
    {
        var low = Math.Ceiling(field.Min ?? 0);
        return low + random.Next((int)Math.Min(10_000, (field.Max ?? low + 10_000) - low) + 1);
    }

    private void Spoil(Dictionary<string, string> said, EventType type)
    {
        if (said.ContainsKey("also") && random.Next(3) == 0)
        {
            said[random.Next(4) == 0 ? "whole" : "also"] = One(["XXX", One(ended), said.GetValueOrDefault("country", "KAZ"), said.GetValueOrDefault("recipient", "UKR"), "KGZ KGZ", "TJK  UZB", .. BadText.Where(t => t.Length > 300)]);
            return;
        }
        switch (random.Next(15))
        {
            case 0:
                said.Remove(One(Required));
                break;
            case 1:
                said[One(Texts)] = One(BadText);
                break;
            case 2:
                said[random.Next(2) == 0 ? said.ContainsKey("from") ? "from" : "to" : "report.publishedOn"] = One(BadDates);
                break;
            case 3:
                said["intensity"] = random.Next(2) == 0 ? One(BadNumbers) : Text(random.Next(-14, 15));
                break;
            case 4:
                said["confidence"] = random.Next(2) == 0 ? One(BadNumbers) : Text(random.Next(-1, 3) / 2.0);
                break;
            case 5:
                said.Remove(random.Next(2) == 0 ? "intensityReason" : "confidenceReason");
                break;
            case 6:
                said[random.Next(2) == 0 ? "country" : "recipient"] = One(["XXX", One(ended), One(countries), said.GetValueOrDefault("country", "KAZ")]);
                break;
            case 7:
                said["variant"] = One(["sideways", "default", "yes", "imposes"]);
                break;
            case 8:
                said["credibility"] = One(["0", "7", "-1", "99"]);
                break;
            case 9:
                said["source.reliability"] = One(["G", "AB", "1"]);
                break;
            case 10:
                said["report.url"] = One(["example.org", "javascript:alert(1)", "https://a b.org", "ftp://example.org", "https://me:secret@example.org"]);
                break;
            case 11:
                said["excerpt.highlight"] = "words that stand nowhere";
                break;
            case 12:
                said["collections"] = "no-such-collection";
                break;
            case 13:
                said["excerpt.translation"] = said.GetValueOrDefault("excerpt.passage", "A translation of nothing") + One(["", " "]);
                break;
            default:
                SpoilOwn(said, type);
                break;
        }
    }

    private void SpoilOwn(Dictionary<string, string> said, EventType type)
    {
        if (type.Attributes.Count == 0)
            return;
        var field = One(type.Attributes);
        said["attributes." + field.Key] = field.Kind switch
        {
            AttributeKind.Number or AttributeKind.WholeNumber => random.Next(2) == 0
                ? One(BadNumbers)
                : One(["-5", "2.5", "1e16", Text((field.Max ?? 10) + 1), Text((field.Min ?? 0) - 1)]),
            AttributeKind.Date => One(BadDates),
            AttributeKind.Boolean => One(["maybe", "perhaps", "2"]),
            AttributeKind.Choice => "none of these",
            _ => One(BadText),
        };
    }

    // A week, a month or an interval from here is over by today.
    private string Day() => Iso(today.AddDays(-random.Next(70, 3000)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private char One(string of) => of[random.Next(of.Length)];
}

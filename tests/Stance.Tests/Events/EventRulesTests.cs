using System.Globalization;
using System.Text.Json;
using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Events;

namespace Stance.Tests.Events;

public sealed class EventRulesTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    private static readonly Register Book = new(
        new[]
        {
            new Country(new CountryCode("KAZ"), "Kazakhstan", "the Republic of Kazakhstan", null, null, []),
            new Country(new CountryCode("UKR"), "Ukraine", "Ukraine", null, null, []),
            new Country(new CountryCode("UZB"), "Uzbekistan", "the Republic of Uzbekistan", null, null, []),
            new Country(new CountryCode("KGZ"), "Kyrgyzstan", "the Kyrgyz Republic", null, null, []),
            new Country(new CountryCode("SUN"), "Soviet Union", "USSR", new DateOnly(1922, 12, 30), new DateOnly(1991, 12, 26), []),
        }.ToDictionary(c => c.Code),
        new Dictionary<string, Bloc>(),
        new Dictionary<string, Axis>
        {
            ["RUW"] = new("RUW", "Moscow or Kyiv", "Moscow", "Kyiv and its backers", null, [new(new CountryCode("UKR"), 1, DateOnly.MinValue, null, "x")]),
        },
        new TieBook([], [], []),
        new CodebookVersion("1.0", new DateOnly(2022, 1, 1), 4, 2,
        [
            new EventType("HUM-AIDF", "Aid shipment or flight", "Humanitarian", "Physical relief sent", "Medicine",
                [new EventTypeVariant("default", "Relief sent", 5, 4, 6, 1, true, false)],
                [
                    new("tonnes", "Tonnes", AttributeKind.Number, "t", 0, 100000),
                    new("flights", "Flights", AttributeKind.WholeNumber, null, 1),
                    new("cargo", "Cargo", AttributeKind.Text),
                    new("sentOn", "Date sent", AttributeKind.Date),
                    new("insured", "Insured", AttributeKind.Boolean),
                    new("vehicle", "Vehicle", AttributeKind.Choice, Choices: ["aircraft", "lorry"], Required: true),
                ]),
            new EventType("MIL-BUDG", "Defence budget change", "Military", "x", "x",
                [new EventTypeVariant("default", "Change", 0, -3, 3, 1, true, false, ReasonRequired: true)], []),
            new EventType("ECO-TRAD", "Trade measure", "Economic and energy", "x", "x",
                [new EventTypeVariant("opens", "Opens", 5, 3, 6, 1, true, false), new EventTypeVariant("restricts", "Restricts", -5, -6, -3, 1, true, false)], []),
        ]),
        new[] { "wsj", "unga" }.ToDictionary(c => c, c => new ActCollection(1, c, c, "", "")),
        []);

    private static readonly StanceEventDraft Good = new()
    {
        Country = "KAZ",
        Recipient = "UKR",
        Type = "HUM-AIDF",
        Date = "2022-03-14",
        Title = "Қазақстан sends 28 t of medicine",
        Attributes = Json("""{"tonnes": 28, "cargo": "medicine", "vehicle": "aircraft"}"""),
        Source = new(Name: "Wall Street Journal", Reliability: "B"),
        Report = new(Title: "Snubs", Url: "https://example.org/a", PublishedOn: "2022-07-24"),
        Excerpt = new("dispatched a Boeing 767 carrying 28 tons of medicine to Ukraine", 13, 23, "¶11"),
        Credibility = 2,
        Collections = ["wsj"],
    };

    [Fact]
    public void Read__a_good_draft__an_event_with_confidence_by_rule_and_the_sum_to_show()
    {
        var reading = EventRules.Read(Good, Book, Today);
        Assert.Empty(reading.Breaches);
        Assert.Equal((0.85, 5.0, "default"), (reading.Event!.Confidence, reading.Event.Intensity, reading.Event.Variant.Key));
        Assert.Equal(5, Assert.Single(ActScoring.Score(reading.Facts!, Book.Axes.Values, Book.Ties)).Score);
        Assert.Equal(Good.Title, reading.Event.Claims[0].Statement);
    }

    [Fact]
    public void Read__a_draft_of_several_states__the_same_act_for_each_as_parts_of_one_whole()
    {
        var together = Good with { Also = ["UZB", "KGZ"], Whole = "Three send relief" };
        var act = EventRules.Read(together, Book, Today).Event!;
        var parts = act.Parts(Guid.AllBitsSet).ToList();

        Assert.Equal(["KAZ", "UZB", "KGZ"], parts.Select(p => p.Country.Value));
        Assert.All(parts, part => Assert.Equal((Guid.AllBitsSet, act.Title, 0, act.Intensity), (part.Parent!.Value, part.Title, part.Also.Count, part.Intensity)));
        Assert.Equal("several", EventRules.Alone(together)?.Rule);
        Assert.Null(EventRules.Alone(Good));
        Assert.Null(TemplateRules.Keep(together).Whole);
        Assert.Equal(together.Also, TemplateRules.Keep(together).Also);
    }

    [Theory]
    [InlineData("KAZ", "also[0]", "twice")]
    [InlineData("UZB UZB", "also[1]", "twice")]
    [InlineData("UZB UKR", "also[1]", "self")]
    [InlineData("XXX", "also[0]", "unknown")]
    [InlineData("UZB SUN", "also[1]", "period")]
    public void Check__a_further_state_that_cannot_be_one__is_named_by_its_place(string also, string field, string rule) =>
        Broken(Good with { Also = also.Split(' ') }, field, rule);

    [Fact]
    public void Check__what_belongs_to_one_act_or_to_several__is_not_given_for_the_other()
    {
        Broken(Good with { Whole = "Nobody joins" }, "whole", "alone");
        Broken(Good with { Also = ["UZB"], Parent = Guid.NewGuid() }, "also", "part");
        Broken(Good with { Also = ["UZB"], Chain = Guid.NewGuid() }, "also", "chain");
        Broken(Good with { Also = ["UZB"], Whole = "two\nlines" }, "whole", "characters");
    }

    [Fact]
    public void Read__a_draft_without_source__already_scored_but_not_an_event()
    {
        var reading = EventRules.Read(Good with { Source = null, Confidence = 0.7 }, Book, Today);
        Assert.Null(reading.Event);
        Assert.NotNull(reading.Facts);
        Broken(Good with { Source = null }, "source", "required");
    }

    [Theory]
    [InlineData("country", null, "required")]
    [InlineData("country", "XYZ", "unknown")]
    [InlineData("country", "Kazakhstan'; drop table country;--", "unknown")]
    [InlineData("recipient", "KAZ", "self")]
    [InlineData("recipient", "XYZ", "unknown")]
    [InlineData("type", "HUM-NOPE", "unknown")]
    [InlineData("type", null, "required")]
    [InlineData("variant", "sideways", "unknown")]
    [InlineData("date", "2022-02-30", "date")]
    [InlineData("date", "14/03/2022", "date")]
    [InlineData("date", "٢٠٢٢-٠٣-١٤", "date")]
    [InlineData("date", "2565-03-14", "future")]
    [InlineData("date", "2026-01-16", "future")]
    [InlineData("date", null, "required")]
    [InlineData("title", " ", "required")]
    [InlineData("title", "a\0b", "characters")]
    [InlineData("title", "a\nb", "characters")]
    [InlineData("title", "abc\u202Efed", "characters")]
    [InlineData("precision", "second", "choice")]
    public void Check__a_field_that_breaks_a_rule__is_named(string field, string? value, string rule)
    {
        var draft = field switch
        {
            "country" => Good with { Country = value },
            "recipient" => Good with { Recipient = value },
            "type" => Good with { Type = value },
            "variant" => Good with { Variant = value },
            "date" => Good with { Date = value },
            "precision" => Good with { Precision = value, Date = null, From = "2022-03-14" },
            _ => Good with { Title = value },
        };
        Broken(draft, field == "date" && value is null ? "from" : field, rule);
    }

    [Fact]
    public void Check__half_a_surrogate_pair__refused_as_a_character() => Broken(Good with { Title = "a" + (char)0xD800 }, "title", "characters");

    [Fact]
    public void Check__ten_thousand_characters__says_how_many() =>
        Assert.Contains("10000", Broken(Good with { Title = new string('x', 10000) }, "title", "length").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("'; drop table act; --")]
    [InlineData("{{7*7}} ${7*7}")]
    [InlineData("السلام عليكم \u200F")]
    public void Read__text_that_only_looks_dangerous__kept_as_typed(string text)
    {
        var reading = EventRules.Read(
            Good with { Title = text, Note = text, Excerpt = new(text), Attributes = Json($$"""{"cargo": {{JsonSerializer.Serialize(text)}}, "vehicle": null}""") },
            Book, Today);
        Assert.Empty(reading.Breaches);
        Assert.Equal(text, reading.Event!.Title);
        Assert.Equal(text, reading.Event.Attributes["cargo"].GetString());
        Assert.Equal(text, reading.Event.Claims[0].Excerpt!.Passage);
    }

    [Theory]
    [InlineData("day", "2022-03-14", null, null, "2022-03-14", "2022-03-14", "2022-03-14")]
    [InlineData("week", "2022-03-14", null, null, "2022-03-14", "2022-03-20", "2022-03-17")]
    [InlineData("month", "2022-01", null, null, "2022-01-01", "2022-01-31", "2022-01-16")]
    [InlineData("month", "2022-01-01", null, "2022-01-06", "2022-01-01", "2022-01-31", "2022-01-06")]
    [InlineData("month", "2022-01-06", null, null, "2022-01-01", "2022-01-31", "2022-01-06")]
    [InlineData("month", "2026-01", null, null, "2026-01-01", "2026-01-31", "2026-01-15")]
    [InlineData("interval", "2022-02-24", "2022-07-24", null, "2022-02-24", "2022-07-24", "2022-05-10")]
    [InlineData("interval", "2022-02-24", "2022-07-24", "2022-03-28", "2022-02-24", "2022-07-24", "2022-03-28")]
    [InlineData("start", "2022-02-24", null, null, "2022-02-24", "2022-02-24", "2022-02-24")]
    [InlineData("before", null, "2022-07-24", null, "2022-07-24", "2022-07-24", "2022-07-24")]
    [InlineData("before", null, "2022-07-24", "2022-03-01", "2022-07-24", "2022-07-24", "2022-03-01")]
    public void Read__each_precision__the_span_and_the_day_of_the_sum(
        string precision, string? from, string? to, string? scoredOn, string first, string last, string scored)
    {
        var dates = EventRules.Read(Dated(precision, from, to, scoredOn), Book, Today).Event!.Dates;
        Assert.Equal((first, last, scored), (DateText.Iso(dates.From), DateText.Iso(dates.To), DateText.Iso(dates.ScoredOn)));
    }

    [Theory]
    [InlineData("interval", "2022-07-24", "2022-02-24", null, "to", "order")]
    [InlineData("interval", "2022-07-24", null, null, "to", "required")]
    [InlineData("interval", "2022-07-24", "2026-02-01", null, "to", "future")]
    [InlineData("day", "2022-07-24", "2022-07-25", null, "to", "precision")]
    [InlineData("week", "2022-07-24", "2022-08-25", null, "to", "precision")]
    [InlineData("month", "2022-07", null, "2022-08-01", "scoredOn", "inside")]
    [InlineData("day", "2022-07-24", null, "2022-07-25", "scoredOn", "inside")]
    [InlineData("month", "2026-01", null, "2026-01-16", "scoredOn", "future")]
    [InlineData("day", "2022-07", null, null, "from", "date")]
    [InlineData("before", null, null, null, "to", "required")]
    [InlineData("before", null, "2026-02-01", null, "to", "future")]
    [InlineData("before", "2022-02-24", "2022-07-24", null, "from", "precision")]
    [InlineData("before", null, "2022-07-24", "2022-07-25", "scoredOn", "inside")]
    public void Check__dates_that_do_not_fit__say_where(string precision, string? from, string? to, string? scoredOn, string field, string rule) =>
        Broken(Dated(precision, from, to, scoredOn), field, rule);

    [Fact]
    public void Check__a_former_state_after_its_end__asks_for_the_successor() => Broken(Good with { Country = "SUN" }, "country", "period");

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, true)]
    [InlineData(3.9, false)]
    [InlineData(6.1, false)]
    [InlineData(double.NaN, false)]
    public void Check__intensity__within_the_range_of_the_kind(double b, bool fits)
    {
        var draft = Good with { Intensity = b, IntensityReason = "size unknown" };
        if (fits)
            Assert.Empty(EventRules.Check(draft, Book, Today));
        else
            Assert.Contains("+4 to +6", Broken(draft, "intensity", "range").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check__intensity_no_further_than_two_from_its_base() =>
        Broken(Good with { Type = "MIL-BUDG", Attributes = null, Intensity = 3, IntensityReason = "hedge" }, "intensity", "range");

    [Fact]
    public void Check__moved_intensity_without_reason__refused_also_where_the_kind_has_no_value_of_its_own()
    {
        Broken(Good with { Intensity = 4 }, "intensityReason", "required");
        Broken(Good with { Type = "MIL-BUDG", Attributes = null }, "intensityReason", "required");
    }

    [Fact]
    public void Check__several_variants_and_none_chosen__lists_them() =>
        Assert.Contains("opens, restricts", Broken(Good with { Type = "ECO-TRAD", Attributes = null }, "variant", "required").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"vehicle":"ship"}""", "attributes.vehicle", "choice")]
    [InlineData("""{}""", "attributes.vehicle", "required")]
    [InlineData("""{"vehicle":null,"tonnes":-1}""", "attributes.tonnes", "range")]
    [InlineData("""{"vehicle":null,"tonnes":"28"}""", "attributes.tonnes", "kind")]
    [InlineData("""{"vehicle":null,"tonnes":1e400}""", "attributes.tonnes", "kind")]
    [InlineData("""{"vehicle":null,"flights":1.5}""", "attributes.flights", "kind")]
    [InlineData("""{"vehicle":null,"flights":0}""", "attributes.flights", "range")]
    [InlineData("""{"vehicle":null,"cargo":{"a":1}}""", "attributes.cargo", "kind")]
    [InlineData("""{"vehicle":null,"cargo":"a\u0000"}""", "attributes.cargo", "characters")]
    [InlineData("""{"vehicle":null,"cargo":"a\ud800"}""", "attributes.cargo", "kind")]
    [InlineData("""{"vehicle":null,"insured":"yes"}""", "attributes.insured", "kind")]
    [InlineData("""{"vehicle":null,"sentOn":"14 March"}""", "attributes.sentOn", "kind")]
    [InlineData("""{"vehicle":null,"colour":"red"}""", "attributes.colour", "unknown")]
    public void Check__a_field_of_the_kind__its_kind_range_and_choices(string attributes, string field, string rule) =>
        Broken(Good with { Attributes = Json(attributes) }, field, rule);

    [Fact]
    public void Read__not_known__is_an_answer_for_every_field() => Assert.Empty(EventRules.Check(
        Good with { Attributes = Json("""{"vehicle":null,"tonnes":null,"insured":null,"sentOn":null,"flights":null,"cargo":null}""") }, Book, Today));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.org/a")]
    [InlineData("ftp://example.org/a")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("data:text/html,<script>")]
    [InlineData("https://")]
    public void Check__address_of_a_report__only_the_web(string url) =>
        Broken(Good with { Report = Good.Report! with { Url = url } }, "report.url", "address");

    [Theory]
    [InlineData(5, 5, "excerpt.highlightTo")]
    [InlineData(-1, 5, "excerpt.highlightFrom")]
    [InlineData(0, 500, "excerpt.highlightTo")]
    [InlineData(70, 80, "excerpt.highlightFrom")]
    public void Check__highlight_outside_the_passage__refused(int from, int to, string field) =>
        Broken(Good with { Excerpt = Good.Excerpt! with { HighlightFrom = from, HighlightTo = to } }, field, "inside");

    [Fact]
    public void Read__highlight__counts_unicode_characters()
    {
        Assert.Equal(3, EventRules.Read(Good with { Excerpt = new("a🕊b") }, Book, Today).Event!.Claims[0].Excerpt!.HighlightTo);
        Broken(Good with { Excerpt = new("a🕊b", 0, 4) }, "excerpt.highlightTo", "inside");
    }

    [Fact]
    public void Check__translation__stands_beside_a_passage_and_says_it_in_other_words()
    {
        var russian = new ExcerptDraft("Казахстан отправил 28 тонн лекарств", 10, 18, Translation: "Kazakhstan sent 28 tonnes of medicine");

        Assert.Equal("Kazakhstan sent 28 tonnes of medicine", EventRules.Read(Good with { Excerpt = russian }, Book, Today).Event!.Claims[0].Excerpt!.Translation);
        Assert.Null(EventRules.Read(Good with { Excerpt = russian with { Translation = " \n" } }, Book, Today).Event!.Claims[0].Excerpt!.Translation);
        Broken(Good with { Excerpt = russian with { Translation = $" {russian.Passage}\n" } }, "excerpt.translation", "same");
        Broken(Good with { Excerpt = russian with { Translation = new string('я', 2001) } }, "excerpt.translation", "length");
        Broken(Good with { Excerpt = russian with { Translation = "a\u202Eb" } }, "excerpt.translation", "characters");
        Assert.Equal(
            [("excerpt.translation", "original"), ("excerpt.passage", "required")],
            EventRules.Check(Good with { Excerpt = new(Translation: "Of nothing") }, Book, Today).Select(b => (b.Field, b.Rule)));
        Assert.Equal(
            [("furtherClaims[0].excerpt.translation", "original"), ("furtherClaims[0].excerpt.passage", "required")],
            EventRules.Check(
                Good with { FurtherClaims = [new() { Source = Good.Source, Report = Good.Report, Excerpt = new(Translation: "Of nothing"), Credibility = 2, Statement = "x" }] }, Book, Today)
                .Select(b => (b.Field, b.Rule)));
    }

    [Fact]
    public void Check__what_publishing_needs__source_report_passage_and_grade()
    {
        Broken(Good with { Excerpt = null }, "excerpt.passage", "required");
        Broken(Good with { Credibility = null }, "credibility", "required");
        Broken(Good with { Credibility = 7 }, "credibility", "required");
        Broken(Good with { Report = null }, "report.title", "required");
        Broken(Good with { Report = Good.Report! with { PublishedOn = "2030-01-01" } }, "report.publishedOn", "future");
        Broken(Good with { Source = new(Name: "x", Reliability: "G") }, "source.reliability", "choice");
        Broken(Good with { Source = new(Id: Guid.NewGuid()) }, "source.id", "unknown");
        Broken(Good with { Excerpt = new(new string('x', 2001)) }, "excerpt.passage", "length");
        Broken(Good with { Note = new string('x', 4001) }, "note", "length");
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(1.01)]
    [InlineData(double.PositiveInfinity)]
    public void Check__confidence__from_0_05_to_1(double q) => Broken(Good with { Confidence = q, ConfidenceReason = "x" }, "confidence", "range");

    [Fact]
    public void Check__confidence_other_than_the_sources_give__needs_a_reason()
    {
        Broken(Good with { Confidence = 0.6 }, "confidenceReason", "required");
        Assert.Empty(EventRules.Check(Good with { Confidence = 0.85 }, Book, Today));
    }

    [Fact]
    public void Check__overrides__known_axis_once_in_range_with_a_reason()
    {
        Broken(Good with { Overrides = [new("RUW", 3, null)] }, "overrides[0].reason", "required");
        Broken(Good with { Overrides = [new("XXX", 3, "x")] }, "overrides[0].axis", "unknown");
        Broken(Good with { Overrides = [new("RUW", 11, "x")] }, "overrides[0].score", "range");
        Broken(Good with { Overrides = [new("RUW", 1, "x"), new("RUW", 2, "x")] }, "overrides[1].axis", "twice");
        Broken(Good with { Overrides = [null!] }, "overrides[0].axis", "unknown");
    }

    [Fact]
    public void Check__collections__known_and_at_most_twenty()
    {
        Broken(Good with { Collections = ["wsj", "nope"] }, "collections[1]", "unknown");
        Broken(Good with { Collections = [.. Enumerable.Range(0, 21).Select(i => $"c{i}")] }, "collections", "count");
    }

    [Fact]
    public void Read__a_second_report_of_another_origin__raises_the_confidence_unless_it_contradicts()
    {
        var second = new ClaimDraft
        {
            Source = new(Name: "Agency", Reliability: "C"),
            Report = new(Title: "t", PublishedOn: "2022-03-16"),
            Excerpt = new("28.2 t in two flights"),
            Credibility = 3,
            Statement = "28.2 t in two flights",
        };
        Assert.Equal(0.95, EventRules.Read(Good with { FurtherClaims = [second] }, Book, Today).Event!.Confidence);
        Assert.Equal(0.85, EventRules.Read(Good with { FurtherClaims = [second with { ContradictsPreferred = true }] }, Book, Today).Event!.Confidence);
        Broken(Good with { FurtherClaims = [second with { Rank = "preferred" }] }, "furtherClaims[0].rank", "choice");
        Broken(Good with { FurtherClaims = [null!] }, "furtherClaims[0].statement", "required");
        Assert.Equal(0.85, EventRules.Read(Good with { FurtherClaims = [new ClaimDraft { Statement = "said elsewhere", Credibility = 6 }] }, Book, Today).Event!.Confidence);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    public void Read__under_any_culture__the_same_event_and_the_same_words(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var bad = Dated("interval", "2022-07-24", "2022-02-24", null) with { Intensity = 99 };
            var expected = EventRules.Check(bad, Book, Today);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(new DateOnly(2022, 3, 14), EventRules.Read(Good, Book, Today).Event!.Dates.From);
            Assert.Equal(expected, EventRules.Check(bad, Book, Today));
            Assert.Equal("2022-03-14", DateText.ToIso("14 March 2022"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Read__thousand_scrambled_drafts__never_throws_and_never_lets_one_through_unchecked()
    {
        var random = new Random(42);
        string?[] words = [null, "", "KAZ", "UKR", "\0", "2022-03-14", "2022", "=1+1", new string('z', 5000), "HUM-AIDF", "day", "month", "B", "https://x.org", "\uD800", "default"];
        string? Any() => words[random.Next(words.Length)];
        for (var i = 0; i < 1000; i++)
        {
            var draft = new StanceEventDraft
            {
                Country = Any(),
                Recipient = Any(),
                Type = Any(),
                Variant = Any(),
                Date = Any(),
                From = Any(),
                To = Any(),
                Precision = Any(),
                ScoredOn = Any(),
                Title = Any(),
                Note = Any(),
                Stage = Any(),
                Intensity = random.NextDouble() * 30,
                Confidence = random.NextDouble() * 2,
                Source = new(null, Any(), Any(), Any()),
                Report = new(Any(), Any(), Any(), Any(), Any(), Any()),
                Excerpt = new(Any(), random.Next(-5, 50), random.Next(-5, 50), Any()),
                Credibility = random.Next(-1, 9),
                Collections = [Any()!],
            };
            var reading = EventRules.Read(draft, Book, Today);
            Assert.Equal(reading.Breaches.Count == 0, reading.Event is not null);
            Assert.All(reading.Breaches, b => Assert.False(string.IsNullOrWhiteSpace(b.Message)));
        }
    }

    private static StanceEventDraft Dated(string precision, string? from, string? to, string? scoredOn) =>
        Good with { Date = null, Precision = precision, From = from, To = to, ScoredOn = scoredOn };

    private static RuleBreach Broken(StanceEventDraft draft, string field, string rule)
    {
        var breaches = EventRules.Check(draft, Book, Today);
        return Assert.Single(breaches, b => b.Field == field && b.Rule == rule);
    }

    private static Dictionary<string, JsonElement> Json(string text) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!;
}

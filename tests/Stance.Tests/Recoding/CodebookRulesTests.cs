using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Events;
using Stance.Recoding;
using Stance.Tests.Imports;
using Stance.Tests.Sharing;

namespace Stance.Tests.Recoding;

public sealed class CodebookRulesTests
{
    private static readonly Register Book = ImportBook.Book with { Axes = RegisterOf.Small.Axes, Ties = new TieBook([new("NATO", "NATO", true)], [], [new("RUW", "NATO", 4, null)]) };
    private static readonly VariantNumbers Relief = new("HUM-AIDF", "default", 5, 4, 6, 1);

    private static CodebookDraft Sound => CodebookDraft.Of(Book.Codebook) with { Version = "1.1", Note = "Relief counts more.", Variants = [Relief with { Base = 5.5 }] };

    [Fact]
    public void Check__one_number_changed__nothing_to_say() => Assert.Empty(CodebookRules.Check(Sound, Book));

    [Theory]
    [InlineData("1.0", "taken")]
    [InlineData("", "name")]
    [InlineData("one", "name")]
    public void Check__name__is_a_new_one_of_numbers_and_points(string version, string rule) =>
        AssertBreaks(Sound with { Version = version }, "version", rule);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1e-9, true)]
    [InlineData(20, true)]
    [InlineData(20.01, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Check__sigma__lies_above_nought_and_at_most_twenty(double sigma, bool isSound) => AssertWithin(Sound with { Sigma = sigma }, "sigma", isSound);

    [Theory]
    [InlineData(0, false)]
    [InlineData(100, true)]
    [InlineData(100.5, false)]
    public void Check__strength_of_the_start__lies_above_nought_and_at_most_a_hundred(double strength, bool isSound) =>
        AssertWithin(Sound with { PriorStrength = strength }, "priorStrength", isSound);

    [Theory]
    [InlineData(4, 4, 6, true)]
    [InlineData(6, 4, 6, true)]
    [InlineData(3.9, 4, 6, false)]
    [InlineData(6.1, 4, 6, false)]
    [InlineData(5, 6, 4, false)]
    [InlineData(double.NaN, 4, 6, false)]
    public void Check__base_score__lies_within_its_range(double @base, double low, double high, bool isSound) =>
        AssertWithin(Sound with { Variants = [Relief with { Base = @base, Low = low, High = high, EvidenceWeight = 0.5 }] }, "variants.HUM-AIDF.default.base", isSound);

    [Theory]
    [InlineData(-8, true)]
    [InlineData(8.1, false)]
    public void Check__weight_of_a_tie__lies_within_eight(double weight, bool isSound) =>
        AssertWithin(Sound with { Weights = [new("RUW", "NATO", weight)] }, "weights.RUW.NATO", isSound);

    [Fact]
    public void Check__what_the_codebook_does_not_know__is_refused_at_its_field()
    {
        AssertBreaks(Sound with { Variants = [Relief with { Variant = "other" }] }, "variants.HUM-AIDF.other", "unknown");
        AssertBreaks(Sound with { Weights = [new("RUW", "EU", 1)] }, "weights.RUW.EU", "unknown");
        AssertBreaks(Sound with { Weights = [new("XXX", "NATO", 1)] }, "weights.XXX.NATO", "unknown");
    }

    [Fact]
    public void Check__a_kind_of_tie_without_a_weight__may_be_given_one_and_the_others_stay()
    {
        var book = Book with { Ties = new TieBook([.. Book.Ties.Kinds, new("EU", "European Union", false)], [], [.. Book.Ties.AllWeights]) };
        var draft = Sound with { Variants = [], Weights = [new("RUW", "EU", 3)] };

        Assert.Empty(CodebookRules.Check(draft, book));
        Assert.Equal("range", Assert.Single(CodebookRules.Check(draft with { Weights = [new("RUW", "EU", 9)] }, book)).Rule);
        Assert.Equal([new("RUW", "NATO", 4, null), new("RUW", "EU", 3, null)], draft.Over(book.Ties.AllWeights));
        var change = Assert.Single(CodebookDiff.Between(book.Codebook, book.Ties.AllWeights, draft.Over(book.Codebook), draft.Over(book.Ties.AllWeights), book).Numbers);
        Assert.Equal(((double?)null, (double?)3), (change.Before, change.After));
        Assert.StartsWith("European Union, ", change.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Check__the_same_numbers__say_that_nothing_changed() =>
        AssertBreaks(Sound with { Variants = [Relief], Weights = [new("RUW", "NATO", 4)] }, "", "unchanged");

    [Fact]
    public void Check__drafted_from_an_older_codebook__says_so() => AssertBreaks(Sound with { From = "0.9" }, "", "moved");

    [Theory]
    [InlineData("2026-11-27", false)] // today
    [InlineData("2026-11-28", true)]
    [InlineData("2031-11-27", true)]
    [InlineData("2031-11-28", false)]
    public void CheckDay__after_today_and_within_five_years(string day, bool isSound)
    {
        var breaches = CodebookRules.CheckDay(DateOnly.ParseExact(day, "yyyy-MM-dd", null), new DateTimeOffset(2026, 11, 27, 23, 59, 0, TimeSpan.Zero));

        Assert.Equal(isSound, breaches.Count == 0);
    }

    [Fact]
    public void CheckDay__today__is_the_day_in_UTC_wherever_one_is() =>
        Assert.NotEmpty(CodebookRules.CheckDay(new DateOnly(2026, 11, 28), new DateTimeOffset(2026, 11, 27, 23, 0, 0, TimeSpan.FromHours(-5))));

    private static EventType Aid => Book.Codebook.Types[0];

    private static EventType Fresh => new("HUM-NEWK", "New kind", "Humanitarian", "Definition", "Example", [new("default", "New kind", 2, 1, 3, 1, true, false)], []);

    [Fact]
    public void Check__numbers_given_twice__is_a_rule_and_throws_nothing()
    {
        AssertBreaks(Sound with { Variants = [Relief with { Base = 4 }, Relief] }, "variants.HUM-AIDF.default", "twice");
        AssertBreaks(Sound with { Weights = [new("RUW", "NATO", 1), new("RUW", "NATO", 2)] }, "weights.RUW.NATO", "twice");
    }

    [Fact]
    public void Check__a_new_kind_and_new_words__nothing_to_say() =>
        Assert.Empty(CodebookRules.Check(Sound with { Variants = [], Kinds = [Fresh, Aid with { Definition = "Relief goods are sent.", IsWithdrawn = true }] }, Book));

    [Fact]
    public void Check__kinds_that_break_a_rule__at_their_fields()
    {
        Breaks(Fresh with { Code = "HUM-12" }, "kinds.HUM-12.name", "code");
        Breaks(Fresh with { Name = "Aid shipment or flight" }, "kinds.HUM-NEWK.name", "taken");
        Breaks(Fresh with { Definition = " " }, "kinds.HUM-NEWK.definition", "required");
        Breaks(Fresh with { Family = "Other" }, "families.HUM", "family");
        Breaks(Fresh with { Variants = [] }, "kinds.HUM-NEWK.name", "variants");
        Breaks(Fresh with { Variants = [new("default", "x", double.NaN, 1, 3, 1, true, false)] }, "variants.HUM-NEWK.default.base", "range");
        Breaks(Fresh with { Cameo = new("073", "") }, "kinds.HUM-NEWK.cameoQuality", "quality");
        Breaks(Fresh with { Attributes = [new("Cargo", "Cargo", AttributeKind.Text)] }, "kinds.HUM-NEWK.fields.Cargo.label", "key");
        Breaks(Fresh with { Attributes = [new("way", "Way", AttributeKind.Choice, Choices: ["air"])] }, "kinds.HUM-NEWK.fields.way.choices", "choices");
        Breaks(Fresh with { Attributes = [new("size", "Size", AttributeKind.Number, Min: 5, Max: 1)] }, "kinds.HUM-NEWK.fields.size.min", "range");
        Breaks(Aid with { Variants = [Aid.Variants[0] with { IsDeed = false }] }, "kinds.HUM-AIDF.variants.default.isDeed", "mode");
        Breaks(Aid with { Variants = [Aid.Variants[0] with { Key = "other" }] }, "kinds.HUM-AIDF.variants.default.label", "gone");
        Breaks(Book.Codebook.Types[1] with { IsWithdrawn = true }, "kinds.DIP-UNV.withdrawn", "votes");

        static void Breaks(EventType kind, string field, string rule) => AssertBreaks(Sound with { Variants = [], Kinds = [kind] }, field, rule);
    }

    [Fact]
    public void CheckOnFile__what_acts_use__stays_and_the_sentence_counts_them()
    {
        double[] tonnes = [28, 40, 40];
        var acts = tonnes.Select(t => new FieldsOnFile("HUM-AIDF", Guid.NewGuid(), Json($$"""{"tonnes": {{t}}, "cargo": null}""")))
            .ToList();

        Assert.Empty(Held(Aid.Attributes.Where(a => a.Key != "cargo")));
        Assert.Empty(Held(Aid.Attributes.Select(a => a with { Label = a.Label + "!", Required = true })));
        Assert.Empty(Held(Aid.Attributes.Select(a => a.Key == "tonnes" ? a with { Max = 40 } : a)));
        var removed = Assert.Single(Held(Aid.Attributes.Where(a => a.Key != "tonnes")));
        Assert.Equal("kinds.HUM-AIDF.fields.tonnes.removed", removed.Field);
        Assert.EndsWith("Acts on file: 3.", removed.Message, StringComparison.Ordinal);
        var tightened = Assert.Single(Held(Aid.Attributes.Select(a => a.Key == "tonnes" ? a with { Max = 30 } : a)));
        Assert.Equal("kinds.HUM-AIDF.fields.tonnes.label", tightened.Field);
        Assert.EndsWith("Acts on file: 2.", tightened.Message, StringComparison.Ordinal);
        Assert.Equal("kinds.HUM-AIDF.fields.tonnes.unit", Assert.Single(Held(Aid.Attributes.Select(a => a.Key == "tonnes" ? a with { Unit = "kg" } : a))).Field);

        IReadOnlyList<RuleBreach> Held(IEnumerable<AttributeDefinition> fields) =>
            KindRules.CheckOnFile(Sound with { Kinds = [Aid with { Attributes = [.. fields] }] }, Book.Codebook, acts);

        static Dictionary<string, System.Text.Json.JsonElement> Json(string text) =>
            System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, System.Text.Json.JsonElement>>(text)!;
    }

    [Fact]
    public void Withdrawn__a_new_act_is_refused_and_an_act_on_file_stays_what_it_is()
    {
        var book = Book with { Codebook = Book.Codebook with { Types = [Aid with { IsWithdrawn = true }] } };
        var draft = new StanceEventDraft { Type = "HUM-AIDF" };

        Assert.Contains(EventRules.Check(draft, book, ImportBook.Today), b => (b.Field, b.Rule) == ("type", "withdrawn"));
        Assert.DoesNotContain(EventRules.Read(draft, book, ImportBook.Today, "HUM-AIDF").Breaches, b => b.Field == "type");
        Assert.Empty(new Stance.Imports.CodeMap(book.Codebook).Cameo("073"));
    }

    private static void AssertBreaks(CodebookDraft draft, string field, string rule) =>
        Assert.Equal((field, rule), CodebookRules.Check(draft, Book).Select(b => (b.Field, b.Rule)).Single());

    private static void AssertWithin(CodebookDraft draft, string field, bool isSound)
    {
        var breaches = CodebookRules.Check(draft, Book);

        if (isSound)
            Assert.Empty(breaches);
        else
            Assert.Equal((field, "range"), breaches.Select(b => (b.Field, b.Rule)).Single());
    }
}

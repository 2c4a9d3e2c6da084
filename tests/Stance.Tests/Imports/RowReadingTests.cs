using System.Globalization;
using Stance.Imports;

namespace Stance.Tests.Imports;

public sealed class RowReadingTests
{
    [Fact]
    public void Read__a_good_row__an_act_under_the_senders_key()
    {
        var row = Assert.Single(ImportBook.Read(ImportBook.Headers + ImportBook.GoodRow));

        Assert.Empty(row.Breaches);
        Assert.Equal(("a1", "KAZ", "UKR", "Relief", 2), (row.Key, row.Act!.Country.Value, row.Act.Recipient?.Value, row.Act.Title, row.Number));
        Assert.Equal((28.5, "28 tons, sent"), (row.Act.Attributes["tonnes"].GetDouble(), row.Act.Claims[0].Excerpt!.Passage));
        Assert.Equal(["wsj"], row.Act.Collections);
    }

    [Theory]
    [InlineData("Translation")]
    [InlineData("excerpt.translation")]
    [InlineData("passage_in_english")]
    public void Read__a_passage_and_its_translation__both_kept_and_a_copy_of_the_passage_refused(string header)
    {
        string File(string translation) => ImportBook.Headers.Replace("Passage,", $"Passage,{header},") + ImportBook.GoodRow.Replace("\"28 tons, sent\"", $"28 тонн,{translation}");

        var excerpt = Assert.Single(ImportBook.Read(File("28 tons"))).Act!.Claims[0].Excerpt!;
        var copied = Assert.Single(Assert.Single(ImportBook.Read(File("28 тонн"))).Breaches);

        Assert.Equal(("28 тонн", "28 tons"), (excerpt.Passage, excerpt.Translation));
        Assert.Equal(("excerpt.translation", "same"), (copied.Field, copied.Rule));
    }

    [Theory]
    [InlineData("country", "KAZ")]
    [InlineData("ACTOR", "705")]
    [InlineData(" from_country ", "qazaqstan")]
    [InlineData("fromCountry", "KZ")]
    [InlineData("Who acts", "the republic of KAZAKHSTAN")]
    public void Read__a_header_by_another_name_and_a_country_by_any_of_its_own(string header, string country)
    {
        var row = Assert.Single(ImportBook.Read(ImportBook.Headers.Replace("Actor", header) + ImportBook.GoodRow.Replace("Kazakhstan", country)));

        Assert.Equal("KAZ", row.Act?.Country.Value);
    }

    [Theory]
    [InlineData("Date", "2022-03-14", "03/04/2022", "date", "not certain which number is the day")]
    [InlineData("Date", "2022-03-14", "3.4.2022", "date", "not certain which number is the day")]
    [InlineData("Date", "2022-03-14", "yesterday", "date", "Write the date as 2022-03-14")]
    [InlineData("Attributes.Tonnes", "28.5", "\"28,5\"", "number", "such as 28.5 or 285")]
    [InlineData("Attributes.Tonnes", "28.5", "٢٨", "number", "in digits with a point")]
    [InlineData("Attributes.Tonnes", "28.5", "#REF!", "formula", "formula")]
    [InlineData("Intensity", ",5,", ",9,", "range", "from +4 to +6")]
    [InlineData("Actor", "Kazakhstan", "Atlantis", "unknown", "no country \"Atlantis\"")]
    [InlineData("Actor", "Kazakhstan", "AU", "ambiguous", "Australia (AUS) or Austria (AUT)")]
    [InlineData("Actor", "Kazakhstan", "Кazakhstan", "unknown", "three letters")]
    [InlineData("Reliability", ",B,", ",G,", "choice", "how reliable")]
    [InlineData("Credibility", ",2,", ",2.5,", "required", "how credible")]
    [InlineData("Collections", "wsj", "wsj; other", "unknown", "no collection \"other\"")]
    public void Read__a_bad_cell__named_by_row_column_value_and_rule(string column, string good, string bad, string rule, string message)
    {
        var row = Assert.Single(ImportBook.Read(ImportBook.Headers + ImportBook.GoodRow.Replace(good, bad)));

        Assert.Null(row.Act);
        var breach = Assert.Single(row.Breaches);
        Assert.Equal((2, column, rule), (breach.Row, breach.Column, breach.Rule));
        Assert.Contains(message, breach.Message, StringComparison.Ordinal);
        Assert.Contains(breach.Value, bad, StringComparison.Ordinal);
    }

    [Fact]
    public void Read__rows_of_one_whole__parts_of_it__whichever_row_says_what_it_is_called()
    {
        var rows = ImportBook.Read(Parts("p,", "p,Three send relief", ",", $"{ImportBook.OnFile},On file"));

        Assert.All(rows, row => Assert.Empty(row.Breaches));
        Assert.NotNull(rows[0].Act!.Parent);
        Assert.Equal(rows[0].Act!.Parent, rows[1].Act!.Parent);
        Assert.Equal((null, ImportBook.OnFile), (rows[2].Act!.Parent, rows[3].Act!.Parent));
    }

    [Theory]
    [InlineData("q,", "Parent", "parent", "unknown", "q")]
    [InlineData("01970000-0000-7000-8000-000000000002,", "Parent", "parent", "unknown", "01970000-0000-7000-8000-000000000002")]
    [InlineData("01970000-0000-7000-8000-000000000001,Another", "Parent.title", "parent.title", "onFile", "Another")]
    [InlineData("p,Another", "Parent.title", "parent.title", "twice", "Another")]
    [InlineData(",A title", "Parent", "parent", "required", "")]
    public void Read__a_row_of_no_whole_there_is__named_by_row_column_value_and_rule(string bad, string column, string field, string rule, string value)
    {
        var breach = Assert.Single(ImportBook.Read(Parts("p,Three send relief", bad))[1].Breaches);

        Assert.Equal((3, column, field, rule, value), (breach.Row, breach.Column, breach.Field, breach.Rule, breach.Value));
    }

    private static string Parts(params string[] cells) =>
        ImportBook.Headers.Replace("Key,", "Key,Parent,Parent.title,") + string.Concat(cells.Select((c, i) => ImportBook.GoodRow.Replace("a1,", $"a{i},{c},")));

    [Fact]
    public void Read__dates_in_words__the_same_days()
    {
        foreach (var date in new[] { "14 March 2022", "14 Mar 2022", "\"March 14, 2022\"" })
            Assert.Equal(new DateOnly(2022, 3, 14), Assert.Single(ImportBook.Read(ImportBook.Headers + ImportBook.GoodRow.Replace("2022-03-14", date))).Act!.Dates.From);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    public void Read__under_any_culture__the_same_act(string culture)
    {
        const string text = ImportBook.Headers + ImportBook.GoodRow + "a2,KAZ,UKR,hum-aidf,14 July 2022,IĞDIR,1234.5,4.5,Paper,b,Report,1 Jan 2023,Passage,6,WSJ\n";
        var before = CultureInfo.CurrentCulture;
        var expected = ImportBook.Read(text);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var read = ImportBook.Read(text);

            Assert.Equal(expected.Select(r => Convert.ToHexString(r.Content)), read.Select(r => Convert.ToHexString(r.Content)));
            Assert.Equal(expected.SelectMany(r => r.Breaches), read.SelectMany(r => r.Breaches));
            Assert.Equal(new DateOnly(2022, 7, 14), read[1].Draft.Date is { } iso ? DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Read__without_a_key__the_content_is_the_key()
    {
        var rows = ImportBook.Read(ImportBook.Headers + ImportBook.GoodRow.Replace("a1", "") + ImportBook.GoodRow.Replace("a1", "").Replace("Relief", "Other relief"));

        Assert.All(rows, r => Assert.StartsWith("content ", r.Key));
        Assert.NotEqual(rows[0].Key, rows[1].Key);
    }

    [Fact]
    public void Read__constants_and_a_source_on_file__stand_for_empty_cells()
    {
        var constants = new ImportMapping(new Dictionary<string, string?> { ["Reliability"] = null, ["Source"] = null }, new Dictionary<string, string> { ["source.name"] = "WIRE" });

        var row = Assert.Single(ImportBook.Read(ImportBook.Headers + ImportBook.GoodRow, constants));

        Assert.Empty(row.Breaches);
        Assert.Equal(("WIRE", 'C'), (row.Act!.Claims[0].Source!.Name, row.Act.Claims[0].Source!.Reliability));
    }

    [Fact]
    public void Check__what_is_missing_or_meant_twice__said_before_any_row()
    {
        var headers = new[] { "Actor", "State", "Title" };
        var mapping = ImportMapping.Of(headers, ImportBook.Book.Codebook);

        Assert.Equal(["country", null, "title"], headers.Select(h => mapping.Columns[h]));
        Assert.Contains(mapping.Check(headers, ImportBook.Book.Codebook), b => b is { Field: "date", Rule: "required" });
        var twice = mapping.With(new ImportMapping(new Dictionary<string, string?> { ["Actor"] = "country", ["State"] = "country" }, new Dictionary<string, string>()));
        Assert.Contains(twice.Check(headers, ImportBook.Book.Codebook), b => b is { Field: "country", Rule: "twice" });
    }
}

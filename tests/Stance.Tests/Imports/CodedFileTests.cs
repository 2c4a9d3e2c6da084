using Stance.Imports;

namespace Stance.Tests.Imports;

public sealed class CodedFileTests
{
    // A row of the GDELT 2.0 file of 18 February 2015 with the countries of the test's register in the places of its own.
    private static readonly string Gdelt2 = string.Join('\t', Row(61, (0, "410411698"), (1, "20140218"), (6, "KAZAKHSTAN"), (7, "KAZ"), (16, "UKRAINE"), (17, "UKR"), (26, "0731"), (30, "7.4"), (60, "http://www.example.org/1"))) + "\n";

    [Fact]
    public void Read__gdelt__its_columns_by_place()
    {
        var (acts, tally) = Read(Gdelt2 + string.Join('\t', Row(61, (0, "2"), (1, "20140218"), (7, "AFR"), (26, "073"))) + "\n" + string.Join('\t', Row(61, (0, "3"), (1, "20140218"), (7, "KAZ"), (26, "999"))));

        var act = Assert.Single(acts);
        Assert.Equal(("gdelt", "410411698", "KAZ", "UKR", "0731", 7.4, "www.example.org"), (act.Format, act.RowId, act.Actor.Value, act.Recipient?.Value, act.Code, act.Goldstein, act.Publisher));
        Assert.Equal((3, 1, 1), (tally.Read, tally.NoCountry, tally.NoKind));
    }

    [Fact]
    public void Read__gdelt_1_without_addresses__read_too() =>
        Assert.Null(Assert.Single(Read(string.Join('\t', Row(57, (0, "1"), (1, "19790101"), (7, "KAZ"), (26, "073"), (56, "20130203")))).Acts).Url);

    [Fact]
    public void Read__icews__the_record_and_not_its_id_says_what_is_the_same()
    {
        const string headers = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\n";
        const string row = "2018-06-01\tMinistry (Kazakhstan)\tGovernment\tKazakhstan\tProvide \"humanitarian\" aid\t073\t7.4\tCitizen (Ukraine)\tSocial\tUkraine\t47400351\t2\tAgency\n";
        var (acts, _) = Read(headers + "1\t" + row + "2\t" + row + "1\t" + row.Replace("\t2\tAgency", "\t3\tAgency", StringComparison.Ordinal));

        Assert.Equal(["1", "2", "1"], acts.Select(a => a.RowId));
        Assert.Equal(acts[0].Identity, acts[1].Identity);
        Assert.NotEqual(acts[0].Identity, acts[2].Identity);
    }

    [Fact]
    public void Read__a_table_with_plover_codes__read_by_its_headers()
    {
        var act = Assert.Single(Read("id,event date,actor,recipient,plover event,mode,url\n7,2022-03-14,Kazakhstan,UA,AID,humanitarian,https://example.org/a\n").Acts);

        Assert.Equal(("PLOVER", "AID humanitarian", "UKR"), (act.Scheme, act.Code, act.Recipient?.Value));
    }

    [Fact]
    public void Read__an_act_of_ours__is_no_coded_file() =>
        Assert.Throws<ImportFileException>(() => Read(ImportBook.Headers + ImportBook.GoodRow));

    [Theory]
    [InlineData("073", "HUM-AIDF exact")]
    [InlineData("0731", "HUM-AIDF near")]
    [InlineData("120", "DIP-UNV exact")]
    [InlineData("010", "")]
    public void Cameo__a_code__the_kinds_mapped_to_it_or_to_what_it_is_part_of(string code, string proposals) =>
        Assert.Equal(proposals, string.Join(", ", new CodeMap(ImportBook.Book.Codebook).Cameo(code).Select(p => $"{p.Type} {p.Quality}")));

    private static (List<CodedAct> Acts, CodedTally Tally) Read(string text)
    {
        using var file = ImportBook.File(text);
        var tally = new CodedTally();
        return ([.. CodedFile.Read(file, ImportLimits.Usual, ImportBook.Book.Countries, new CodeMap(ImportBook.Book.Codebook), tally)], tally);
    }

    private static string[] Row(int columns, params (int At, string Value)[] cells)
    {
        var row = Enumerable.Repeat("", columns).ToArray();
        foreach (var (at, value) in cells)
            row[at] = value;
        return row;
    }
}

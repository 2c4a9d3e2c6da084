using Stance.Countries;
using Stance.Votes;

namespace Stance.Tests.Votes;

public sealed class RollCallTextTests
{
    private static readonly DateOnly Day = new(2022, 3, 2);
    private static readonly RecordNames Names = new(Few.Countries.Values);

    [Fact]
    public void Read__lines_of_the_library__letters_in_either_case_and_none_is_absent()
    {
        var reading = Resolve("""
            Title	Aggression against Ukraine : resolution / adopted by the General Assembly
            Resolution	A/RES/ES-11/1
            Meeting record
            A/ES-11/PV.5
            Vote date	2022-03-02
            Vote summary	Yes: 1 | No: 1 | Abstentions: 1 | Non-Voting: 1 | Total voting membership: 4

              Y ALBANIA
              a kazakhstan
              N RUSSIAN FEDERATION
                UZBEKISTAN
            """);

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [("ALB", VoteChoice.Yes), ("KAZ", VoteChoice.Abstain), ("RUS", VoteChoice.No), ("UZB", VoteChoice.Absent)],
            reading.Votes.Select(v => (v.Country.Value, v.Choice)));
        Assert.Equal(
            new RollCallDetails
            {
                Title = "Aggression against Ukraine",
                Symbol = "A/RES/ES-11/1",
                Meeting = "A/ES-11/PV.5",
                Date = Day,
                Yes = 1,
                No = 1,
                Abstain = 1,
                Absent = 1,
            },
            reading.Details);
    }

    [Fact]
    public void Read__lists_of_a_meeting_record__wrapped_as_the_page_was()
    {
        var reading = Resolve("""
            A recorded vote was taken.

            In favour:
            Albania, Korea (Democratic
            People’s Republic of)
            Against:
            Russian Federation
            Abstaining:
            Kazakhstan, Uzbekistan.

            Draft resolution A/ES-11/L.1 was adopted by 2
            votes to 1, with 2 abstentions (resolution ES-11/1).
            """);

        Assert.Empty(reading.Problems);
        Assert.Equal("ALB Y, PRK Y, RUS N, KAZ A, UZB A", string.Join(", ", reading.Votes.Select(v => $"{v.Country} {v.Choice.Letter()}")));
        Assert.Equal(4, reading.Votes[1].Line);
        Assert.Equal((2, 1, 2, "A/RES/ES-11/1"), (reading.Details.Yes, reading.Details.No, reading.Details.Abstain, reading.Details.Symbol));
    }

    [Fact]
    public void Read__what_is_no_vote__is_told_by_line_and_rule_with_the_nearest_names()
    {
        var reading = Resolve("Y ALBANIA\nY KAZAKSTAN\nN ALBANIA\nY SOVIET UNION\nY ATLANTIS\nY MACAO");

        Assert.Equal("2 unknown, 3 twice, 4 existed, 5 unknown, 6 seat", string.Join(", ", reading.Problems.Select(p => $"{p.Line} {p.Rule}")));
        Assert.Equal([new CountryCode("KAZ")], reading.Problems[0].Near);
        Assert.Equal("Albania stands in line 1 as Yes, and here as No. Keep the right one.", reading.Problems[1].Message);
        Assert.Equal("ALB", Assert.Single(reading.Votes).Country.Value);
    }

    [Theory]
    [InlineData("ALBANIA\nKAZAKHSTAN", "1 format")]
    [InlineData("Albania\nIn favour: Kazakhstan", "1 format")]
    [InlineData("In favour: Kazakhstan, Atlantis, Albania", "1 unknown")]
    public void Read__what_has_no_form_of_a_record__says_so(string text, string problem) =>
        Assert.Equal(problem, string.Join(", ", Resolve(text).Problems.Select(p => $"{p.Line} {p.Rule}")));

    [Fact]
    public void Find__one_name_of_two_states__asks_which_and_a_former_name_is_found()
    {
        Assert.Equal("ambiguous", Assert.Single(Resolve("Y GUINEA LAND").Problems).Rule);
        Assert.Equal("UZB", Assert.Single(Resolve("Y Uzbek S.S.R.").Votes).Country.Value);
    }

    [Theory]
    [InlineData("1971-10-25", "TWN")]
    [InlineData("1971-10-26", "CHN")]
    [InlineData(null, "CHN")]
    public void Find__China__is_whoever_held_the_seat(string? day, string code) =>
        Assert.Equal(code, Names.Find("CHINA", day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Only?.Code.Value);

    [Theory]
    [InlineData("country,choice", ',')]
    [InlineData("Member State;Vote", ';')]
    [InlineData("undl_id,ms_code,ms_name,ms_vote,date", ',')]
    [InlineData("symbol,held_on,country,choice", ',')]
    [InlineData("iso3\tchoice", '\t')]
    [InlineData("Y ALBANIA", null)]
    [InlineData("In favour: Albania, Andorra", null)]
    public void Separator__tells_a_table_by_its_header(string line, char? separator) => Assert.Equal(separator, RollCallTable.Separator(line));

    private static RollCallReading Resolve(string text) => PrintedVotes.Resolve(RollCallText.Read(text), Names, VotingBody.GeneralAssembly, Day);
}

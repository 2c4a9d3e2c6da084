using Stance.Acts;
using Stance.Countries;

namespace Stance.Tests.Acts;

public sealed class ActWordsTests
{
    [Theory]
    [InlineData("2022-06-17", "2022-06-17", "day", "2022-06-17", "17 June 2022.")]
    [InlineData("2022-06-01", "2022-06-30", "month", "2022-06-17", "In June 2022, the day not known; counted on 17 June 2022.")]
    [InlineData("2022-02-24", "2022-07-24", "interval", "2022-05-10", "Known to have happened between 24 February and 24 July 2022; counted on 10 May 2022, the midpoint.")]
    [InlineData("2022-02-24", "2022-07-24", "interval", "2022-03-28", "Known to have happened between 24 February and 24 July 2022; counted on 28 March 2022.")]
    [InlineData("2022-07-24", "2022-07-24", "before", "2022-07-24", "Known only to have happened by 24 July 2022; counted on 24 July 2022, the last day it can have been.")]
    [InlineData("2022-02-24", "2022-02-24", "start", "2022-02-24", "Held from 24 February 2022 on; counted on 24 February 2022.")]
    public void Dating__each_precision__says_what_is_known_and_what_is_counted(string from, string to, string precision, string scoredOn, string expected) =>
        Assert.Equal(expected, ActWords.Dating(Act(from, to, precision, scoredOn)));

    private static ActItem Act(string from, string to, string precision, string scoredOn) => new(
        new ActId(Guid.Empty, null), new CountryCode("KAZ"), null, "DIP-DECL", "omitted", On(from), On(to), precision, On(scoredOn),
        "Gives the invasion no support", false, 0.7, 0.5, 0.35, "{}", new Dictionary<string, double>(), [], false, "¶1", "published");

    private static DateOnly On(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

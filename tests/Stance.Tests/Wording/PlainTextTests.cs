using Stance.Wording;

namespace Stance.Tests.Wording;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("a\0b", "U+0000", 2)]
    [InlineData("\u202Ecod.exe", "U+202E", 1)]
    [InlineData("😀\u2066x", "U+2066", 2)]
    [InlineData("a\nb", "U+000A", 2)]
    [InlineData("a\u2028b", "U+2028", 2)]
    [InlineData("a\uFFFE", "U+FFFE", 2)]
    public void Line__with_a_mark_nobody_sees__refused_by_name_and_place(string text, string name, int place) =>
        Assert.Equal((name, place), PlainText.FirstRefused(text, lines: false));

    [Fact]
    public void Line__with_half_a_surrogate_pair__refused() =>
        Assert.Equal(("U+D83D", 2), PlainText.FirstRefused("a" + '\uD83D', lines: false));

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", false)]
    [InlineData("=cmd|' /C calc'!A0", false)]
    [InlineData("עברית العربية \u200F", false)]
    [InlineData("two\r\nlines\tand a tab", true)]
    public void Text__of_any_script_or_signs__plain(string text, bool lines) => Assert.Null(PlainText.FirstRefused(text, lines));
}

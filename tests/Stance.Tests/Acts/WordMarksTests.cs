using Stance.Acts;
using Stance.Search;
using Stance.Tests.Imports;

namespace Stance.Tests.Acts;

public sealed class WordMarksTests
{
    private const int Most = 60;

    [Theory]
    [InlineData("лекарств", "Казахстан отправил [лекарства]")]
    [InlineData("ОТПРАВИЛ казах", "[Казахстан] [отправил] лекарства")]
    [InlineData("ҚАЗАҚСТАН", "[Қазақстан] дәрі-дәрмек жөнелтті")]
    [InlineData("\"дәрі дәрмек\"", "Қазақстан [дәрі-дәрмек] жөнелтті")]
    [InlineData("\"дәрі жөнелтті\"", "Қазақстан дәрі-дәрмек жөнелтті")]
    [InlineData("tokaev", "[Tokáev] flew")]
    [InlineData("28", "[28] t, not 280 t")]
    [InlineData("سلام", "قال [سلام] ثم")]
    [InlineData("kind:visit medicine", "[medicine] for a visit")]
    public void Of__words_of_a_search__marked_as_they_are_found(string search, string expected) =>
        Assert.Equal(expected, Print(Marks(search).Of(expected.Replace("[", "").Replace("]", ""), Most)));

    [Fact]
    public void Of__a_word_taken_for_another__marks_the_other()
    {
        var marks = new WordMarks(SearchText.Parse("medecine", ImportBook.Book.Codebook), [new("medecine", ["medicine", "medicines"])]);

        Assert.Equal("[medicine], [medicines], medicinal", Print(marks.Of("medicine, medicines, medicinal", Most)));
        Assert.False(marks.StandIn("medecine"));
        Assert.True(marks.StandIn("some Medicine"));
        Assert.False(marks.StandIn(null));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("middle")]
    [InlineData("last")]
    [InlineData("nowhere")]
    public void Of__a_long_text__a_part_of_whole_words_around_the_first_mark(string search)
    {
        var text = $"first {new string('a', 40)} 🕊 {string.Join(' ', Enumerable.Repeat("слово", 30))} middle {string.Join(' ', Enumerable.Repeat("мир", 30))} last.";

        var parts = Marks(search).Of(text, Most);

        var shown = string.Concat(parts.Select(p => p.Text)).Trim('…', ' ');
        Assert.InRange(shown.Length, 30, Most + 1);
        Assert.Contains($" {shown} ", $" {text} ", StringComparison.Ordinal);
        Assert.Equal(search != "nowhere", parts.Any(p => p.IsMarked));
    }

    private static WordMarks Marks(string search) => new(SearchText.Parse(search, ImportBook.Book.Codebook), []);

    private static string Print(IEnumerable<MarkedWords> parts) => string.Concat(parts.Select(p => p.IsMarked ? $"[{p.Text}]" : p.Text));
}

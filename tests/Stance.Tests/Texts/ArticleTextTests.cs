using Stance.Texts;

namespace Stance.Tests.Texts;

public sealed class ArticleTextTests
{
    private const string Article = "A headline of the test\n\nWhat it says in one line.\n\nALMATY, Kazakhstan—The first paragraph. It has two sentences, Mr. Test said.\n\n"
        + "It didn’t.\n\nA crowd in June. Photo: a photographer\n\nThe third paragraph.";

    private readonly ArticleText text = new(Article, "A headline of the test");

    [Fact]
    public void Paragraphs__dateline_and_caption__numbered_from_the_report_on() => Assert.Equal(
        ["¶0", "¶0", "¶1", "¶2", "caption 1", "¶3"], text.Paragraphs.Select(p => p.Pointer));

    [Theory]
    [InlineData("A headline\n\nThe report begins. It goes on.", "¶0 ¶1")]
    [InlineData("The report begins at once.\n\nIt goes on.", "¶1 ¶2")]
    [InlineData("Only words", "¶1")]
    [InlineData("", "")]
    public void Paragraphs__no_dateline__begin_after_the_lines_that_end_no_sentence(string words, string pointers) =>
        Assert.Equal(pointers, string.Join(' ', new ArticleText(words).Paragraphs.Select(p => p.Pointer)));

    [Theory]
    [InlineData("two sentences", "It has two sentences, Mr. Test said.", "¶1, sentence 2")]
    [InlineData("first paragraph. It", "ALMATY, Kazakhstan—The first paragraph. It has two sentences, Mr. Test said.", "¶1")]
    [InlineData("said.\n\nIt didn’t", "It has two sentences, Mr. Test said.\n\nIt didn’t.", "¶1–¶2")]
    [InlineData("crowd", "A crowd in June.", "caption 1, sentence 1")]
    [InlineData(" third ", "The third paragraph.", "¶3")]
    public void Pin__chosen_words__the_sentences_around_them_and_their_place(string chosen, string passage, string pointer)
    {
        var at = Article.IndexOf(chosen, StringComparison.Ordinal);
        var pin = text.Pin(new TextSpan(at, at + chosen.Length))!;

        Assert.Equal((passage, pointer, chosen.Trim()), (pin.Passage, pin.Pointer, pin.Words));
        Assert.Equal(passage, pin.Span.Of(Article));
    }

    [Fact]
    public void Pin__nothing_but_space__none() => Assert.Null(text.Pin(new TextSpan(22, 24)));

    [Fact]
    public void Pin__sentences_longer_than_a_passage_may_be__the_chosen_words_alone()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 600)) + "end.";

        Assert.Equal("word", new ArticleText(words).Pin(new TextSpan(0, 4))!.Passage);
    }

    [Theory]
    [InlineData("One line\r\nstill it\r\n\r\n\r\nanother\u00A0one", "One line still it\n\nanother one")]
    [InlineData("a line\na block each", "a line\n\na block each")]
    [InlineData("\uFEFFsoft\u00ADly \u202Eturned\u0000", "softly turned")]
    [InlineData("  \n \n", "")]
    [InlineData("e\u0301", "é")]
    public void OfPlain__as_pasted__one_normal_form(string pasted, string stored) => Assert.Equal(stored, ReadableText.OfPlain(pasted));
}

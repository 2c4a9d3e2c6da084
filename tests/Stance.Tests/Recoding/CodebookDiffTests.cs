using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Recoding;
using Stance.Tests.Imports;

namespace Stance.Tests.Recoding;

public sealed class CodebookDiffTests
{
    private static readonly PriorWeight Nato = new("RUW", "NATO", 4, null);
    private static readonly Register Book = ImportBook.Book with { Ties = new TieBook([new("NATO", "Atlantic alliance", true)], [], [Nato]) };

    private static CodebookVersion Old => Book.Codebook;

    [Fact]
    public void Between__a_codebook_and_itself__is_empty() => Assert.True(CodebookDiff.Between(Old, [Nato], Old with { Version = "1.1" }, [Nato], Book).IsEmpty);

    [Fact]
    public void Between__numbers__in_the_order_of_the_codebook_with_both_values()
    {
        var draft = CodebookDraft.Of(Old) with
        {
            Sigma = 5,
            Variants = [new("DIP-UNV", "yes", 4, 3, 5, 1), new("HUM-AIDF", "default", 5, 4, 6, 0.6)],
            Weights = [new("RUW", "NATO", 3)],
        };

        var found = CodebookDiff.Between(Old, [Nato], draft.Over(Old), draft.Over([Nato]), Book);

        Assert.Equal(
        [
            new("σ, spread of acts", 4, 5),
            new("Aid shipment or flight, weight of evidence", 1, 0.6),
            new("Roll-call vote, base score", 5, 4),
            new("Roll-call vote, range from", 5, 3),
            new("Atlantic alliance, RUW", 4, 3),
        ], found.Numbers);
        Assert.Empty(found.Texts);
    }

    [Fact]
    public void Between__a_kind_only_one_has__stands_with_nothing_on_the_other_side()
    {
        var found = CodebookDiff.Between(Old, [Nato], Old with { Types = [Old.Types[0]] }, [], Book);

        Assert.Contains(new NumberChange("Roll-call vote, base score", 5, null), found.Numbers);
        Assert.Contains(new NumberChange("Atlantic alliance, RUW", 4, null), found.Numbers);
        Assert.Contains(new TextChange("Roll-call vote, definition", "x", null), found.Texts);
    }

    [Fact]
    public void Between__words__with_both_texts()
    {
        var reworded = Old with { Types = [Old.Types[0] with { Definition = "Relief goods are sent." }, Old.Types[1]] };

        var found = CodebookDiff.Between(Old, [Nato], reworded, [Nato], Book);

        Assert.Equal([new("Aid shipment or flight, definition", "x", "Relief goods are sent.")], found.Texts);
        Assert.Empty(found.Numbers);
    }

    [Fact]
    public void Between__fields_mapping_and_standing__are_told_in_words()
    {
        var kind = Old.Types[0];
        var draft = CodebookDraft.Of(Old) with
        {
            Kinds =
            [
                kind with
                {
                    IsWithdrawn = true,
                    Cameo = new("071", "near"),
                    Attributes = [kind.Attributes[0] with { Required = true, Max = null }, .. kind.Attributes.Skip(1), new("way", "Way", AttributeKind.Choice, Choices: ["air", "sea"])],
                },
            ],
        };

        var found = CodebookDiff.Between(Old, [Nato], draft.Over(Old), [Nato], Book);

        Assert.Equal(
        [
            new("Aid shipment or flight, new acts", "coded", "not coded, withdrawn"),
            new("Aid shipment or flight, CAMEO", "073 (7.4) (fits)", "071 (comes near)"),
            new("Aid shipment or flight, own field Tonnes", "Tonnes: number in t, 0 to 100000", "Tonnes: number in t, 0 or more, must be answered"),
            new("Aid shipment or flight, own field Way", null, "Way: one of air, sea"),
        ], found.Texts);
        Assert.Empty(found.Numbers);
    }
}

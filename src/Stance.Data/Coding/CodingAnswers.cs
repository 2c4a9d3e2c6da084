using System.Globalization;
using Stance.Coding;

namespace Stance.Data.Coding;

/// <summary>An open case as a queue shows it: where it stands written, and who has coded it; nothing of an answer.</summary>
/// <param name="IsMine">Whether the reader is one of its coders.</param>
public sealed record QueuedCase(
    Guid Id, DateTimeOffset OpenedAt, SecondCodingReason Reason, int Answers, bool IsMine, string Coders, string Source, string Report, DateOnly? PublishedOn, string? Pointer);

/// <summary>A ruling of before, and the act that came of it: one, or one of each of several states.</summary>
public sealed record Precedent(Guid Id, DateTime RuledAt, string RuledBy, string Reason, string? Type, string? Title, Guid? Act, Guid? Whole);

/// <summary>How an act came out of double coding; without a ruling both agreed. Nobody is told of it before the act is published.</summary>
public sealed record CodingOfAct(
    Guid Id, string FirstCoder, DateTime FirstAt, string SecondCoder, DateTime SecondAt, DateTime? RuledAt, string? RuledBy, string? Reason, bool? BothStand);

internal sealed record QueueRow(
    Guid Id, DateTime OpenedAt, string ChosenBy, long Answers, bool IsMine, string Coders, string? Report, string? PublishedOn, string? Source, string? Pointer)
{
    public QueuedCase ToCase() => new(
        Id, new DateTimeOffset(DateTime.SpecifyKind(OpenedAt, DateTimeKind.Utc)), Enum.Parse<SecondCodingReason>(ChosenBy, ignoreCase: true), (int)Answers, IsMine,
        Coders, Source ?? "", Report ?? "",
        DateOnly.TryParseExact(PublishedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Pointer);
}

internal sealed record PairRow(
    Guid Id, Guid FirstCoder, Guid SecondCoder, DateOnly DecidedOn,
    string? Actors1, string? Recipient1, string? Type1, string? Variant1, DateOnly? Day1, double? Intensity1, double? Confidence1,
    string? Actors2, string? Recipient2, string? Type2, string? Variant2, DateOnly? Day2, double? Intensity2, double? Confidence2,
    string? Actors3, string? Recipient3, string? Type3, string? Variant3, DateOnly? Day3, double? Intensity3, double? Confidence3)
{
    public CodingPair ToPair() => new(
        FirstCoder, SecondCoder,
        CodedRow.Of(Actors1, Recipient1, Type1, Variant1, Day1, Intensity1, Confidence1),
        CodedRow.Of(Actors2, Recipient2, Type2, Variant2, Day2, Intensity2, Confidence2),
        DecidedOn,
        CodedRow.Of(Actors3, Recipient3, Type3, Variant3, Day3, Intensity3, Confidence3));
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Stance.Coding;
using Stance.Countries;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Events;

namespace Stance.Data.Coding;

/// <summary>
/// Takes an act through two coders to publication. What both agree on is published at once; where they differ a third person rules,
/// or one of them takes the other's answer. Nothing of a case is an act before.
/// </summary>
public sealed class CodingWriter(CommandPipeline pipeline, RegisterReader registers)
{
    private static readonly string InsertCase = SqlFile.Read("Coding/InsertCase.sql");
    private static readonly string InsertDecision = SqlFile.Read("Coding/InsertDecision.sql");
    private static readonly string InsertRuling = SqlFile.Read("Coding/InsertRuling.sql");
    private static readonly string LockCase = SqlFile.Read("Coding/LockCase.sql");
    private static readonly string Stored = SqlFile.Read("Coding/StoredCase.sql");
    private static readonly string CloseCase = SqlFile.Read("Coding/CloseCase.sql");
    private static readonly string SetRule = SqlFile.Read("Coding/SetSecondCodingRule.sql");

    private static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public Task<WriteOutcome> OpenAsync(OpenCase command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "coding.open", actor, key, OpenAsync, cancel);

    public Task<WriteOutcome> AnswerAsync(AnswerCase command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "coding.answer", actor, key, AnswerAsync, cancel);

    public Task<WriteOutcome> RuleAsync(RuleCase command, Actor actor, string key, CancellationToken cancel) =>
        RunAsync(command, "coding.rule", actor, key, RuleAsync, cancel);

    public async Task<WriteOutcome> SetAsync(SetSecondCoding command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var keyed = KeyedCommand.Of(actor, Role.Administrator, key, "coding.set-rule", command);
        var codebook = (await registers.ReadAsync(cancel)).Codebook;
        return await pipeline.RunAsync<SecondCodingSet>(keyed, SetAsync, cancel);

        async Task<WriteOutcome> SetAsync(CommandWork work, CancellationToken stop)
        {
            if (double.IsNaN(command.Share) || command.Share is < 0 or > 1)
                return Refused.For("share", "range", "Enter 0 to 100 per cent.");
            if (command.Kinds.FirstOrDefault(k => codebook.Find(k) is null) is { } unknown)
                return Refused.For("kinds", "unknown", $"There is no kind of act \"{unknown}\" in codebook {codebook.Version}.");
            await work.ExecuteAsync(SetRule, new { command.Share, kinds = command.Kinds.ToArray() }, stop);
            return new SecondCodingSet(command.Share, command.Kinds);
        }
    }

    private async Task<WriteOutcome> RunAsync<T>(
        T command, string name, Actor actor, string key, Func<EventTransaction, T, CancellationToken, Task<WriteOutcome>> write, CancellationToken cancel)
        where T : notnull
    {
        var keyed = KeyedCommand.Of(actor, Role.Curator, key, name, command);
        if (!actor.IsPerson)
            throw new NotAllowedException("Only a signed-in person can code: two coders must be two people.");
        var register = await registers.ReadAsync(cancel);
        return await pipeline.RunAsync<CaseWritten>(
            keyed,
            async (work, stop) => await CodebookHold.RefusedAsync(work, register, stop)
                ?? await write(new EventTransaction(work, register), command, stop),
            cancel);
    }

    private static async Task<WriteOutcome> OpenAsync(EventTransaction work, OpenCase command, CancellationToken cancel)
    {
        var (act, refused) = await work.CheckWholeAsync(command.Draft, null, [], cancel);
        if (act is null)
            return refused!;
        var id = await work.Work.SingleAsync<Guid>(
            InsertCase, new { at = work.Work.Now, chosenBy = command.Reason.ToString().ToLowerInvariant() }, cancel);
        await KeepAsync(work, id, 1, command.Draft, act, null, cancel);
        return new CaseWritten(id, CaseState.Coded);
    }

    private static async Task<WriteOutcome> AnswerAsync(EventTransaction work, AnswerCase command, CancellationToken cancel)
    {
        if (await LockAsync(work, command.Id, cancel) is not { } stored)
            return new Missing();
        if (stored.First.Coder == work.Work.By)
            return Refused.For("", "self", "You coded this passage first. Somebody else must code it without seeing your answer.");
        if (stored.IsClosed || stored.Answers.Count > 1)
            return Refused.For("", "answered", "Somebody else has coded this passage meanwhile. Your answer is not needed any more.");
        if (command.Draft is null)
        {
            if (EventRules.CheckReason(command.Note, required: true) is { } breach)
                return new Refused([breach with { Field = "note", Message = "Say why you find no act in the passage." }]);
            await KeepAsync(work, command.Id, 2, null, null, command.Note, cancel);
            return new CaseWritten(command.Id, CaseState.SecondCoded);
        }
        var draft = stored.Evidence.In(command.Draft);
        var (second, refused) = await work.CheckWholeAsync(draft, null, [], cancel);
        if (second is null)
            return refused!;
        await KeepAsync(work, command.Id, 2, draft, second, command.Note, cancel);
        var (first, _) = await work.CheckWholeAsync(stored.First.Draft!, null, [], cancel);
        return first is not null && CodedActs.Agree(first, second)
            ? await PublishAsync(work, command.Id, first, [], cancel)
            : new CaseWritten(command.Id, CaseState.SecondCoded);
    }

    private static async Task<WriteOutcome> RuleAsync(EventTransaction work, RuleCase command, CancellationToken cancel)
    {
        if (EventRules.CheckReason(command.Reason, required: true) is { } breach)
            return new Refused([breach]);
        if (await LockAsync(work, command.Id, cancel) is not { } stored)
            return new Missing();
        if (stored.IsClosed)
            return Refused.For("", "ruled", "This case was ruled meanwhile.");
        if (stored.Answers.Count < 2)
            return Refused.For("", "early", "The second coder has not answered yet.");
        StanceEvent? act = null;
        if (command.Draft is { } draft && await work.CheckWholeAsync(stored.Evidence.In(draft), stored.CodedAs(draft.Type), [], cancel) is var (checkedAct, refused))
        {
            if (checkedAct is null)
                return refused!;
            act = checkedAct;
        }
        if (stored.IsOf(work.Work.By) && !TakesTheOthers(stored, work.Work.By!.Value, act, command.BothStand))
            return Refused.For("", "self", "You coded this passage: you may take the other coder's answer as it is, or leave the ruling to somebody else.");
        var bothStand = act is not null && command.BothStand;
        var answers = bothStand ? await ActsAsync(work, stored, cancel) : [];
        await work.Work.ExecuteAsync(
            InsertRuling,
            new
            {
                command.Id,
                by = work.Work.By,
                at = work.Work.Now,
                codebook = work.Register.Codebook.Version,
                draft = command.Draft is null ? null : JsonSerializer.Serialize(stored.Evidence.In(command.Draft), Kept),
                bothStand,
                command.Reason,
                type = act?.Type.Code,
            },
            cancel);
        return await PublishAsync(work, command.Id, act, answers, cancel);
    }

    private static bool TakesTheOthers(StoredCase stored, Guid coder, StanceEvent? ruled, bool bothStand)
    {
        var other = stored.Answers.First(a => a.Coder != coder).Coded;
        return !bothStand && (ruled is null ? other is null : CodedAct.Of(ruled) == other);
    }

    /// <summary>The acts both answers come to; none where one of them finds none, or none that could be entered today.</summary>
    private static async Task<IReadOnlyList<StanceEvent>> ActsAsync(EventTransaction work, StoredCase stored, CancellationToken cancel)
    {
        var acts = new List<StanceEvent>();
        foreach (var answer in stored.Answers)
        {
            if (answer.Draft is null || (await work.CheckWholeAsync(answer.Draft, answer.Draft.Type, [], cancel)).Act is not { } act)
                return [];
            acts.Add(act);
        }
        return acts;
    }

    /// <summary>What both answers come to for one state on the axes on which both speak and differ; nothing where one of them does not name the state.</summary>
    private static IReadOnlyList<CodedScore> ScoresOf(CountryCode country, EventTransaction work, IReadOnlyList<StanceEvent> answers)
    {
        return answers is [var first, var second] && answers.All(a => a.Country == country || a.Also.Contains(country))
            ? CodedActs.Differing(Scores(first), Scores(second))
            : [];

        IReadOnlyList<AxisScore> Scores(StanceEvent answer) =>
            ActScoring.Score(answer.Facts with { Actor = country }, work.Register.Axes.Values, work.Register.Ties);
    }

    /// <param name="act">Null: the passage holds none.</param>
    /// <param name="answers">Where both stand, the acts they come to.</param>
    private static async Task<WriteOutcome> PublishAsync(
        EventTransaction work, Guid id, StanceEvent? act, IReadOnlyList<StanceEvent> answers, CancellationToken cancel)
    {
        TogetherWritten? together = null;
        ActWritten[] written = [];
        if (act is { Also.Count: > 0 })
            written = [.. (together = await work.PublishTogetherAsync(act, country => ScoresOf(country, work, answers), cancel)).Acts];
        else if (act is not null)
            written = [await work.PublishAsync(act with { CodedScores = ScoresOf(act.Country, work, answers) }, work.Work.Now, null, cancel)];
        await work.Work.ExecuteAsync(
            CloseCase, new { id, at = work.Work.Now, countries = written.Select(a => a.Country.Value).ToArray(), acts = written.Select(a => a.Id).ToArray() }, cancel);
        return together is null && written is [var one]
            ? new CaseWritten(id, CaseState.Published, one.Id, one.Country)
            : new CaseWritten(id, together is null ? CaseState.NoAct : CaseState.Published, Together: together);
    }

    private static async Task<StoredCase?> LockAsync(EventTransaction work, Guid id, CancellationToken cancel)
    {
        await work.Work.FindAsync<bool?>(LockCase, new { id }, cancel);
        // A statement of its own: the lock may have waited for another answer.
        return CaseRow.CaseOf(await work.Work.ListAsync<CaseRow>(Stored, new { id }, cancel));
    }

    private static Task<int> KeepAsync(
        EventTransaction work, Guid id, int place, StanceEventDraft? draft, StanceEvent? act, string? note, CancellationToken cancel)
    {
        var coded = act is null ? null : CodedAct.Of(act);
        return work.Work.ExecuteAsync(
            InsertDecision,
            new
            {
                id,
                place,
                coder = work.Work.By,
                at = work.Work.Now,
                codebook = work.Register.Codebook.Version,
                draft = draft is null ? null : JsonSerializer.Serialize(draft, Kept),
                note,
                country = coded?.Country.Value,
                also = coded is null ? [] : coded.Actors.Skip(1).Select(c => c.Value).ToArray(),
                recipient = coded?.Recipient?.Value,
                coded?.Type,
                coded?.Variant,
                coded?.Day,
                coded?.Intensity,
                coded?.Confidence,
            },
            cancel);
    }
}

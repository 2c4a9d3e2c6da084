using System.Text.Json.Serialization;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Registers;

namespace Stance.Data.Registers;

/// <param name="Version">How many changes of the axis's words were on file, as the corrector saw it.</param>
public sealed record CorrectAxis(string Code, int Version, AxisDraft Draft, string? Reason);

public sealed record AxisWritten(string Code) : Written
{
    [JsonIgnore]
    public override string Subject => $"axis:{Code}";

    [JsonIgnore]
    public object What { get; init; } = new { };

    [JsonIgnore]
    public override object Details => What;
}

/// <summary>Corrects what an axis and its sides are called. No number hangs on it.</summary>
public sealed class AxisWriter(CommandPipeline pipeline)
{
    private static readonly string Lock = SqlFile.Read("Registers/LockAxis.sql");
    private static readonly string Update = SqlFile.Read("Registers/UpdateAxis.sql");

    /// <summary>The fields that hold words, as the history names them.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. SideRules.Fields(new AxisDraft(null, null, null, null)).Select(f => f.Field)];

    public Task<WriteOutcome> CorrectAsync(CorrectAxis command, Actor actor, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return pipeline.RunAsync<AxisWritten>(
            KeyedCommand.Of(actor, Role.Administrator, key, "axis.correct", command), (work, stop) => CorrectAsync(work, command, stop), cancel);
    }

    private static async Task<WriteOutcome> CorrectAsync(CommandWork work, CorrectAxis command, CancellationToken cancel)
    {
        if (await work.HoldAsync<int?>(Lock, new { command.Code, fields = Fields.ToArray() }, cancel) is not { } version)
            return new Missing();
        if (version != command.Version)
            return Refused.For("", "changed", "Somebody corrected this axis meanwhile. Look at what it says now, then correct that.");
        var register = await RegisterReader.ReadAsync(work.Connection, cancel);
        var axis = register.Axes[command.Code];
        var (words, breaches) = SideRules.CheckWords(command.Draft, axis, register, command.Reason);
        if (words is null)
            return new Refused(breaches);
        var changes = FieldChange.Between(SideRules.Fields(new AxisDraft(axis.Name, axis.NegativePole, axis.PositivePole, axis.Description)), SideRules.Fields(words));
        if (changes.Count == 0)
            return Refused.For("name", "same", "This is what the axis says already. Change it, or leave it as it is.");
        await work.ExecuteAsync(Update, new { command.Code, words.Name, words.NegativePole, words.PositivePole, words.Description }, cancel);
        await RegisterHistory.KeepAsync(work, "axis", command.Code, changes, command.Reason, cancel);
        var written = new AxisWritten(command.Code) { What = new { changes, command.Reason } };
        work.RegisterChanged(written.Subject);
        return written;
    }
}

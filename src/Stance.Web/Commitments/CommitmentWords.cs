using Stance.Commitments;
using Stance.Wording;

namespace Stance.Web.Commitments;

/// <summary>Stages of a commitment in plain words.</summary>
internal static class CommitmentWords
{
    /// <summary>How far it had come, when, and whether it is the stage that counts.</summary>
    public static string Of(ActStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return $"{(stage.Stage is { } far ? $"{far}, " : null)}{DateWords.Day(stage.Day)}{(stage.IsScored ? ", counts" : null)}";
    }
}

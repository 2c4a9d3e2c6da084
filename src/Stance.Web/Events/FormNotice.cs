using System.Data.Common;
using Stance.Data.Commands;
using Stance.Data.People;

namespace Stance.Web.Events;

/// <summary>How saving ended, in words; a tone of ok, err or none.</summary>
public sealed record FormNotice(string Tone, string Word, string Sentence, string? Address = null, string LinkWords = "See the act")
{
    /// <summary>
    /// Whether pressing Save asks for what is done already: it was saved, and nothing is typed since.
    /// The press was on its way when the answer left, or came twice.
    /// </summary>
    public static bool SaysIsSaved(FormNotice? notice, IFormEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return notice is { Tone: "ok" } && entry.IsClean;
    }

    /// <summary>Runs a command for a form; what keeps it from being carried out becomes words, and what is typed stays.</summary>
    public static async Task<(WriteOutcome? Outcome, FormNotice? Fault)> TryAsync(Func<Task<WriteOutcome>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            return (await write(), null);
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            // The key stays: if the first try did arrive, the next one gets its answer.
            return (null, new("err", "Not saved yet.", "The database did not answer. Nothing you entered is lost; save again, it will not be entered twice."));
        }
        catch (Exception fault) when (fault is NotAllowedException or UnauthorizedAccessException)
        {
            return (null, new("err", "Not saved.", "You may not enter acts any more. Sign in again, or ask an administrator."));
        }
    }
}

namespace Stance.Data.People;

/// <summary>The actor's role does not allow this; the message may be shown.</summary>
public sealed class NotAllowedException : Exception
{
    public NotAllowedException(string message)
        : base(message)
    {
    }

    public NotAllowedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public NotAllowedException()
    {
    }
}

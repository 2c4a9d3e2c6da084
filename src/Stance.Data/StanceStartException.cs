namespace Stance.Data;

/// <summary>Stance cannot start, and the message says to a person why and what to do; no stack trace is wanted.</summary>
public sealed class StanceStartException : Exception
{
    public StanceStartException(string message)
        : base(message)
    {
    }

    public StanceStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StanceStartException()
    {
    }
}

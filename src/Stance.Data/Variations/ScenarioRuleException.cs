namespace Stance.Data.Variations;

/// <summary>A scenario cannot be saved or changed like this; the message may be shown.</summary>
public sealed class ScenarioRuleException : Exception
{
    public ScenarioRuleException(string message)
        : base(message)
    {
    }

    public ScenarioRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ScenarioRuleException()
    {
    }
}

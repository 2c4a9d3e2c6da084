namespace Stance.Acts;

/// <summary>The dictionaries and the columns that belong together, replaced as one.</summary>
public sealed record ActSnapshot(Register Register, ActColumns Columns);

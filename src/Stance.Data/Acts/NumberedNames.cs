using System.Runtime.InteropServices;

namespace Stance.Data.Acts;

/// <summary>Names by small numbers, in the order of their first appearance.</summary>
internal sealed class NumberedNames
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, ushort> numbers = [];

    public IReadOnlyList<string> Names => names;

    public ushort NumberOf(string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var known);
        if (!known)
        {
            number = checked((ushort)names.Count);
            names.Add(name);
        }
        return number;
    }
}

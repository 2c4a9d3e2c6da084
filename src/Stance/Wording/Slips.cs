namespace Stance.Wording;

/// <summary>How far typed letters are from a word: the slips of a hand, counted.</summary>
public static class Slips
{
    /// <summary>Short words forgive nothing, long ones two slips.</summary>
    public static int Allowed(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length < 4 ? 0 : typed.Length < 8 ? 1 : 2;
    }

    /// <summary>Letters added, left out, changed or swapped to get from what was typed to the start of a word.</summary>
    /// <param name="most">Words that need more slips answer some number above it.</param>
    public static int Count(string word, string typed, int most)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(typed);
        var width = Math.Min(word.Length, typed.Length + most);
        var (before, last, now) = (new int[width + 1], new int[width + 1], new int[width + 1]);
        for (var j = 0; j <= width; j++)
            last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= width; j++)
            {
                var same = typed[i - 1] == word[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last.Min();
    }
}

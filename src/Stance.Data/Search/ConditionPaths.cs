using System.Globalization;
using System.Text.Json;
using Stance.Search;

namespace Stance.Data.Search;

/// <summary>Conditions on fields as JSON paths over an act's own fields; a field that is missing or not known meets none.</summary>
internal static class ConditionPaths
{
    public static string[]? Of(SearchText text)
    {
        var paths = text.Conditions.Select(Path).OfType<string>().ToArray();
        return paths.Length == 0 ? null : paths;
    }

    private static string? Path(AttributeCondition condition)
    {
        var field = "$." + Json(condition.Field.Key);
        return condition switch
        {
            NumberCondition { Low: double.MinValue } number => $"{field} <= {Number(number.High)}",
            NumberCondition { High: double.MaxValue } number => $"{field} >= {Number(number.Low)}",
            NumberCondition number => $"{field} >= {Number(number.Low)} && {field} <= {Number(number.High)}",
            DayCondition days => $"{field} >= {Json(Iso(days.From))} && {field} <= {Json(Iso(days.To))}",
            BooleanCondition answer => $"{field} == {(answer.Value ? "true" : "false")}",
            ChoiceCondition choice => $"{field} == {Json(choice.Value)}",
            _ => null,
        };
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

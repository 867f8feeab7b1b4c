namespace Advocacy.Content.Campaigns;

/// <summary>The Tuesday after Thanksgiving in the United States, which is the fourth Thursday of November (5 U.S.C. § 6103).</summary>
public static class GivingTuesday
{
    public static DateOnly Of(int year)
    {
        var november = new DateOnly(year, 11, 1);
        var firstThursday = november.AddDays(((int)DayOfWeek.Thursday - (int)november.DayOfWeek + 7) % 7);
        return firstThursday.AddDays(3 * 7 + 5);
    }
}

using Advocacy.Theme.Giving;
using Xunit;

namespace Advocacy.Tests.GivingPages;

public sealed class Sums
{
    [Theory]
    [InlineData(5_000, "USD", "$50", "50")]
    [InlineData(5_143, "USD", "$51.43", "51.43")]
    [InlineData(150_000_007, "USD", "$1,500,000.07", "1500000.07")]
    [InlineData(5, "EUR", "€0.05", "0.05")]
    [InlineData(5_000, "JPY", "JPY\u00A05,000", "5000")]
    public void AreWrittenForPeopleAndForTheForm(long minor, string currency, string people, string form)
    {
        var money = new Money(minor, currency);

        Assert.Equal((people, form), (money.ToString(), money.Major));
    }
}

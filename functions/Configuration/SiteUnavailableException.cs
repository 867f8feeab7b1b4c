namespace Advocacy.Functions.Configuration;

/// <summary>Nothing is known of the site yet. What needs no site, such as recording a gift, goes on.</summary>
public sealed class SiteUnavailableException : Exception
{
    public SiteUnavailableException() : base("The site's giving.json has not been read yet.") { }
    public SiteUnavailableException(string message) : base(message) { }
    public SiteUnavailableException(string message, Exception inner) : base(message, inner) { }
}

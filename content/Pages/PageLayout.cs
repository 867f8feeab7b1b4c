namespace Advocacy.Content.Pages;

public enum PageLayout { Page, Home, About, Contact, Donate, Thanks, Manage, Press, NotFound }

namespace Advocacy.Functions.Hosting;

/// <param name="Name">For programs; it stays the same from version to version.</param>
/// <param name="Problem">For the operator: what is wrong, and what to do.</param>
public sealed record HealthProblem(string Name, string Problem);

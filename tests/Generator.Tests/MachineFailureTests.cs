using Advocacy.Generator;
using NetVips;
using Xunit;

namespace Advocacy.Tests.Generator;

public sealed class MachineFailureTests
{
    public static TheoryData<Exception, string> Failures => new()
    {
        {
            new IOException("No space left on device : '/disk/a.html'", 28),
            "/disk/a.html:1: the disk is full; free some space, or name a folder on another disk."
        },
        { new IOException("Disk quota exceeded", 122), "output:1: the disk is full; free some space, or name a folder on another disk." },
        {
            new IOException("Read-only file system : '/disk/o'neill'", 30),
            "/disk/o'neill:1: the disk can only be read; name a folder on a disk that can be written."
        },
        {
            new IOException("Too many open files : '/a'", 24),
            "/a:1: too many files are open; close other programs, or raise the limit (ulimit -n)."
        },
        {
            new IOException("Input/output error : '/a'", 5),
            "/a:1: the disk does not answer as it should; look after the disk, and run the command again."
        },
        {
            new IOException("Broken pipe", 32),
            "output:1: it cannot be read or written (Broken pipe); look after it, and run the command again."
        },
        {
            new UnauthorizedAccessException("Access to the path '/a' is denied."),
            "/a:1: this user may not read or write it; give the right to it (chmod, chown), or run the command as its owner."
        },
        {
            new FileNotFoundException("Could not find file '/nowhere/a'."),
            "/nowhere/a:1: it is not there any more; put it back, and run the command again."
        },
        { new InsufficientMemoryException(), "output:1: the machine has no memory left; close other programs, and run the command again." },
        {
            new VipsException("unable to write: out of memory --- size == 48MB"),
            "output:1: the machine has no memory left; close other programs, and run the command again."
        },
        {
            new AggregateException(new InsufficientMemoryException(), new IOException("No space left on device", 28)),
            "output:1: the machine has no memory left; close other programs, and run the command again."
        },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void IsOneSentence(Exception failure, string sentence) =>
        Assert.Equal(sentence, MachineFailure.Of(failure, "output")?.ToString());

    [Fact]
    public void FaultOfTheProgramIsNone()
    {
        Assert.Null(MachineFailure.Of(new InvalidOperationException(), "output"));
        Assert.Null(MachineFailure.Of(new VipsException("unable to load from buffer"), "output"));
        var both = new AggregateException(new InsufficientMemoryException(), new InvalidOperationException());
        Assert.Null(MachineFailure.Of(both, "output"));
    }
}

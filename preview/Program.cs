Console.WriteLine("preview");

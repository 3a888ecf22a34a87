namespace Tables.LongNames;

public class TheQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetailThatThereIs
{
    public int Id { get; set; }
    public List<AnotherQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetail> Children { get; } = [];
}

public class AnotherQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetail
{
    public int Id { get; set; }
    public string ThePropertyWithAVeryLongNameThatDescribesWhatItIsInEveryDetailToo { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<TheQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetailThatThereIs>
        TheQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetailThatThereAre =>
        Set<TheQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetailThatThereIs>();
    public DbSet<AnotherQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetail> Others =>
        Set<AnotherQuiteLongNameOfAClassThatDescribesWhatItIsInEveryDetail>();
}

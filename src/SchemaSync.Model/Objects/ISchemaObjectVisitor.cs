namespace SchemaSync.Model;

/// <summary>One method per kind: what a dialect must answer for, checked by the compiler.</summary>
public interface ISchemaObjectVisitor<out TResult>
{
    /// <summary>Visits a table.</summary>
    TResult Visit(Table table);

    /// <summary>Visits a column.</summary>
    TResult Visit(Column column);

    /// <summary>Visits a primary key.</summary>
    TResult Visit(PrimaryKey primaryKey);

    /// <summary>Visits a unique constraint.</summary>
    TResult Visit(UniqueConstraint unique);

    /// <summary>Visits a check constraint.</summary>
    TResult Visit(CheckConstraint check);

    /// <summary>Visits a foreign key.</summary>
    TResult Visit(ForeignKey foreignKey);

    /// <summary>Visits an index.</summary>
    TResult Visit(Index index);

    /// <summary>Visits a view.</summary>
    TResult Visit(View view);

    /// <summary>Visits a trigger.</summary>
    TResult Visit(Trigger trigger);

    /// <summary>Visits an exclusion constraint.</summary>
    TResult Visit(ExclusionConstraint exclusion);

    /// <summary>Visits a row-level security policy.</summary>
    TResult Visit(Policy policy);

    /// <summary>Visits a materialized view.</summary>
    TResult Visit(MaterializedView view);

    /// <summary>Visits a function or procedure.</summary>
    TResult Visit(Routine routine);

    /// <summary>Visits an enum type.</summary>
    TResult Visit(EnumType type);

    /// <summary>Visits a domain.</summary>
    TResult Visit(Domain domain);

    /// <summary>Visits a composite type.</summary>
    TResult Visit(CompositeType type);

    /// <summary>Visits a sequence.</summary>
    TResult Visit(Sequence sequence);

    /// <summary>Visits an extension.</summary>
    TResult Visit(Extension extension);

    /// <summary>Visits a scheduled event.</summary>
    TResult Visit(Event scheduled);
}

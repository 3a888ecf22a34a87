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
}

package rebound.customers;

/**
 * How a column of a table was understood.
 *
 * @param header as written in the file
 * @param field  what it means; {@link CustomerField#OTHER} where Rebound has no name for it
 */
public record MappedColumn(String header, CustomerField field) {
}

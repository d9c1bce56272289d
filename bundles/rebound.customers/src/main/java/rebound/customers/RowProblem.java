package rebound.customers;

/**
 * Something that was wrong with a row of customer data.
 *
 * @param row    counted from 1, as {@link CustomerHandler#customer} counts; 0 where it is about the file
 * @param code   what it was
 * @param detail the value or column it is about, for people; may be {@code null}
 */
public record RowProblem(long row, Code code, String detail) {

	/** The known problems; the wording is the user interface's. */
	public enum Code {
		/** Neither an id nor an e-mail address: the row is left out. */
		NO_KEY(false),
		/** An entry of something else than a person, a group for example: it is left out. */
		NO_CUSTOMER(false),
		/** The row can't be taken apart: an open quote, a broken record. It is left out. */
		BROKEN_ROW(false),
		/** A value is longer than any of a customer can be; the row is left out. */
		TOO_LONG(false),
		/** A row with more values than the header has columns; what was too many is left out. */
		TOO_MANY_VALUES(true),
		/** An address that is none; the customer is read without it. */
		BAD_ADDRESS(true),
		/** A number, date or yes-or-no that is none; it is kept under {@code other}. */
		BAD_VALUE(true),
		/** A byte that the file's encoding does not know; it was read as U+FFFD. */
		BAD_ENCODING(true);

		private final boolean customerRead;

		Code(boolean customerRead) {
			this.customerRead = customerRead;
		}

		/** @return whether the customer of this row is handed over all the same */
		public boolean customerRead() {
			return customerRead;
		}
	}
}

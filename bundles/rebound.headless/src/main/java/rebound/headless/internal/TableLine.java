package rebound.headless.internal;

/**
 * A line of columns for people. Texts that are too long for their column are cut in the middle, where addresses and
 * paths tell least; control characters, which could move the cursor, are left out.
 */
final class TableLine {

	private final StringBuilder line = new StringBuilder();
	private int end;

	/** Adds a column, aligned to the left. */
	TableLine left(String text, int width) {
		return column(shortened(text, width), width, false);
	}

	/** Adds a column of numbers, aligned to the right. */
	TableLine right(String text, int width) {
		return column(text, width, true);
	}

	/** Adds what remains; cut at the end. */
	TableLine rest(String text, int width) {
		String clean = clean(text);
		String fitting = clean.length() <= width ? clean : clean.substring(0, Math.max(0, width - 1)) + "…";
		return column(fitting, 0, false);
	}

	@Override
	public String toString() {
		return line.toString().stripTrailing();
	}

	private TableLine column(String text, int width, boolean right) {
		if (end > 0) {
			line.append("  ");
		}
		String padding = " ".repeat(Math.max(0, width - text.length()));
		line.append(right ? padding + text : text + padding);
		end = line.length();
		return this;
	}

	static String shortened(String text, int width) {
		String clean = clean(text);
		if (clean.length() <= width) {
			return clean;
		}
		int tail = (width - 1) / 2;
		return clean.substring(0, width - 1 - tail) + "…" + clean.substring(clean.length() - tail);
	}

	private static String clean(String text) {
		if (text == null) {
			return "-";
		}
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().forEach(c -> {
			int type = Character.getType(c);
			if (Character.isWhitespace(c)) {
				clean.append(' ');
			} else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
				clean.appendCodePoint(c);
			}
		});
		return clean.toString();
	}
}

package rebound.parse.internal.layout;

/** Host names and addresses inside an error text. */
final class HostNames {

	private static final int LONGEST = 255;

	private HostNames() {
	}

	/**
	 * @param folded   the text as it is searched
	 * @param position where the name may begin, in folded text
	 * @param text     the text as written
	 * @return the host name or literal address at the position, without brackets, or {@code null} if none stands there
	 */
	static String at(FoldedText folded, int position, String text) {
		int start = position;
		while (start < folded.length && start < position + 2 && "[<(".indexOf(folded.chars[start]) >= 0) {
			start++;
		}
		int end = start;
		boolean dots = false;
		while (end < folded.length && end - start < LONGEST && isHostPart(folded.chars[end])) {
			dots |= folded.chars[end] == '.' || folded.chars[end] == ':';
			end++;
		}
		while (end > start && ".:-".indexOf(folded.chars[end - 1]) >= 0) {
			end--;
		}
		if (!dots || end - start < 4 || end < folded.length && folded.chars[end] == '@') {
			return null;
		}
		String name = text.substring(folded.origin(start), folded.origin(end - 1) + 1);
		return name.indexOf('.') > 0 || name.indexOf(':') > 0 ? name : null;
	}

	private static boolean isHostPart(char c) {
		return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == ':';
	}
}

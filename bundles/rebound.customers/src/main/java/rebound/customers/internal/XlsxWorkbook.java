package rebound.customers.internal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of an Office Open XML workbook that stand beside its sheets: their list, shared texts, cell formats. */
final class XlsxWorkbook implements Closeable {

	/** Characters of all shared texts together: they are held in memory. */
	private static final long MAX_SHARED = 100_000_000;
	private static final int MAX_STYLES = 100_000;

	private final ZipFile zip;
	private boolean since1904;

	XlsxWorkbook(Path file) throws IOException {
		zip = new ZipFile(file.toFile());
	}

	/** @return the rows of the first sheet that is not hidden */
	XlsxSheetReader firstSheet() throws IOException {
		String sheet = firstVisible();
		return new XlsxSheetReader(open(sheet), sharedTexts(), dateStyles(), since1904);
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private String firstVisible() throws IOException {
		String id = null;
		try (XmlReader xml = new XmlReader(open("xl/workbook.xml"))) {
			while (xml.nextElement()) {
				if (xml.is("workbookPr")) {
					String flag = xml.attribute("date1904");
					since1904 = "1".equals(flag) || "true".equals(flag);
				} else if (xml.is("sheet") && id == null && (xml.attribute("state") == null
						|| "visible".equals(xml.attribute("state")))) {
					id = xml.attribute("id");
				}
			}
		}
		try (XmlReader xml = new XmlReader(open("xl/_rels/workbook.xml.rels"))) {
			while (xml.nextElement()) {
				String target = xml.attribute("Target");
				if (xml.is("Relationship") && id != null && id.equals(xml.attribute("Id")) && target != null) {
					return target.startsWith("/") ? target.substring(1) : "xl/" + target;
				}
			}
		}
		throw new FileNotFoundException("no sheet");
	}

	private List<String> sharedTexts() throws IOException {
		List<String> texts = new ArrayList<>();
		if (zip.getEntry("xl/sharedStrings.xml") == null) {
			return texts;
		}
		long characters = 0;
		try (XmlReader xml = new XmlReader(open("xl/sharedStrings.xml"))) {
			while (xml.nextElement()) {
				if (xml.is("si")) {
					String text = richText(xml, "si");
					characters += text.length() + 40;
					if (characters > MAX_SHARED) {
						throw new IOException("too many texts");
					}
					texts.add(text);
				}
			}
		}
		return texts;
	}

	/** @return the text of an item: all its runs, without what tells how to pronounce it */
	static String richText(XmlReader xml, String item) throws IOException {
		StringBuilder text = new StringBuilder();
		while (xml.nextElementWithin(item)) {
			if (xml.is("rPh")) {
				xml.skip();
			} else if (xml.is("t") && text.length() <= TableReader.MAX_VALUE) {
				text.append(xml.text(TableReader.MAX_VALUE));
			}
		}
		return unescaped(text.toString());
	}

	/** {@code _x000D_} is a character code (ECMA-376, 22.9.2.19). */
	static String unescaped(String text) {
		int at = text.indexOf("_x");
		if (at < 0) {
			return text;
		}
		StringBuilder out = new StringBuilder(text.length());
		int from = 0;
		while (at >= 0) {
			int code = at + 7 <= text.length() && text.charAt(at + 6) == '_' ? hexadecimal(text, at + 2) : -1;
			if (code >= 0) {
				out.append(text, from, at).append((char) code);
				from = at + 7;
			}
			at = text.indexOf("_x", Math.max(from, at + 1));
		}
		return out.append(text, from, text.length()).toString();
	}

	private static int hexadecimal(String text, int from) {
		int code = 0;
		for (int i = from; i < from + 4; i++) {
			int digit = Character.digit(text.charAt(i), 16);
			if (digit < 0) {
				return -1;
			}
			code = code * 16 + digit;
		}
		return code;
	}

	/** @return the cell formats that show a number as a date, by their place */
	private BitSet dateStyles() throws IOException {
		BitSet dates = new BitSet();
		if (zip.getEntry("xl/styles.xml") == null) {
			return dates;
		}
		Map<String, String> formats = new HashMap<>();
		boolean inCells = false;
		int style = 0;
		try (XmlReader xml = new XmlReader(open("xl/styles.xml"))) {
			while (xml.nextElement() && style < MAX_STYLES) {
				if (xml.is("numFmt") && formats.size() < MAX_STYLES) {
					formats.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
				} else if (xml.is("cellXfs") || xml.is("cellStyleXfs") || xml.is("cellStyles")) {
					inCells = xml.is("cellXfs");
				} else if (xml.is("xf") && inCells) {
					String format = xml.attribute("numFmtId");
					dates.set(style++, isDate(format, formats.get(format)));
				}
			}
		}
		return dates;
	}

	private static boolean isDate(String id, String code) {
		if (code != null) {
			return isDateCode(code);
		}
		if (id == null || id.isEmpty() || id.length() > 3 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
			return false;
		}
		int format = Integer.parseInt(id);
		return format >= 14 && format <= 22 || format >= 27 && format <= 36 || format >= 45 && format <= 47
				|| format >= 50 && format <= 58;
	}

	/** A format with a letter of year, month, day, hour or second outside quotes and brackets is one of dates. */
	private static boolean isDateCode(String code) {
		boolean quoted = false;
		boolean bracketed = false;
		for (int i = 0; i < code.length(); i++) {
			char c = code.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			} else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
				i++;
			} else if (!quoted && (c == '[' || c == ']')) {
				bracketed = c == '[';
			} else if (!quoted && !bracketed && "ymdhsYMDHS".indexOf(c) >= 0) {
				return true;
			}
		}
		return false;
	}

	private InputStream open(String part) throws IOException {
		ZipEntry entry = zip.getEntry(part);
		if (entry == null) {
			throw new FileNotFoundException(part);
		}
		return zip.getInputStream(entry);
	}
}

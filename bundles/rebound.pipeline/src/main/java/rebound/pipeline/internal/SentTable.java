package rebound.pipeline.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import rebound.customers.DelimitedText;
import rebound.pipeline.SentImport.Problem;
import rebound.pipeline.SentSettings;
import rebound.pipeline.internal.SentEntry.Field;

/** Reads a table: a list of campaigns, or a log with a row for each mail sent. */
final class SentTable {

	/** What campaigns are called where nobody is named whose name it could be. */
	private static final Set<String> NAMES = Set.of("name", "title", "titel", "nom", "nombre");
	private static final int HEADER_WITHIN = 20;

	private final SentWords words = new SentWords();
	private final SentCampaigns campaigns;

	SentTable(SentCampaigns campaigns) {
		this.campaigns = campaigns;
	}

	void read(Path file, SentSettings settings) throws IOException {
		try (DelimitedText table = DelimitedText.open(file, settings.delimiter(), settings.charset())) {
			DelimitedText.Row header = header(table);
			DelimitedText.Row row = header == null ? null : table.next();
			if (row == null) {
				throw new IOException("no header line with known column names: campaign, subject, sender, date, "
						+ "recipients, message id");
			}
			List<Field> columns = columns(header.values(), row.values());
			for (; row != null; row = table.next()) {
				if (row.problem() != null) {
					campaigns.problem(row.number(), Problem.Code.BROKEN, null);
				} else {
					campaigns.add(entry(columns, row));
				}
			}
		}
	}

	/** Titles may stand above the header. */
	private DelimitedText.Row header(DelimitedText table) throws IOException {
		for (int i = 0; i < HEADER_WITHIN; i++) {
			DelimitedText.Row row = table.next();
			if (row == null) {
				return null;
			}
			long known = row.values().stream().filter(value -> words.field(value) != null || isName(value)).count();
			if (known >= Math.min(2, row.values().size())) {
				return row;
			}
		}
		return null;
	}

	private List<Field> columns(List<String> header, List<String> first) {
		List<Field> columns = new ArrayList<>();
		boolean hasRecipients = false;
		for (int i = 0; i < header.size(); i++) {
			Field field = words.field(header.get(i));
			if (field == Field.RECIPIENT && i < first.size() && isNumber(first.get(i))) {
				field = Field.COUNT;
			}
			columns.add(field != null && columns.contains(field) ? null : field);
			hasRecipients |= field == Field.RECIPIENT;
		}
		for (int i = 0; i < header.size(); i++) {
			if (!hasRecipients && !columns.contains(Field.CAMPAIGN_NAME) && isName(header.get(i))) {
				columns.set(i, Field.CAMPAIGN_NAME);
			}
		}
		return columns;
	}

	private static SentEntry entry(List<Field> columns, DelimitedText.Row row) {
		Map<Field, String> values = SentEntry.none();
		List<String> recipients = new ArrayList<>();
		for (int i = 0; i < Math.min(columns.size(), row.values().size()); i++) {
			String value = row.values().get(i);
			if (columns.get(i) == Field.RECIPIENT) {
				for (String address : value.split("[;,\\s]+")) {
					if (!address.isEmpty()) {
						recipients.add(address);
					}
				}
			} else if (columns.get(i) != null) {
				values.put(columns.get(i), value);
			}
		}
		return new SentEntry(row.number(), values, recipients);
	}

	private static boolean isName(String header) {
		return NAMES.contains(SentWords.folded(header));
	}

	private static boolean isNumber(String value) {
		return !value.isBlank() && value.strip().chars().allMatch(c -> c >= '0' && c <= '9' || ".,' ".indexOf(c) >= 0);
	}
}

package rebound.headless.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares verdicts with labels and counts. */
final class Score {

	/** The fields that are compared, in the order in which they are shown. */
	static final List<String> FIELDS = List.of("kind", "type", "reason", "status", "replyCode");

	final Map<String, long[]> right = new LinkedHashMap<>();
	/** By field: what was wanted, then what was found, then how often. */
	final Map<String, Map<String, Map<String, Long>>> confusion = new LinkedHashMap<>();
	final List<String> errors = new ArrayList<>();
	long mails;
	long read;
	long bounces;
	long found;
	long exact;
	long recipients;
	long recipientsFound;
	long reported;
	long negatives;
	long falseBounces;
	long otherKinds;
	long otherKindsRight;

	/** What Rebound says of a mail: for each failing recipient its fields by name. */
	record Said(String kind, Map<String, Map<String, String>> failures) {
		static final Said NOTHING = new Said("", Map.of());
	}

	Score() {
		FIELDS.forEach(field -> right.put(field, new long[2]));
		List.of("type", "reason").forEach(field -> confusion.put(field, new TreeMap<>()));
	}

	/** Counts a mail. @param said {@code null} when the mail was not read */
	void add(Label label, Said said) {
		if (label.kind().equals("unknown")) {
			return;
		}
		mails++;
		read += said == null ? 0 : 1;
		Said got = said == null ? Said.NOTHING : said;
		if (said == null) {
			errors.add("missing: " + label.file());
		}
		boolean failure = Label.isFailure(label.kind()) || label.kind().equals("mixed");
		if (failure) {
			bounce(label, got);
		} else {
			negative(label, got);
		}
	}

	private void negative(Label label, Said got) {
		negatives++;
		if (!got.failures().isEmpty() || Label.isFailure(got.kind())) {
			falseBounces++;
			errors.add("false bounce: " + label.file());
		}
		if (!label.kind().equals("other")) {
			otherKinds++;
			if (got.kind().equals(label.kind())) {
				otherKindsRight++;
			} else {
				errors.add("kind: " + label.file() + ": " + label.kind() + ", not " + got.kind());
			}
		}
	}

	private void bounce(Label label, Said got) {
		Set<String> wanted = label.recipients().keySet();
		bounces++;
		found += Label.isFailure(got.kind()) || !got.failures().isEmpty() ? 1 : 0;
		recipients += wanted.size();
		reported += got.failures().size();
		if (wanted.equals(got.failures().keySet())) {
			exact++;
		} else {
			errors.add("recipients: " + label.file() + ": " + wanted + ", not " + got.failures().keySet());
		}
		Set<String> both = new HashSet<>(wanted);
		both.retainAll(got.failures().keySet());
		recipientsFound += both.size();
		label.recipients().forEach((address, expected) -> FIELDS.forEach(
				field -> compare(label, address, field, expected.of(field), got.failures().get(address))));
	}

	private void compare(Label label, String address, String field, Set<String> accepted, Map<String, String> said) {
		if (accepted.isEmpty()) {
			return;
		}
		String value = said == null ? "-" : String.valueOf(said.get(field));
		boolean isRight = accepted.contains(value);
		right.get(field)[isRight ? 0 : 1]++;
		if (confusion.containsKey(field)) {
			String wanted = isRight ? value : accepted.stream().sorted().findFirst().orElseThrow();
			confusion.get(field).computeIfAbsent(wanted, key -> new TreeMap<>()).merge(value, 1L, Long::sum);
		}
		if (!isRight && said != null) {
			errors.add(field + ": " + label.file() + ": " + address + ": " + accepted + ", not " + value);
		}
	}
}

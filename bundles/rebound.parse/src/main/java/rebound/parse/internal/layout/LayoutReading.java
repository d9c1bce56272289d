package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.model.Action;
import rebound.model.SmtpCommand;
import rebound.parse.internal.layout.Template.Field;

/** Reads one notice by one layout, line by line. */
final class LayoutReading {

	private static final int MOST_RECIPIENTS = 1_000;

	private final Layout layout;
	private final Notice notice;
	private final int end;
	private final Findings findings;
	/** Whether an error text stands behind each address unless a section says that it does not. */
	private final boolean reasonsFollow;

	private final Map<String, Draft> drafts = new LinkedHashMap<>();
	/** An error text that is not about one recipient. */
	private final Draft shared = new Draft(null, null);
	/** What the server itself says of all. */
	private String heading = "";
	/** The recipients that the next error text is about. */
	private List<Draft> current = new ArrayList<>();
	/** Whom the error text on the next lines is about, or {@code null}. */
	private List<Draft> gathering;
	private boolean active;
	private boolean stopped;
	private boolean naming;
	/** Whether the next line is the SMTP command that was answered. */
	private boolean commanding;
	private boolean following;
	/** How far the last line that named a recipient was set in. */
	private int namedAt;
	private Action action;
	private String reportingMta;

	LayoutReading(Layout layout, Notice notice, int end, Findings findings) {
		this.layout = layout;
		this.notice = notice;
		this.end = end;
		this.findings = findings;
		this.reasonsFollow = layout.is(Layout.Trait.FOLLOW) || !layout.marksReasons();
		this.following = reasonsFollow;
		this.active = !layout.marksRecipients();
		this.action = Action.FAILED;
	}

	void read() {
		int finding = 0;
		for (int i = 0; i < end; i++) {
			String line = notice.quoted(i) && !layout.is(Layout.Trait.QUOTING) ? "" : notice.line(i);
			int column = 0;
			int indent = notice.indent(i);
			for (; finding < findings.size() && findings.line(finding) <= i; finding++) {
				if (findings.line(finding) == i && enter(findings.marker(finding))) {
					column = Math.max(column, findings.column(finding));
				}
			}
			if (column > 0) {
				line = rest(line, column);
				if (line.isEmpty()) {
					continue;
				}
			}
			if (Notice.separates(line)) {
				pause(line);
				continue;
			}
			while (layout.is(Layout.Trait.WRAPPED) && column == 0 && i + 1 < end && notice.indented(i + 1)
					&& !Notice.separates(notice.line(i + 1)) && line.length() < 4_096) {
				line = line + ' ' + notice.line(++i);
			}
			take(line, column > 0 ? 0 : indent);
		}
		for (Draft draft : drafts.values()) {
			if (!draft.hasReason()) {
				draft.addReason(shared.reason.toString());
			}
			draft.reason.insert(0, heading.isEmpty() ? "" : heading + "\n");
		}
	}

	/** @return whether the whole report is one of delay */
	boolean delayed() {
		return findings.any(layout.delayed());
	}

	Collection<Draft> drafts() {
		return drafts.values();
	}

	/** @return the error text that no recipient was named for */
	String sharedReason() {
		return shared.reason.toString();
	}

	String reportingMta() {
		return reportingMta;
	}

	/** Begins or ends what stands behind a marker of the layout. */
	private boolean enter(int marker) {
		boolean known = false;
		for (Layout.Section section : layout.sections()) {
			if (section.marker() == marker) {
				known = true;
				gathering = null;
				switch (section.kind()) {
					case RECIPIENTS, NAMES -> {
						active = true;
						stopped = false;
						following = reasonsFollow && section.kind() == Layout.Section.Kind.RECIPIENTS;
						naming = false;
						action = section.action();
						current = new ArrayList<>();
					}
					case REASON -> gathering = target();
					case REPLY -> {
						gathering = target();
						gathering.forEach(Draft::forgetReason);
					}
					case COMMAND -> commanding = true;
					case STOP -> {
						active = false;
						stopped = true;
					}
				}
			}
		}
		return known;
	}

	private static String rest(String line, int column) {
		int at = Math.min(column, line.length());
		while (at < line.length() && " :.-=*".indexOf(line.charAt(at)) >= 0) {
			at++;
		}
		return line.substring(at);
	}

	private void pause(String line) {
		naming = false;
		boolean goesOn = line.isEmpty() && (layout.gather() == Layout.Gather.SECTION
				|| gathering != null && !gathering.getLast().hasReason());
		if (!goesOn) {
			gathering = null;
		}
	}

	private void take(String line, int indent) {
		if (commanding) {
			commanding = false;
			SmtpCommand command = CommandWords.at(FoldedText.of(line, 0, line.length()), 0);
			target().forEach(draft -> draft.command = command);
			return;
		}
		// An address within an error text, set in deeper than the one that failed, is not one that failed.
		boolean within = gathering != null && gathering.getLast().hasReason() && indent > namedAt;
		for (Layout.Shape shape : layout.shapes()) {
			if (shape.recipient() && (!active || within)) {
				continue;
			}
			Map<Field, String> values = shape.template().match(line);
			if (values != null) {
				apply(shape, values);
				naming = shape.recipient();
				namedAt = naming ? indent : namedAt;
				return;
			}
		}
		naming = false;
		if (gathering != null) {
			gathering.forEach(draft -> draft.addReason(line));
			if (layout.gather() == Layout.Gather.LINE) {
				gathering = null;
			}
		} else if (active && layout.is(Layout.Trait.NAMELESS)) {
			// A local part, a file or a command; the header field knows whose it was.
			name(List.of(line), true);
			namedAt = indent;
		} else if (layout.is(Layout.Trait.TALKING) && !stopped) {
			shared.addReason(line);
		}
	}

	private void apply(Layout.Shape shape, Map<Field, String> values) {
		if (shape.kind() == Layout.Shape.Kind.HEADING) {
			heading = values.get(Field.WHY);
			return;
		}
		if (shape.recipient()) {
			if (values.containsKey(Field.TOS)) {
				name(List.of(values.get(Field.TOS).split(" ")), false);
			} else if (values.containsKey(Field.TO)) {
				name(List.of(values.get(Field.TO)), false);
			} else if (values.containsKey(Field.USER)) {
				name(List.of(values.get(Field.USER)), false);
			}
		}
		if (values.containsKey(Field.BY) && current.isEmpty() && active) {
			// The mail went on to a file or a command; only its address is one.
			name(List.of(values.get(Field.BY)), false);
		}
		if (values.containsKey(Field.MTA)) {
			reportingMta = values.get(Field.MTA);
		}
		for (Draft draft : current) {
			draft.original = values.getOrDefault(Field.BY, draft.original);
			draft.host = values.getOrDefault(Field.HOST, draft.host);
		}
		if (values.containsKey(Field.WHY)) {
			List<Draft> target = target();
			target.forEach(draft -> draft.addReason(values.get(Field.WHY)));
			gathering = layout.gather() == Layout.Gather.LINE ? null : target;
		}
	}

	/** The next lines are about these recipients, and about those of the lines just before. */
	private void name(List<String> addresses, boolean nameless) {
		if (!naming || nameless || current.stream().anyMatch(Draft::hasReason)) {
			current = new ArrayList<>();
		}
		for (String address : addresses) {
			String key = address.toLowerCase(Locale.ROOT);
			Draft known = drafts.get(key);
			if (known == null && drafts.size() < MOST_RECIPIENTS) {
				known = new Draft(address, action);
				known.nameless = nameless;
				drafts.put(key, known);
			} else if (known != null && known.hasReason() && following) {
				// Said twice, in two languages for example; the first is enough.
				known = new Draft(address, action);
			}
			if (known != null && !current.contains(known)) {
				current.add(known);
			}
		}
		gathering = following && !current.isEmpty() ? target() : null;
	}

	private List<Draft> target() {
		return current.isEmpty() ? List.of(shared) : current;
	}
}

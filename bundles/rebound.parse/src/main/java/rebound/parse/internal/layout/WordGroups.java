package rebound.parse.internal.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of {@code words.txt} in their groups. */
final class WordGroups {

	/** What words stand for; explained in the resource. */
	enum Group {
		SUBJECT, DIGEST, STATISTIC, LURE, FAILURE, NEAR, CONTACT, DELAY, FINAL, ENDED
	}

	private final List<Group> groups;
	private final MarkerIndex index;

	private WordGroups(List<String> words, List<Group> groups) {
		this.groups = groups;
		this.index = new MarkerIndex(words);
	}

	/** @throws IllegalStateException if the resource is missing, which a test would have shown */
	static WordGroups load() {
		try (InputStream in = WordGroups.class.getResourceAsStream("words.txt")) {
			if (in == null) {
				throw new IllegalStateException("words.txt is missing");
			}
			List<String> words = new ArrayList<>();
			List<Group> groups = new ArrayList<>();
			Group group = null;
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.startsWith("[")) {
					group = Group.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
				} else if (!line.isBlank() && !line.startsWith("#")) {
					words.add(line.strip());
					groups.add(group);
				}
			}
			return new WordGroups(words, groups);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return which groups have words in the subject and on which lines of the notice */
	Presence find(Message message) {
		String subject = message.headers().first("Subject");
		return new Presence(Findings.of(index, subject == null ? "" : subject, message.joined()));
	}

	/** Where words of the groups stand. */
	final class Presence {

		private final boolean[] subject = new boolean[Group.values().length];
		private final boolean[] text = new boolean[Group.values().length];
		/** For each group, the lines that hold a word of it. */
		private final java.util.BitSet[] lines = new java.util.BitSet[Group.values().length];

		private Presence(Findings findings) {
			for (Group group : Group.values()) {
				lines[group.ordinal()] = new java.util.BitSet();
			}
			for (int i = 0; i < groups.size(); i++) {
				subject[groups.get(i).ordinal()] |= findings.inSubject(i);
			}
			for (int i = 0; i < findings.size(); i++) {
				int group = groups.get(findings.marker(i)).ordinal();
				text[group] = true;
				lines[group].set(findings.line(i));
			}
		}

		boolean inSubject(Group group) {
			return subject[group.ordinal()];
		}

		boolean inText(Group group) {
			return text[group.ordinal()];
		}

		boolean has(Group group) {
			return inSubject(group) || inText(group);
		}

		/** @return whether a word of the group stands on a line or on one of the {@code before} lines before it */
		boolean hasNear(int line, Group group, int before) {
			int last = lines[group.ordinal()].previousSetBit(line);
			return last >= 0 && last >= line - before;
		}

		boolean isDelay() {
			boolean said = inSubject(Group.DELAY) || inText(Group.DELAY) && !inText(Group.ENDED);
			return said && !inSubject(Group.FINAL);
		}
	}
}

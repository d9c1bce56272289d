package rebound.report.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;
import rebound.model.AddressKey;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.SuppressionProfile;
import rebound.report.WrittenFile;

/**
 * The blocked addresses, each once, for the program that sends. Setting {@code profile}: the id of a
 * {@link SuppressionProfile}; setting {@code key}: the secret of the profile {@code hmac}. A service's limits split the
 * list into several files. Soft bounces and the sender's own faults never get onto it, whatever was decided.
 */
@Component
public final class SuppressionFormat implements ReportFormat {

	@Override
	public String id() {
		return "suppression";
	}

	@Override
	public String extension() {
		return "txt";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		String id = options.setting("profile", SuppressionProfile.PLAIN.id());
		SuppressionProfile profile = SuppressionProfile.of(id)
				.orElseThrow(() -> ReportException.setting("profile",
						Stream.of(SuppressionProfile.values()).map(SuppressionProfile::id).toList()));
		SuppressionLine lines = SuppressionLine.of(profile, options);
		Set<AddressKey> known = new HashSet<>();
		try (Volumes volumes = new Volumes(files, lines)) {
			data.rows().forEach(row -> {
				if (belongs(row) && known.add(AddressKey.of(row.email()))) {
					volumes.line(lines.line(row));
				}
			});
			return volumes.finish();
		}
	}

	/** @return whether an address is one that nobody should send to: blocked, and not for a passing or foreign cause */
	static boolean belongs(ReportRow row) {
		Standing standing = row.standing();
		if (standing == null || standing.state() != Standing.State.BLOCKED) {
			return false;
		}
		boolean lastCounts = row.last() == null || row.last().verdict().kind() != Kind.BOUNCE
				|| counts(row.last().verdict().type(), row.last().verdict().fault());
		Reason ground = standing.grounds() == null ? null : standing.grounds().reason();
		return lastCounts && (ground == null || counts(ground.type(), ground.fault()));
	}

	private static boolean counts(BounceType type, Fault fault) {
		return type != BounceType.SOFT && fault != Fault.SENDER && fault != Fault.CONTENT;
	}

	/** The files of a list, a new one when the one before holds what the service takes at once. */
	private static final class Volumes implements AutoCloseable {
		private final ReportFiles files;
		private final SuppressionLine lines;
		private final List<WrittenFile> written = new ArrayList<>();
		private Writer out;
		private String qualifier;
		private long count;
		private long bytes;

		Volumes(ReportFiles files, SuppressionLine lines) throws IOException {
			this.files = files;
			this.lines = lines;
			begin();
		}

		void line(String line) throws IOException {
			int length = line.getBytes(StandardCharsets.UTF_8).length + lines.lineEnd().length();
			if (count == lines.maxLines() || bytes + length > lines.maxBytes()) {
				end();
				begin();
			}
			out.append(line).append(lines.lineEnd());
			count++;
			bytes += length;
		}

		List<WrittenFile> finish() throws IOException {
			end();
			return written;
		}

		private void begin() throws IOException {
			qualifier = written.isEmpty() ? ReportFiles.MAIN : Integer.toString(written.size() + 1);
			out = new BufferedWriter(new OutputStreamWriter(files.open(qualifier), StandardCharsets.UTF_8));
			count = 0;
			bytes = 0;
			if (lines.header() != null) {
				out.append(lines.header()).append(lines.lineEnd());
				bytes = lines.header().length() + lines.lineEnd().length();
			}
		}

		private void end() throws IOException {
			out.close();
			boolean headed = lines.header() != null;
			written.add(new WrittenFile(qualifier, count, file -> count(file) - (headed ? 1 : 0)));
		}

		@Override
		public void close() throws IOException {
			out.close();
		}

		private static long count(InputStream file) throws IOException {
			BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
			long lines = 0;
			while (reader.readLine() != null) {
				lines++;
			}
			return lines;
		}
	}
}

package rebound.ui.internal.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import rebound.customers.CustomerField;
import rebound.customers.HeaderProfiles;
import rebound.customers.MappedColumn;
import rebound.customers.ReadProfiles;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;
import rebound.pipeline.CustomerPreview;
import rebound.pipeline.Pipeline;
import rebound.pipeline.ServiceException;
import rebound.report.Labels;

/** A file of customers before it is read: how it is understood, and what was saved about files like it. */
public final class CustomerFile {

	private static final int LOOKED_AT = 50;

	private final Desk desk;
	private final Pipeline pipeline;
	private final String location;
	private final ReadProfiles saved;
	private final Asker asker;
	private final Labels labels;

	/**
	 * A way to read.
	 *
	 * @param name for people
	 */
	public record Choice(String name, ReadSettings settings) {
	}

	/**
	 * A column as it is understood; in a file that says itself what its fields are, such a field.
	 *
	 * @param isChosen whether its meaning can be chosen
	 */
	public record Row(MappedColumn column, boolean isChosen, String means, String examples) {
	}

	/**
	 * How the beginning of the file is understood.
	 *
	 * @param customers how many of them there are in what was looked at
	 * @param problems  how many of its rows something is wrong with
	 * @param problem   one of these in words, {@code null} if there is none
	 * @param failure   why the file can't be read, {@code null} if it can
	 */
	public record Seen(List<Row> rows, int customers, int problems, String problem, String failure) {

		/** @return whether there are columns, and none of them is understood */
		public boolean isAllUnknown() {
			return !rows.isEmpty() && rows.stream().allMatch(row -> row.column().field() == CustomerField.OTHER);
		}
	}

	/**
	 * @param location a path
	 * @param profiles folder of what was saved
	 */
	public CustomerFile(Desk desk, Pipeline pipeline, String location, Path profiles) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.location = location;
		this.saved = new ReadProfiles(profiles);
		this.asker = desk.database().asker();
		this.labels = Labels.of(desk.texts().locale());
	}

	/** @return the file's name without its folder */
	public String name() {
		return String.valueOf(Path.of(location).getFileName());
	}

	/** @return all ways to read a file, that by itself first */
	public List<Choice> choices() {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice(desk.texts().text("customers.file.automatic"), ReadSettings.AUTOMATIC));
		try {
			for (String name : saved.names()) {
				saved.load(name).ifPresent(settings -> choices
						.add(new Choice(desk.texts().text("report.what.saved", name), settings)));
			}
		} catch (IOException unreadable) {
			ILog.of(CustomerFile.class).warn(unreadable.toString(), unreadable);
		}
		for (String program : HeaderProfiles.ids()) {
			choices.add(new Choice(desk.texts().text("customers.file.program", program), of(program)));
		}
		choices.add(new Choice(desk.texts().text("customers.file.generic"), of(ReadProfiles.GENERIC)));
		return choices;
	}

	/** @return the first of some problems in words, {@code null} if there is none */
	public static String first(List<RowProblem> problems, Texts texts) {
		return problems.stream().findFirst().map(problem -> texts.text("customers.problem", problem.row(),
				texts.text("customers.problem." + problem.code(), Objects.toString(problem.detail(), ""))))
				.orElse(null);
	}

	private static ReadSettings of(String program) {
		return new ReadSettings(program, Map.of(), null, null);
	}

	/** @return what a column can mean, in words */
	public String word(CustomerField field) {
		return switch (field) {
			case OTHER, NONE, PROTECTED -> desk.texts().text("customers.field." + field.id());
			default -> labels.value("column", field.id());
		};
	}

	/** @return whether settings can be saved under this name */
	public boolean isName(String name) {
		return ReadProfiles.isName(name.strip());
	}

	/** @return whether the settings are saved */
	public boolean save(String name, ReadSettings settings) {
		try {
			saved.save(name.strip(), settings);
			return true;
		} catch (IOException failed) {
			ILog.of(CustomerFile.class).error(failed.toString(), failed);
			return false;
		}
	}

	/** Hands over how the file is understood; a newer question makes the answer to an older one void. */
	public void look(ReadSettings settings, Consumer<Seen> shown) {
		asker.ask(store -> {
			try {
				return seen(pipeline.previewCustomers(location, settings, LOOKED_AT));
			} catch (IOException | ServiceException failed) {
				ILog.of(CustomerFile.class).warn(failed.toString(), failed);
				Failures failures = new Failures(desk.texts());
				return new Seen(List.of(), 0, 0, null, failures.sentence(failed) + ' ' + failures.advice(failed));
			}
		}, shown);
	}

	private Seen seen(CustomerPreview preview) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < preview.columns().size(); i++) {
			MappedColumn column = preview.columns().get(i);
			rows.add(new Row(column, true, word(column.field()), preview.examples().get(i)));
		}
		if (rows.isEmpty()) {
			Stream.of(CustomerField.values())
					.map(field -> new Row(new MappedColumn("", field), false, word(field), preview.examples(field)))
					.filter(row -> !row.examples().isEmpty()).forEach(rows::add);
		}
		return new Seen(rows, preview.customers().size(), preview.problems().size(),
				first(preview.problems(), desk.texts()), null);
	}
}

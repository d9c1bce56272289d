package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.HelpPages;
import rebound.ui.internal.desk.HelpPages.Line;
import rebound.ui.internal.desk.HelpPages.Page;

/** What a view answers, how to do the main things in it, and its keys. */
public final class HelpView {

	public static final String ID = "rebound.ui.help";
	/** Event: show the page whose id is the event's data. */
	public static final String SHOW = "rebound/ui/showHelp";

	private static final String OURS = "rebound.ui.command.";
	/** Commands of the workbench that have keys and matter here. */
	private static final List<String> WORKBENCH = List.of(Commands.COPY, Commands.SELECT_ALL, Commands.FIND,
			Commands.REFRESH, Commands.PRINT_REPORT, "org.eclipse.ui.window.quickAccess",
			"org.eclipse.ui.window.nextView",
			"org.eclipse.ui.window.nextPerspective", "org.eclipse.ui.file.exit");
	private static final int TITLE = 4;
	private static final int MARGIN = 10;
	private static final int INDENT = 16;
	private static final int KEYS_WIDTH = 16;
	private static final int SPACING = 6;

	private final Desk desk;
	private final HelpPages pages;
	private final IBindingService keys;
	private final ICommandService commands;
	private Combo contents;
	private StyledText body;
	private Font titleFont;
	private Font headingFont;

	@Inject
	HelpView(Desk desk, IBindingService keys, ICommandService commands) {
		this.desk = desk;
		this.keys = keys;
		this.commands = commands;
		this.pages = new HelpPages(desk.texts().locale());
	}

	@PostConstruct
	void create(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(1));
		contents = new Combo(page, SWT.READ_ONLY);
		contents.setData(Ids.KEY, "help.contents");
		contents.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		pages.all().forEach(each -> contents.add(each.title()));
		contents.setVisibleItemCount(contents.getItemCount());
		contents.addListener(SWT.Selection, e -> show(pages.all().get(contents.getSelectionIndex())));
		Look.named(contents, desk.texts().text("help.contents"));
		body = new StyledText(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		body.setData(Ids.KEY, "help.body");
		body.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(200, 200).create());
		body.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		body.setTabStops(new int[]{ KEYS_WIDTH * body.getFont().getFontData()[0].getHeight() });
		body.setCaret(null);
		titleFont = Look.font(body, SWT.BOLD, TITLE);
		headingFont = Look.font(body, SWT.BOLD, 1);
		Look.named(body, desk.texts().text("help.body"));
		show(pages.page(HelpPages.START));
	}

	@Inject
	@Optional
	void show(@UIEventTopic(SHOW) String id) {
		if (body != null && !body.isDisposed()) {
			show(pages.page(id));
		}
	}

	private void show(Page page) {
		contents.select(pages.all().indexOf(page));
		List<Line> lines = new ArrayList<>(page.lines());
		List<String> bound = page.id().equals(HelpPages.KEYS) ? allBound() : bound(page.commands().stream());
		if (!bound.isEmpty() && !page.id().equals(HelpPages.KEYS)) {
			lines.add(new Line(HelpPages.Kind.HEADING, desk.texts().text("help.keys")));
		}
		bound.forEach(line -> lines.add(new Line(HelpPages.Kind.TEXT, line)));
		body.setText("");
		append(page.title(), titleFont);
		for (Line line : lines) {
			append(line.text(), line.kind() == HelpPages.Kind.HEADING ? headingFont : null);
			if (line.kind() == HelpPages.Kind.ITEM) {
				int last = body.getLineCount() - 2;
				body.setLineIndent(last, 1, INDENT);
				body.setLineWrapIndent(last, 1, INDENT);
			}
		}
		body.setTopIndex(0);
	}

	/** @param font {@code null} for the usual one */
	private void append(String text, Font font) {
		int start = body.getCharCount();
		body.append(text + '\n');
		body.setLineVerticalIndent(body.getLineCount() - 2, start == 0 ? 0 : SPACING);
		if (font != null) {
			StyleRange range = new StyleRange();
			range.start = start;
			range.length = text.length();
			range.font = font;
			body.setStyleRange(range);
		}
	}

	private List<String> allBound() {
		Stream<String> ours = Stream.of(commands.getDefinedCommands()).map(Command::getId)
				.filter(id -> id.startsWith(OURS)).sorted();
		return bound(Stream.concat(ours, WORKBENCH.stream()));
	}

	/** @return key and name of each of these commands that has a key */
	private List<String> bound(Stream<String> ids) {
		return ids.map(id -> id.indexOf('.') < 0 ? OURS + id : id).map(this::line).filter(line -> !line.isEmpty())
				.toList();
	}

	private String line(String id) {
		String key = keys.getBestActiveBindingFormattedFor(id);
		return key != null ? key + '\t' + name(id) : inactive(id);
	}

	/** While a dialog or a note has the focus the window's keys are not active, and yet this is what they are. */
	private String inactive(String id) {
		return Stream.of(keys.getBindings())
				.filter(each -> each.getParameterizedCommand() != null
						&& id.equals(each.getParameterizedCommand().getId())
						&& (each.getPlatform() == null || each.getPlatform().equals(SWT.getPlatform())))
				.map(each -> each.getTriggerSequence().format() + '\t' + name(id)).findFirst().orElse("");
	}

	private String name(String id) {
		if (!id.startsWith(OURS)) {
			return desk.texts().text("help.command." + id.substring(id.lastIndexOf('.') + 1));
		}
		try {
			return commands.getCommand(id).getName();
		} catch (NotDefinedException unknown) {
			return id;
		}
	}

	@Focus
	void focus() {
		body.setFocus();
	}
}

package rebound.report.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.osgi.service.component.annotations.Component;
import rebound.model.XmlInput;
import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.WrittenFile;

/**
 * XML: a {@code customer} element for each row and an {@code event} element for each event, with an element for each
 * column, as the XML maps of Excel and Access want it. Its schema and a style sheet that makes HTML of it stand beside.
 */
@Component
public final class XmlFormat implements ReportFormat {

	static final String NAMESPACE = "urn:rebound:bounce-report:" + ReportData.REPORT_VERSION;

	private static final String SCHEMA = "schema.xsd";
	private static final String STYLE = "style.xslt";

	@Override
	public String id() {
		return "xml";
	}

	@Override
	public String extension() {
		return "xml";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		Labels labels = Labels.of(options.locale());
		List<Column<ReportRow>> columns = ReportColumns.choose(options.columns());
		AtomicLong count = new AtomicLong();
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(files.open(ReportFiles.MAIN), StandardCharsets.UTF_8), 1 << 16)) {
			out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bounce_report xmlns=\"" + NAMESPACE
					+ "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
			data.rows().forEach(row -> {
				element(out, "customer", columns, row, labels);
				count.incrementAndGet();
			});
			if (options.events()) {
				data.events().forEach(row -> {
					element(out, "event", EventColumns.ALL, row, labels);
					count.incrementAndGet();
				});
			}
			out.write("</bounce_report>\n");
		}
		try (OutputStream out = files.open(SCHEMA)) {
			out.write(XmlSchema.of(columns).getBytes(StandardCharsets.UTF_8));
		}
		try (OutputStream out = files.open(STYLE);
				InputStream style = XmlFormat.class.getResourceAsStream("report.xslt")) {
			style.transferTo(out);
		}
		return List.of(new WrittenFile(ReportFiles.MAIN, count.get(), XmlFormat::recount),
				new WrittenFile(SCHEMA, 2, XmlFormat::recount), new WrittenFile(STYLE, 0, XmlFormat::recount));
	}

	private static <R> void element(Writer out, String name, List<Column<R>> columns, R row, Labels labels)
			throws IOException {
		out.append('<').append(name).append('>');
		for (Column<R> column : columns) {
			Object value = column.of(row, labels);
			out.append('<').append(column.name());
			if (value == null) {
				out.append(" xsi:nil=\"true\"/>");
			} else {
				out.append('>');
				out.append(Xml.text(Text.of(value)));
				out.append("</").append(column.name()).append('>');
			}
		}
		out.append("</").append(name).append(">\n");
	}

	/** @return number of elements just below the root that hold a row or, in the schema, define one */
	private static long recount(InputStream file) throws IOException {
		long rows = 0;
		try {
			XMLStreamReader xml = XmlInput.open(file);
			int depth = 0;
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamConstants.START_ELEMENT) {
					String name = xml.getLocalName();
					boolean row = name.equals("customer") || name.equals("event") || name.equals("complexType");
					rows += depth == 1 && row ? 1 : 0;
					depth++;
				} else if (event == XMLStreamConstants.END_ELEMENT) {
					depth--;
				}
			}
		} catch (XMLStreamException broken) {
			throw new IOException(broken);
		}
		return rows;
	}
}

package rebound.report.internal;

import java.util.List;

import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.ReportRow;

/** The schema (W3C XML Schema 1.0) of a report in XML. */
final class XmlSchema {

	private XmlSchema() {
	}

	/** @return the schema of a report with these columns */
	static String of(List<Column<ReportRow>> columns) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="%1$s" targetNamespace="%1$s"
						elementFormDefault="qualified">
					<xs:element name="bounce_report">
						<xs:complexType>
							<xs:sequence>
								<xs:element name="customer" type="customer" minOccurs="0" maxOccurs="unbounded"/>
								<xs:element name="event" type="event" minOccurs="0" maxOccurs="unbounded"/>
							</xs:sequence>
						</xs:complexType>
					</xs:element>
				""".formatted(XmlFormat.NAMESPACE) + type("customer", columns) + type("event", EventColumns.ALL)
				+ "</xs:schema>\n";
	}

	private static String type(String name, List<? extends Column<?>> columns) {
		StringBuilder type = new StringBuilder("\t<xs:complexType name=\"" + name + "\">\n\t\t<xs:sequence>\n");
		for (Column<?> column : columns) {
			type.append("\t\t\t<xs:element name=\"").append(column.name()).append("\" type=\"xs:")
					.append(type(column.type())).append("\" nillable=\"true\"/>\n");
		}
		return type.append("\t\t</xs:sequence>\n\t</xs:complexType>\n").toString();
	}

	private static String type(Column.Type type) {
		return switch (type) {
			case TEXT, IDENTIFIER -> "string";
			case INTEGER -> "long";
			case DECIMAL -> "decimal";
			case DATE -> "date";
			case TIMESTAMP -> "dateTime";
		};
	}
}

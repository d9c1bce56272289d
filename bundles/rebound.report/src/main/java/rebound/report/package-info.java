/** The bounce report in the formats that databases, CRM programs and Excel import. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.report;

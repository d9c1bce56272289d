/** From the bytes of a mail to a delivery report: RFC 3464 and what mail servers wrote before and beside it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.parse;

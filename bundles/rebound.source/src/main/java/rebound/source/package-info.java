/** Where mails come from: folders, files, archives and, by third parties, anything else. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.source;

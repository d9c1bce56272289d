/** The customer database, and finding a lost customer again. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.customers;

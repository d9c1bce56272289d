/** The customer database, and finding a lost customer again. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.2.0")
package rebound.customers;

/** Asks the DNS about mail domains. The only bundle that knows a DNS library, and the only one that asks anybody. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.dns;

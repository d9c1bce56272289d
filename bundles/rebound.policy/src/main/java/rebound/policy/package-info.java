/** From an address's history to a decision with its reason; pure functions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.policy;

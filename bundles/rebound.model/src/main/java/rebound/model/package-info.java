/**
 * The words Rebound speaks: what a mail reported, what it was judged to mean, who the customer is. Plain data, no
 * behaviour beyond parsing and naming, no dependency.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.model;

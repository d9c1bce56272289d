/** From a delivery report to a verdict: hard or soft, why, and whose fault it is. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.classify;

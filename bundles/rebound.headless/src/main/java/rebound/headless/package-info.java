/**
 * The command line. A third party adds a command by registering a {@link rebound.headless.Command} as an OSGi service.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package rebound.headless;

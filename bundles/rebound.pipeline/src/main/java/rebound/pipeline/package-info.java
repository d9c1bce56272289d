/**
 * The whole of it: a mail comes from a source, is parsed, classified, stored, judged by the blocking policy, joined
 * with the customer, and reported. Start reading at {@link rebound.pipeline.Pipeline}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.3.0")
package rebound.pipeline;

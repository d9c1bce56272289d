package rebound.source;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A mailbox as a configuration (OSGi Metatype); the words of a form are in its properties file. No passwords. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/mailbox", name = "%name", description = "%description")
public @interface MailboxConfiguration {

	/** Id of the factory of configurations. */
	String PID = "rebound.mailbox";

	@AttributeDefinition(name = "%protocol", options = { @Option(label = "IMAP", value = "imap"),
			@Option(label = "POP3", value = "pop3") })
	String protocol() default "imap";

	@AttributeDefinition(name = "%host")
	String host() default "";

	@AttributeDefinition(name = "%port", description = "%port.description", min = "0", max = "65535")
	int port() default 0;

	@AttributeDefinition(name = "%security", description = "%security.description", options = {
			@Option(label = "TLS", value = "tls"), @Option(label = "STARTTLS", value = "starttls"),
			@Option(label = "%security.none", value = "none") })
	String security() default "tls";

	@AttributeDefinition(name = "%user")
	String user() default "";

	@AttributeDefinition(name = "%login", options = { @Option(label = "%login.password", value = "password"),
			@Option(label = "OAuth 2 (XOAUTH2)", value = "xoauth2"),
			@Option(label = "OAuth 2 (OAUTHBEARER)", value = "oauthbearer") })
	String login() default "password";

	@AttributeDefinition(name = "%oauth.provider", required = false)
	String oauth_provider() default "";

	@AttributeDefinition(name = "%oauth.client", required = false)
	String oauth_client() default "";

	@AttributeDefinition(name = "%folders", description = "%folders.description")
	String[] folders() default { "INBOX" };

	@AttributeDefinition(name = "%after", description = "%after.description", options = {
			@Option(label = "%after.leave", value = "leave"), @Option(label = "%after.mark", value = "mark"),
			@Option(label = "%after.move", value = "move"), @Option(label = "%after.delete", value = "delete") })
	String after() default "leave";

	@AttributeDefinition(name = "%after.target", description = "%after.target.description", required = false)
	String after_target() default "";

	@AttributeDefinition(name = "%after.days", description = "%after.days.description", min = "0", max = "3650")
	int after_days() default 0;

	@AttributeDefinition(name = "%ca.file", description = "%ca.file.description", required = false)
	String ca_file() default "";

	@AttributeDefinition(name = "%timeout.seconds", min = "1", max = "3600", type = AttributeType.INTEGER)
	int timeout_seconds() default 60;
}

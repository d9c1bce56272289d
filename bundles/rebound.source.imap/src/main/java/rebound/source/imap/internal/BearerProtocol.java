package rebound.source.imap.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;

/** Logs in with an access token in the standard form, OAUTHBEARER (RFC 7628), in place of XOAUTH2. */
final class BearerProtocol extends IMAPProtocol {

	private boolean isLoggedIn;

	BearerProtocol(String name, String host, int port, Properties properties, boolean isSsl, MailLogger logger)
			throws IOException, ProtocolException {
		super(name, host, port, properties, isSsl, logger);
	}

	@Override
	public boolean hasCapability(String capability) {
		return super.hasCapability(capability.equals("AUTH=XOAUTH2") ? "AUTH=OAUTHBEARER" : capability);
	}

	@Override
	public boolean isAuthenticated() {
		return isLoggedIn || super.isAuthenticated();
	}

	@Override
	public synchronized void authoauth2(String user, String token) throws ProtocolException {
		String name = user.replace("=", "=3D").replace(",", "=2C");
		byte[] first = ("n,a=" + name + ",\1auth=Bearer " + token + "\1\1").getBytes(StandardCharsets.UTF_8);
		try {
			String tag = writeCommand("AUTHENTICATE OAUTHBEARER " + Base64.getEncoder().encodeToString(first), null);
			Response response = readResponse();
			while (!response.isBYE() && !(response.isTagged() && tag.equals(response.getTag()))) {
				if (response.isContinuation()) {
					// The server tells why not, and wants to hear that it was heard (section 3.2.3).
					OutputStream out = getOutputStream();
					out.write("AQ==\r\n".getBytes(StandardCharsets.US_ASCII));
					out.flush();
				}
				response = readResponse();
			}
			handleLoginResult(response);
			setCapabilities(response);
			isLoggedIn = true;
		} catch (IOException broken) {
			throw new ProtocolException("connection lost", broken);
		}
	}
}

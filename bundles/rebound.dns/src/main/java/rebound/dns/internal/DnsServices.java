package rebound.dns.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import rebound.model.ServiceRecord;
import rebound.model.ServiceRecords;

/** Asks for SRV records. */
@Component
public final class DnsServices implements ServiceRecords {

	private static final int MOST = 20;

	@Override
	public List<ServiceRecord> find(String service, String domain, String resolver) throws IOException {
		Dns dns = new Dns(resolver);
		try {
			Name name = Name.concatenate(Name.fromString(service), Name.fromString(domain, Name.root));
			// The root as target: there is decidedly none.
			return dns.look(name, Type.SRV, SRVRecord.class).records().stream()
					.filter(record -> !record.getTarget().equals(Name.root)).limit(MOST)
					.map(record -> new ServiceRecord(record.getTarget().toString(true).toLowerCase(Locale.ROOT),
							record.getPort(), record.getPriority(), record.getWeight()))
					.toList();
		} catch (TextParseException | NameTooLongException noName) {
			return List.of();
		} catch (Dns.NoAnswer failed) {
			throw new IOException(domain, failed);
		}
	}
}

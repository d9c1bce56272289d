package rebound.crm.tryton.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import rebound.customers.CrmConnection;
import rebound.customers.JsonReader;

/**
 * One session on a Tryton server, by its JSON-RPC over HTTP: a call names a model's method and gives its arguments, the
 * last of which is the context. Answers are bounded, and redirections are not followed.
 */
final class TrytonServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final int LARGEST_ANSWER = 64 << 20;
	private static final int LONGEST_COMPLAINT = 500;

	private final HttpClient client;
	private final URI database;
	private String session;

	/** A record was changed since it was read: the server refuses to write it. */
	static final class ChangedMeanwhile extends IOException {
		private static final long serialVersionUID = 1;

		ChangedMeanwhile(String message) {
			super(message);
		}
	}

	/** @throws IOException if the server can't be reached or does not know user and password */
	TrytonServer(CrmConnection where) throws IOException {
		URI uri = where.httpUri();
		this.database = uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
		this.client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE)
				.followRedirects(Redirect.NEVER).build();
		boolean isIn = false;
		try {
			session = login(where.user() == null ? "" : where.user(), where.password());
			isIn = true;
		} finally {
			if (!isIn) {
				client.close();
			}
		}
	}

	private String login(String user, String password) throws IOException {
		Object answer = call("common.db.login", user, Map.of("password", password == null ? "" : password));
		if (!(answer instanceof List<?> pair) || pair.size() != 2 || !(pair.getFirst() instanceof Double id)) {
			throw new IOException(database + ": user or password is wrong");
		}
		String key = user + ':' + id.longValue() + ':' + pair.getLast();
		return "Session " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * @param model  such as {@code "party.party"}
	 * @param domain the conditions, each a list of field, operator and value
	 * @param limit  at most so many
	 * @param order  names of fields, ascending
	 * @return the records that meet all conditions, with the fields asked for
	 */
	List<Map<?, ?>> searchRead(String model, List<?> domain, int limit, List<String> order, List<String> fields)
			throws IOException {
		List<List<String>> ascending = order.stream().map(field -> List.of(field, "ASC NULLS FIRST")).toList();
		Object answer = call("model." + model + ".search_read", domain, 0, limit, ascending, fields, Map.of());
		List<Map<?, ?>> records = new ArrayList<>();
		if (answer instanceof List<?> list) {
			for (Object record : list) {
				if (record instanceof Map<?, ?> fieldsOfRecord) {
					records.add(fieldsOfRecord);
				}
			}
		}
		return records;
	}

	/** Adds records. */
	void create(String model, List<? extends Map<String, ?>> records) throws IOException {
		call("model." + model + ".create", records, Map.of());
	}

	/**
	 * Changes fields of a record.
	 *
	 * @param record as read with its {@code _timestamp}
	 * @throws ChangedMeanwhile if it is no longer the one that was read
	 */
	void write(String model, Map<?, ?> record, Map<String, ?> values) throws IOException {
		call("model." + model + ".write", List.of(id(record)), values, asRead(model, record));
	}

	/** As {@link #write}, to remove a record. */
	void delete(String model, Map<?, ?> record) throws IOException {
		call("model." + model + ".delete", List.of(id(record)), asRead(model, record));
	}

	/** @return the server's key of a record */
	static long id(Map<?, ?> record) throws IOException {
		if (record.get("id") instanceof Double id) {
			return id.longValue();
		}
		throw new IOException("a record without an id");
	}

	private static Map<String, ?> asRead(String model, Map<?, ?> record) throws IOException {
		return record.get("_timestamp") instanceof String time
				? Map.of("_timestamp", Map.of(model + ',' + id(record), time))
				: Map.of();
	}

	@Override
	public void close() {
		try {
			call("common.db.logout");
		} catch (IOException gone) {
			// the server forgets a session that is not used, too
		}
		client.close();
	}

	private Object call(String method, Object... arguments) throws IOException {
		StringBuilder body = new StringBuilder();
		json(new HashMap<>(Map.of("id", 1, "method", method, "params", List.of(arguments))), body);
		HttpRequest.Builder request = HttpRequest.newBuilder(database).timeout(PATIENCE)
				.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
		if (session != null) {
			request.header("Authorization", session);
		}
		Map<String, Object> answer = JsonReader.object(send(request.build()));
		if (answer.get("error") instanceof List<?> error) {
			String text = error.toString();
			String complaint = database + ": " + text.substring(0, Math.min(text.length(), LONGEST_COMPLAINT));
			throw "ConcurrencyException".equals(error.getFirst())
					? new ChangedMeanwhile(complaint)
					: new IOException(complaint);
		}
		return answer.get("result");
	}

	private String send(HttpRequest request) throws IOException {
		try {
			HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				if (response.statusCode() == 401) {
					throw new IOException(database + ": user or password is wrong");
				}
				if (response.statusCode() != 200) {
					throw new IOException(database + ": HTTP " + response.statusCode());
				}
				byte[] answer = body.readNBytes(LARGEST_ANSWER + 1);
				if (answer.length > LARGEST_ANSWER) {
					throw new IOException(database + ": more than " + LARGEST_ANSWER + " bytes");
				}
				return new String(answer, StandardCharsets.UTF_8);
			}
		} catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IOException(stopped);
		}
	}

	private static void json(Object value, StringBuilder out) {
		switch (value) {
			case Map<?, ?> map -> {
				String between = "{";
				for (Map.Entry<?, ?> entry : map.entrySet()) {
					out.append(between);
					json(entry.getKey().toString(), out);
					json(entry.getValue(), out.append(':'));
					between = ",";
				}
				out.append(map.isEmpty() ? "{}" : "}");
			}
			case List<?> list -> {
				String between = "[";
				for (Object element : list) {
					json(element, out.append(between));
					between = ",";
				}
				out.append(list.isEmpty() ? "[]" : "]");
			}
			case String text -> string(text, out);
			default -> out.append(value);
		}
	}

	private static void string(String text, StringBuilder out) {
		out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				out.append('\\').append(c);
			} else if (c < ' ') {
				out.append(String.format("\\u%04x", (int) c));
			} else {
				out.append(c);
			}
		}
		out.append('"');
	}
}

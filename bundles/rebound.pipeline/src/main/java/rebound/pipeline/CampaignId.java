package rebound.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import rebound.store.NewMail;

/** Makes the ids of campaigns that come without one. */
public final class CampaignId {

	/** Longest id. */
	public static final int LONGEST = 64;

	private static final int HASH_LENGTH = 32;

	private CampaignId() {
	}

	/**
	 * A name that looks like an id, such as {@code spring-2026}, is one: returned mails may name it. Others are in use
	 * again and again, so the day tells their mailings apart.
	 *
	 * @param sent when sending began, or {@code null} where the name alone stands for the campaign
	 * @return the same id for the same name and day
	 */
	public static String of(String name, Instant sent) {
		boolean isToken = !name.isEmpty() && name.length() <= LONGEST && name.chars().allMatch(c -> c > ' ' && c < 127);
		if (isToken && (sent == null || name.chars().anyMatch(c -> c >= '0' && c <= '9'))) {
			return name;
		}
		String day = sent == null ? "" : " " + LocalDate.ofInstant(sent, ZoneOffset.UTC);
		return NewMail.hash((name + day).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)).substring(0,
				HASH_LENGTH);
	}

	/** @return a sender's address without display name, in lower case; {@code null} for {@code null} */
	public static String address(String sender) {
		if (sender == null) {
			return null;
		}
		int open = sender.lastIndexOf('<');
		int close = sender.indexOf('>', open + 1);
		return (open >= 0 && close > open ? sender.substring(open + 1, close) : sender).strip()
				.toLowerCase(Locale.ROOT);
	}
}
